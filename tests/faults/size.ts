import type { TestContext } from 'vitest';

/**
 * How much the suites of faults try: `S` in every run of the tests, `N` with `npm run test:faults`. One suite, two sizes: what differs
 * is how many cases are drawn, never what is promised of each.
 */
const IS_LARGE = process.env['UJI_UKURAN'] === 'N';

/** The size of a suite: `small` in every run, `large` where it is asked for. */
export function sized(small: number, large: number): number {
  return IS_LARGE ? large : small;
}

/** For what only the large size does. */
export const isLarge = IS_LARGE;

/** One line of the closing table: what was tried, and what must never be found. */
export interface Figure {
  /** Ids of the catalogue, such as `A2, A7`. */
  readonly uji: string;
  readonly dicoba: string;
  readonly jumlah: number;
  /** What must not be. */
  readonly terlarang: string;
  readonly ditemukan: number;
}

declare module 'vitest' {
  interface TaskMeta {
    angka?: readonly Figure[];
  }
}

/** Adds a line to the table with which the run ends (`scripts/count-reporter.ts`). */
export function report({ task }: Pick<TestContext, 'task'>, figure: Figure): void {
  task.meta.angka = [...(task.meta.angka ?? []), figure];
}

/** Numbers below a limit in an order that the seed decides: the same run twice tries the same. */
export function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
