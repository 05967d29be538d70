import { Anchor, Group, Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { currentUnit, useStart, type StartState } from '../lib/start.ts';
import { printsDepartment } from '../papers/papers.ts';
import classes from './Shell.module.css';
import { UnitYear } from './UnitYear.tsx';

interface Place {
  readonly href: string;
  readonly label: string;
}

/** The pages one can go to; 部门整体绩效目标 only where a form of the unit prints it. */
const placesOf = (state: StartState): readonly Place[] => {
  const unit = currentUnit(state);
  return [
    { href: '/', label: '项目一览' },
    ...(unit && printsDepartment(unit) ? [{ href: '/unit-year', label: '部门整体目标' }] : []),
    { href: '/summary', label: '汇总' },
    { href: '/import', label: '导入' },
    { href: '/verify', label: '核对文件' },
    { href: '/settings', label: '设置' },
  ];
};

/** The frame around every page: which unit and year, and the way to the other pages. */
export const Shell = ({ children }: { readonly children: ReactNode }): ReactElement => {
  const [location] = useLocation();
  const places = placesOf(useStart());
  // A project and its preview belong to the list.
  const here = places.find(({ href }) => href !== '/' && location.startsWith(href))?.href ?? '/';
  return (
    <div className={classes.shell}>
      <header className={classes.header}>
        <Text fw={600} size="lg" className={classes.brand}>
          绩效填报
        </Text>
        <nav aria-label="主要页面">
          <Group gap={4} wrap="nowrap">
            {places.map(({ href, label }) => (
              <Anchor
                key={href}
                component={Link}
                href={href}
                className={classes.place}
                underline="never"
                {...(here === href ? { 'aria-current': 'page' as const } : {})}
              >
                {label}
              </Anchor>
            ))}
          </Group>
        </nav>
        <UnitYear />
      </header>
      <main className={classes.main}>{children}</main>
    </div>
  );
};
