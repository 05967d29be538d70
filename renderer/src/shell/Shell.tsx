import { Anchor, Group, Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import classes from './Shell.module.css';
import { UnitYear } from './UnitYear.tsx';

const PLACES = [
  { href: '/', label: '项目一览' },
  { href: '/import', label: '导入' },
  { href: '/settings', label: '设置' },
] as const;

/** The frame around every page: which unit and year, and the way to the other pages. */
export const Shell = ({ children }: { readonly children: ReactNode }): ReactElement => {
  const [location] = useLocation();
  return (
    <div className={classes.shell}>
      <header className={classes.header}>
        <Text fw={600} size="lg" className={classes.brand}>
          绩效填报
        </Text>
        <nav aria-label="主要页面">
          <Group gap={4} wrap="nowrap">
            {PLACES.map(({ href, label }) => (
              <Anchor
                key={href}
                component={Link}
                href={href}
                className={classes.place}
                underline="never"
                {...(isAt(location, href) ? { 'aria-current': 'page' as const } : {})}
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

// A project and its preview belong to the list.
const isAt = (location: string, href: string): boolean =>
  href === '/' ? !location.startsWith('/import') && !location.startsWith('/settings') : location.startsWith(href);
