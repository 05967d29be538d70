import { exitCodeOf, UsageError } from '../app/usage.ts';
import { COMMANDS } from './commands/index.ts';
import { fail, say } from './say.ts';

/* `npm run -s jixiao -- COMMAND …`: the program for scripts. Exit codes: 0 done, 1 bad input, 2 wrong usage. */

const HELP = `用法：jixiao 命令 …

${Object.values(COMMANDS)
  .map(({ usage, about }) => `  ${usage}\n      ${about}`)
  .join('\n')}

不写 --data 时用 JIXIAO_DATA，再没有时用当前用户的数据文件夹。`;

const run = async ([name = '', ...args]: readonly string[]): Promise<number> => {
  if (name === 'help' || name === '--help' || name === '-h') {
    say(HELP);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageError(name === '' ? '没有写命令。' : `没有“${name}”这个命令。`, HELP);
  try {
    return await command.run(args);
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(error.message, `用法：jixiao ${command.usage}`);
    throw error;
  }
};

// Whoever reads only the first lines (`| head`) closes the pipe: no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.exitCode = exitCodeOf(error);
  fail(error);
}
