/** A few things kept in memory under random names, the oldest falling off: print pages. */
export interface Shelf<Thing> {
  /** @param name its old one, for what is put back; left out for a new one */
  readonly put: (thing: Thing, name?: string) => string;
  readonly get: (name: string) => Thing | undefined;
  readonly drop: (name: string) => void;
}

/** @param room how many things are kept */
export const createShelf = <Thing>(room: number, newId: () => string): Shelf<Thing> => {
  const things = new Map<string, Thing>();
  return {
    put: (thing, name = newId()) => {
      things.set(name, thing);
      for (const old of [...things.keys()].slice(0, -room)) things.delete(old);
      return name;
    },
    get: (name) => things.get(name),
    drop: (name) => {
      things.delete(name);
    },
  };
};
