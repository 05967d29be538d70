import { sentence } from './text.ts';

/**
 * Something that is expected to go wrong now and then: bad input, a full disk, a frozen project. It carries a Chinese
 * sentence that names the thing and the reason, and where there is one the next step. It is shown, never logged as a fault.
 * Everything else that is thrown is a bug.
 */
export class ExpectedError extends Error {
  readonly code: ExpectedErrorCode;
  /** What the clerk can do now, one Chinese sentence; empty where the message says it already. */
  readonly nextStep: string;

  constructor(code: ExpectedErrorCode, message: string, nextStep = '', options?: ErrorOptions) {
    super(message, options);
    this.name = 'ExpectedError';
    this.code = code;
    this.nextStep = nextStep;
  }
}

/** What went wrong and what to do now, as one text for where both stand in one line. */
export const inSentences = ({ message, nextStep }: Pick<ExpectedError, 'message' | 'nextStep'>): string =>
  `${sentence(message)}${sentence(nextStep)}`;

export type ExpectedErrorCode =
  | 'bad-input'
  | 'not-found'
  | 'frozen' // finished or approved: reopen first
  | 'stale' // somebody saved a newer version meanwhile
  | 'incomplete' // finishing is refused, gaps say why
  | 'file-unreadable'
  | 'file-empty'
  | 'file-too-large'
  | 'file-foreign' // of a kind we do not read, or without any known table
  | 'target-open' // the target is open in Excel or WPS
  | 'not-writable'
  | 'disk-full'
  | 'database-damaged'
  | 'database-newer'
  | 'database-busy'
  | 'backup-failed'
  | 'cancelled';
