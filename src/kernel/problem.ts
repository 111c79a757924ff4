import { MESSAGES, type ProblemCode } from './messages.ts';

export type { ProblemCode } from './messages.ts';

/** Why a file, a row or a value was not used. `values` fill the places of the message. */
export interface Problem {
  readonly code: ProblemCode;
  readonly values: Readonly<Record<string, string | number>>;
}

export function problem(code: ProblemCode, values: Readonly<Record<string, string | number>> = {}): Problem {
  return { code, values };
}

/** The Indonesian sentence for a problem; a place without a value stays visible, so that a test can find it. */
export function describeProblem({ code, values }: Problem): string {
  return MESSAGES[code].replace(/\{(\w+)\}/g, (place, name: string) => withoutControls(String(values[name] ?? place)));
}

/** Control characters and marks of direction, with which names out of a file could rewrite the screen. */
const CONTROLS = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

export function withoutControls(text: string): string {
  return text.replace(CONTROLS, ' ');
}

/**
 * Stops the reading of one whole file from deep inside a stream (a bomb, a cut archive). It is caught at the door of the
 * command, which prints its sentence; it never carries personal data.
 */
export class RefusedFile extends Error {
  readonly problem: Problem;

  constructor(reason: Problem) {
    super(describeProblem(reason));
    this.name = 'RefusedFile';
    this.problem = reason;
  }
}
