import { backup } from './backup.ts';
import type { Command } from './command.ts';
import { demo } from './demo.ts';
import { doctor } from './doctor.ts';
import { exportCommand } from './export.ts';
import { fill } from './fill.ts';
import { importCommand } from './import.ts';
import { recognise } from './recognise.ts';
import { review } from './review.ts';
import { verify } from './verify.ts';

/** Every command by its name. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  recognise,
  import: importCommand,
  export: exportCommand,
  fill,
  review,
  verify,
  demo,
  backup,
  doctor,
};
