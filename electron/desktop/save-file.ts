import path from 'node:path';
import { ExpectedError } from '../../shared/model/errors.ts';
import type { Delivery, Host, ReadyFile } from '../app/host.ts';
import { placeFile } from './place.ts';

/**
 * Saves finished files where the clerk says. A place that was in use is remembered for its file until it is saved, so
 * that 重试 needs no second answer.
 * @param askTarget the save dialog; null where the clerk thought better of it
 */
export const createFileSaver = (askTarget: (name: string) => Promise<string | null>): Host['deliverFile'] => {
  const inUse = new Map<ReadyFile['path'], string>();
  return async (file, again = 'ask') => {
    const known = again === 'same' ? inUse.get(file.path) : undefined;
    const target = known ?? (await askTarget(file.name));
    inUse.delete(file.path);
    if (target === null) return { outcome: 'cancelled' };
    const delivery = await place(file, target);
    if (delivery.outcome === 'target-open') inUse.set(file.path, target);
    return delivery;
  };
};

const place = async (file: ReadyFile, target: string): Promise<Delivery> => {
  const name = path.basename(target);
  try {
    await placeFile(file.path, target);
    return { outcome: 'saved', place: name };
  } catch (error) {
    if (error instanceof ExpectedError && error.code === 'target-open') return { outcome: 'target-open', name };
    throw error;
  }
};
