import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/*
 * `npm test`: every suite in turn, then one closing line `N passed, N failed, N skipped`. A suite that cannot run on
 * this machine says why and counts as skipped; nothing is left out in silence.
 */

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface Suite {
  readonly name: string;
  /** Why it can't run here; null where it can. */
  readonly impossible: () => string | null;
  readonly run: () => Promise<Counts>;
}

const root = path.resolve(import.meta.dirname, '..');
const scratch = mkdtempSync(path.join(tmpdir(), 'jixiao-tests-'));
const bin = (name: string): string => path.join(root, 'node_modules', '.bin', name);

const execute = (command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env, shell: process.platform === 'win32' });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(127);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });

/** A tool that passes or fails as a whole. */
const tool = (name: string, command: string, args: readonly string[]): Suite => ({
  name,
  impossible: () => null,
  run: async () => ((await execute(command, args)) === 0 ? one('passed') : one('failed')),
});

const one = (key: keyof Counts): Counts => ({ passed: 0, failed: 0, skipped: 0, [key]: 1 });

/** One project of vitest.config.ts, counted from its JSON report. */
const vitest = (
  project: string,
  impossible: Suite['impossible'] = () => null,
  wrap: readonly string[] = [],
): Suite => ({
  name: project,
  impossible,
  run: async () => {
    const report = path.join(scratch, `${project}.json`);
    const args = ['run', '--project', project, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
    const [command, ...rest] = [...wrap, bin('vitest'), ...args];
    const code = await execute(command ?? bin('vitest'), rest);
    return counted(report, code);
  },
});

const counted = (report: string, code: number): Counts => {
  if (!existsSync(report)) return one('failed');
  const json = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
  const counts = {
    passed: json['numPassedTests'] ?? 0,
    failed: json['numFailedTests'] ?? 0,
    skipped: (json['numPendingTests'] ?? 0) + (json['numTodoTests'] ?? 0),
  };
  // A test file that does not even load fails no test; the exit code still knows.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
};

const noBrowser = (): string | null =>
  process.platform === 'linux' && process.arch === 'x64'
    ? null
    : process.env['JIXIAO_TEST_BROWSER'] !== undefined
      ? null
      : 'the browser from npm is for Linux x64; set JIXIAO_TEST_BROWSER to a Chromium to run it here';

const electronBinary = (): string | null => {
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(root, 'node_modules', 'electron', 'dist');
  const binary = path.join(dist, process.platform === 'win32' ? 'electron.exe' : 'electron');
  return existsSync(binary) ? binary : null;
};

const hasDisplay = (): boolean =>
  process.platform !== 'linux' || process.env['DISPLAY'] !== undefined || existsSync('/usr/bin/xvfb-run');

const noElectron = (): string | null => {
  if (electronBinary() === null)
    return 'no Electron binary here; set ELECTRON_OVERRIDE_DIST_PATH to a folder that has one';
  return hasDisplay() ? null : 'no display and no xvfb-run';
};

const onDisplay = process.platform === 'linux' && process.env['DISPLAY'] === undefined ? ['xvfb-run', '-a'] : [];

const suites: readonly Suite[] = [
  tool('lint', 'npm', ['run', '-s', 'lint']),
  tool('types', 'npm', ['run', '-s', 'types']),
  tool('build', 'npm', ['run', '-s', 'build']),
  vitest('unit'),
  vitest('renderer'),
  vitest('e2e', noBrowser),
  vitest('desktop', noElectron, onDisplay),
];

const main = async (): Promise<void> => {
  const only = process.argv.slice(2);
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  const notes: string[] = [];
  for (const suite of suites.filter((each) => only.length === 0 || only.includes(each.name))) {
    const reason = suite.impossible();
    const started = Date.now();
    if (reason === null) console.log(`\n== ${suite.name}`);
    const counts = reason === null ? await suite.run() : one('skipped');
    for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key];
    const seconds = ((Date.now() - started) / 1000).toFixed(0);
    notes.push(
      reason === null
        ? `${suite.name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped (${seconds} s)`
        : `${suite.name}: did not run: ${reason}`,
    );
  }
  rmSync(scratch, { recursive: true, force: true });
  console.log(`\n${notes.join('\n')}\n`);
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
};

await main();
