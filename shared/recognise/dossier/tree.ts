import { treeRows, withIndicatorWord } from '../../forms/trees.ts';

/** The level-2 rows of both trees in the order of the form: what stands where a label is lost. 成本 is below 产出. */
export const TREE_KINDS = [
  ...treeRows('88', withIndicatorWord, {}),
  ...treeRows('101', withIndicatorWord, {}).filter(({ level1 }) => level1 === '成本指标'),
];
