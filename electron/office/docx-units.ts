/** Twentieths of a point, whole: what Word measures widths, heights and margins in. */
export const twips = (points: number): number => Math.round(points * 20);

/** The same of millimetres. */
export const twipsOfMm = (millimetres: number): number => twips((millimetres * 72) / 25.4);

/** Half points, whole: what Word measures letters in. */
export const halfPoints = (points: number): number => Math.round(points * 2);
