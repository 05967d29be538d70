import { UsageError } from '../app/usage.ts';

/** The year of `--year`; null where it was not given. */
export const yearOption = (text: string | undefined): number | null => {
  if (text === undefined) return null;
  const year = Number(text);
  if (!/^\d{4}$/u.test(text) || year < 1990 || year > 2100)
    throw new UsageError(`“${text}”不是年度，请写成 2024 这样。`);
  return year;
};
