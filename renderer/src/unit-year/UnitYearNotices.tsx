import { useEffect } from 'react';
import { tell, tellTrouble } from '../lib/notify.tsx';
import { useTRPCClient } from '../lib/trpc.ts';
import { openUnitYear } from './open-unit-year.ts';
import { keyOf, unitYearStore } from './unsaved.ts';

/** When the window opens: text of 部门整体绩效目标 that could not be saved before is saved now, or waits on its page. */
export const UnitYearNotices = (): null => {
  const { unitYears } = useTRPCClient();
  useEffect(() => {
    const saveOrTell = async (id: string): Promise<void> => {
      const key = keyOf(id);
      // The page that is open looks after itself.
      if (!key || unitYearStore.of(id).length === 0 || window.location.hash.startsWith('#/unit-year')) return;
      const { unsaved } = await openUnitYear(unitYears, unitYearStore, key);
      if (unsaved === 'back') tell(`${key.year} 年度部门整体绩效目标上次没有保存上的内容，现在已保存。`);
      if (unsaved === 'asking') tell(`${key.year} 年度部门整体绩效目标有内容没有保存上，打开那一页就能放回。`);
    };
    for (const id of unitYearStore.ids()) saveOrTell(id).catch(tellTrouble);
    // Once, as the window opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return null;
};
