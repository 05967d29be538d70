import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';
import { expectedDatabaseError } from '../../db/index.ts';
import { ExpectedError, type ExpectedErrorCode } from '../../shared/model/errors.ts';
import { assertNever } from '../../shared/model/text.ts';
import type { Services } from './services.ts';

/** What every procedure is given. `services` throws the reason where the data could not be opened. */
export interface Context {
  readonly services: () => Services;
}

/** What the window gets of an expected failure, in `error.data.expected`; null there means a bug. */
export interface ExpectedShape {
  readonly code: ExpectedErrorCode;
  readonly message: string;
  readonly nextStep: string;
}

/** The expected failure inside what a procedure threw; null where it is a bug. */
export const expectedOf = (error: unknown): ExpectedShape | null => {
  if (error instanceof ExpectedError) return { code: error.code, message: error.message, nextStep: error.nextStep };
  if (!(error instanceof TRPCError)) return null;
  if (error.cause instanceof ExpectedError) return expectedOf(error.cause);
  return callersFault(error);
};

/** A call the schema refuses, or one no procedure answers: the window's mistake, told and not logged with contents. */
const callersFault = (error: TRPCError): ExpectedShape | null => {
  if (error.code === 'INTERNAL_SERVER_ERROR') return null;
  const where = error.cause instanceof z.ZodError ? error.cause.issues[0]?.path.join('.') : '';
  return {
    code: 'bad-input',
    message: where ? `这一项填写的内容太长或者不合要求：${where}。` : '程序没有看懂这次操作。',
    nextStep: '请检查后重试。',
  };
};

const t = initTRPC.context<Context>().create({
  isDev: false,
  errorFormatter: ({ shape, error }) => ({ ...shape, data: { ...shape.data, expected: expectedOf(error) } }),
});

export const router = t.router;

/** Every procedure of the program: expected failures get an HTTP status that says so. */
export const procedure = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const cause = expectedDatabaseError(result.error.cause);
  if (cause instanceof ExpectedError)
    throw new TRPCError({ code: statusOf(cause.code), message: cause.message, cause });
  return result;
});

const statusOf = (code: ExpectedErrorCode): TRPCError['code'] => {
  switch (code) {
    case 'not-found':
      return 'NOT_FOUND';
    case 'frozen':
    case 'stale':
    case 'target-open':
      return 'CONFLICT';
    case 'incomplete':
    case 'bad-input':
    case 'file-unreadable':
    case 'file-empty':
    case 'file-foreign':
      return 'BAD_REQUEST';
    case 'file-too-large':
      return 'PAYLOAD_TOO_LARGE';
    case 'cancelled':
      return 'CLIENT_CLOSED_REQUEST';
    case 'not-writable':
    case 'disk-full':
    case 'database-damaged':
    case 'database-newer':
    case 'database-busy':
    case 'backup-failed':
      return 'SERVICE_UNAVAILABLE';
    default:
      return assertNever(code);
  }
};
