import type { ReactElement } from 'react';
import { currentUnit, useStart } from '../lib/start.ts';
import { ProjectList } from './ProjectList.tsx';

/** 项目一览 of the unit and year that are worked on. */
export const ListPage = (): ReactElement => {
  const state = useStart();
  const unit = currentUnit(state);
  if (!unit) throw new Error('a list without a unit');
  const { year } = state.settings;
  return <ProjectList key={`${unit.id}/${year}`} unit={unit} year={year} />;
};
