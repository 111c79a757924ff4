import type { ProblemCode } from '#kernel/messages.ts';
import type { Result } from '#kernel/result.ts';

/**
 * What a cell says: a value, nothing at all (`undefined`), or the code of the sentence that tells why it cannot be read.
 * A code is put before people by `describeProblem(problem(code))`.
 */
export type Reading<T, Fault extends ProblemCode = ProblemCode> = Result<T | undefined, Fault>;

/** How two texts that are not equal relate, with the reason in words for people where one is recognised. */
export interface Comparison {
  readonly kelas: 'sama' | 'mirip' | 'beda';
  readonly sebab: string | undefined;
}

export const SAMA: Comparison = { kelas: 'sama', sebab: undefined };
export const BEDA: Comparison = { kelas: 'beda', sebab: undefined };

export function mirip(sebab: string): Comparison {
  return { kelas: 'mirip', sebab };
}
