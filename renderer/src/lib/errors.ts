import { TRPCClientError } from '@trpc/client';
import type { ExpectedErrorCode } from '../../../shared/model/errors.ts';

/** What went wrong, ready to be shown. */
export interface Trouble {
  /** Set where the program expected it; null for a bug or a program that does not answer. */
  readonly code: ExpectedErrorCode | null;
  /** One Chinese sentence. */
  readonly message: string;
  /** What to do now, one Chinese sentence; may be empty. */
  readonly nextStep: string;
  /** For 复制错误信息; empty where the message says all there is. */
  readonly details: string;
}

interface ExpectedData {
  readonly code: ExpectedErrorCode;
  readonly message: string;
  readonly nextStep: string;
}

/** Turns whatever was thrown into words for the clerk. */
export const troubleOf = (error: unknown): Trouble => {
  const expected = expectedData(error);
  if (expected) return { ...expected, details: '' };
  if (isRestarted(error)) {
    return {
      code: null,
      message: '程序已经重新启动，这个窗口不能再用了。',
      nextStep: '请关闭它，到新打开的窗口里继续，没有保存的内容会自动带过去。',
      details: detailsOf(error),
    };
  }
  if (isUnreachable(error)) {
    return {
      code: null,
      message: '程序没有响应。',
      nextStep: '已保存的内容不会丢失。请重新打开程序。',
      details: detailsOf(error),
    };
  }
  return {
    code: null,
    message: '程序出了点问题，刚才的操作没有完成。',
    nextStep: '可以再试一次；如果还不行，请复制错误信息发给维护人员。',
    details: detailsOf(error),
  };
};

const expectedData = (error: unknown): ExpectedData | null => {
  if (!(error instanceof TRPCClientError)) return null;
  const data: unknown = error.data;
  if (typeof data !== 'object' || data === null || !('expected' in data)) return null;
  const expected = data.expected;
  return isExpected(expected) ? expected : null;
};

const isExpected = (value: unknown): value is ExpectedData =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  'message' in value &&
  typeof value.message === 'string' &&
  'nextStep' in value;

// A program started anew has a new secret and does not know this window.
const isRestarted = (error: unknown): boolean => {
  const response = error instanceof TRPCClientError ? error.meta?.['response'] : undefined;
  return response instanceof Response && response.status === 403;
};

// fetch rejects with a TypeError where nobody answers; tRPC keeps it as the cause.
const isUnreachable = (error: unknown): boolean =>
  error instanceof TRPCClientError && error.data === undefined && error.cause instanceof TypeError;

/** Everything a maintainer needs to find a bug: the message, the stack, the program around it. */
export const detailsOf = (error: unknown): string => {
  const lines = error instanceof Error ? [error.message, error.stack ?? ''] : [String(error)];
  return [...lines, `页面：${window.location.hash}`, navigator.userAgent].join('\n');
};
