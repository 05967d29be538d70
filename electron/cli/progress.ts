/** How far a long piece of work is. */
export interface Progress {
  readonly title: string;
  readonly done: number;
  readonly all: number;
}

type Terminal = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;

const EVERY = 1_000;

/** Back to the start of the line, and clear it. */
const AFRESH = '\r\u001B[2K';

/**
 * Shows on a terminal how far something is: one line, written anew once a second; nothing where the output goes elsewhere.
 * @param look asked for the state each time
 * @returns takes the line away
 */
export const showProgress = (look: () => Progress, terminal: Terminal = process.stderr): (() => void) => {
  if (!terminal.isTTY) return () => undefined;
  let shown = '';
  const timer = setInterval(() => {
    const { title, done, all } = look();
    shown = `${title}：完成 ${done}/${all}`;
    terminal.write(`${AFRESH}${shown}`);
  }, EVERY);
  return () => {
    clearInterval(timer);
    if (shown !== '') terminal.write(AFRESH);
  };
};
