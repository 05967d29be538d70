/** Percent of a whole to one decimal, for bars and in words; 0 where the whole is nothing. */
export const shareOf = (part: number, whole: number): number =>
  whole <= 0 ? 0 : Math.round((Math.max(0, part) / whole) * 1000) / 10;

/** `62.5%` */
export const shareText = (part: number, whole: number): string => `${shareOf(part, whole)}%`;
