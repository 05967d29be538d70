import { Button, Menu, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { currentUnit, useStart } from '../lib/start.ts';
import { useSaveSettings } from '../lib/use-save-settings.ts';
import classes from './Shell.module.css';

/** Which unit and which year are worked on; the year is switched, and the next one opened, here. */
export const UnitYear = (): ReactElement => {
  const state = useStart();
  const save = useSaveSettings();
  const { settings, units } = state;
  const unit = currentUnit(state);
  const years = [...new Set([...state.years, settings.year])].sort((a, b) => b - a);
  const next = (years[0] ?? settings.year) + 1;
  return (
    <div className={classes.unitYear}>
      {units.length > 1 ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" size="xs" className={classes.unit}>
              {unit?.name} ▾
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {units.map(({ id, name }) => (
              <Menu.Item key={id} onClick={() => void save({ ...settings, unitId: id })}>
                {name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : (
        <Text className={classes.unit} title={unit?.name ?? ''}>
          {unit?.name}
        </Text>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" size="xs" flex="none" title="点击切换年度">
            {settings.year} 年度 ▾
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {years.map((year) => (
            <Menu.Item key={year} onClick={() => void save({ ...settings, year })}>
              {year} 年度{year === settings.year ? '（当前）' : ''}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => void save({ ...settings, year: next })}>新开 {next} 年度</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
};
