/** A page that was left while its last save was on its way, or failed. */
export interface Departure {
  /** Tries once more; resolves when nothing is on its way. */
  readonly settle: () => Promise<unknown>;
  /** Gives up: what is not stored by then is kept elsewhere. */
  readonly end: () => void;
}

const departures = new Map<string, Departure>();

/** Remembers a page that goes on saving after it was left. @param id of what is saved there */
export const rememberDeparture = (id: string, departure: Departure): void => {
  departures.set(id, departure);
};

/** Resolves when nothing typed there before is still on its way. */
export const departed = async (id: string): Promise<void> => {
  const departure = departures.get(id);
  departures.delete(id);
  await departure?.settle();
  departure?.end();
};
