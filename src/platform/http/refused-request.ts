import { describeProblem, type Problem } from '#kernel/problem.ts';

/** Thrown by a route to refuse a request with a sentence. */
export class RefusedRequest extends Error {
  readonly status: number;
  readonly problem: Problem;
  /** Seconds after which it may be tried again. */
  readonly retryAfter: number | undefined;

  constructor(status: number, reason: Problem, { retryAfter }: { readonly retryAfter?: number } = {}) {
    super(describeProblem(reason));
    this.name = 'RefusedRequest';
    this.status = status;
    this.problem = reason;
    this.retryAfter = retryAfter;
  }
}
