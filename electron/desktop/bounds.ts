import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** Where a window stands, in device-independent pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const placeSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
});
export type RememberedPlace = z.infer<typeof placeSchema>;

/** So much of the title bar must be on some display for the window to be found and moved. */
const GRIP = { width: 120, height: 40 };

/** Where the window stood last time; null where nobody knows or the file is damaged. */
export const readPlace = (file: string): RememberedPlace | null => {
  try {
    return placeSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
};

/** Remembers where the window stands. A convenience: failing is no reason to bother anybody. */
export const writePlace = (file: string, place: RememberedPlace): void => {
  try {
    writeFileSync(file, JSON.stringify(place));
  } catch {
    // The next start uses the default place.
  }
};

/** Whether the window's title bar can be reached on one of the displays (their work areas). */
export const isReachable = (place: Place, displays: readonly Place[]): boolean =>
  displays.some((display) => {
    const across = Math.min(place.x + place.width, display.x + display.width) - Math.max(place.x, display.x);
    return across >= GRIP.width && place.y >= display.y && place.y + GRIP.height <= display.y + display.height;
  });
