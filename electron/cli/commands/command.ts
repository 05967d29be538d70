/** One command of the command line. */
export interface Command {
  /** How it is called, without `jixiao`. */
  readonly usage: string;
  /** One Chinese sentence: what it does. */
  readonly about: string;
  /** @returns exit code. @throws UsageError (exit 2), ExpectedError (exit 1) */
  readonly run: (args: readonly string[]) => Promise<number>;
}
