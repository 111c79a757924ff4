import type { ProblemCode } from '#kernel/problem.ts';

/** What one distinct cell (or pair of text and id) of a coded field means. */
export interface Entry {
  /** What people read: the label where one is known, else the delivered text. */
  readonly text: string;
  /** National code, or BKN's id as 32 upper-case hex digits; '' where neither is known. */
  readonly code: string;
  /** The text in the form in which it is compared; '' for a code without a label. */
  readonly folded: string;
  /** A local code whose meaning nobody has told: it may be learned from people found on both sides. */
  readonly isBareCode: boolean;
  /** The value stands there but cannot be used. */
  readonly problem?: ProblemCode;
}

export const EMPTY_VALUE: Entry = { text: '', code: '', folded: '', isBareCode: false };
