/** Rows fetched with one call. */
export const PAGE_SIZE = 200;

/** Numbers of the pages that hold rows `first`…`last`, from 0. */
export const pagesOf = (first: number, last: number): number[] => {
  const from = Math.floor(Math.max(0, first) / PAGE_SIZE);
  const to = Math.floor(Math.max(0, last) / PAGE_SIZE);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
};

/**
 * Where ↑ ↓ PageUp PageDown Home End lead from the active row; null for every other key.
 * @param pageRows how many rows are seen at once
 */
export const rowAfterKey = (key: string, active: number, count: number, pageRows: number): number | null => {
  const clamp = (row: number): number => Math.max(0, Math.min(count - 1, row));
  switch (key) {
    case 'ArrowDown':
      return clamp(active + 1);
    case 'ArrowUp':
      return clamp(active - 1);
    case 'PageDown':
      return clamp(active + pageRows);
    case 'PageUp':
      return clamp(active - pageRows);
    case 'Home':
      return clamp(0);
    case 'End':
      return clamp(count - 1);
    default:
      return null;
  }
};
