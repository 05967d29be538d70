import { verifyInWorker } from '../../office/verify-in-worker.ts';
import type { VerifyResult } from '../contract.ts';
import type { Program } from '../program.ts';
import type { Services } from '../services.ts';

export const verifyService = (program: Program): Services['verify'] => ({
  file: (name, bytes) => verifyBytes(name, bytes, program.worker),
});

/**
 * Compares the 校验码 printed in a file with what stands in it, away from the main thread; nothing is stored.
 * @param workerUrl the worker's program where a bundle has put it
 * @throws ExpectedError that names the file and why it can't be read
 */
export const verifyBytes = async (name: string, bytes: Uint8Array, workerUrl?: URL): Promise<VerifyResult> => ({
  file: name,
  tables: await verifyInWorker(bytes, name, { workerUrl }),
});
