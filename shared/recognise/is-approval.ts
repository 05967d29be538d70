import type { RecognisedDocument } from './recognised.ts';

/**
 * Whether a paper says what the county approved: its title says 批复, or it is the list that is usually handed back, unless its
 * title says that it was handed in (申报).
 */
export const isApproval = ({ document: { layout, title } }: RecognisedDocument): boolean => {
  if (/批复/u.test(title ?? '')) return true;
  return layout === 'approval' && !/申报/u.test(title ?? '');
};
