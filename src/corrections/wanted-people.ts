import type { Decision } from './decisions.ts';
import type { PairedRow } from './result-files.ts';

/** Who is wanted, and in which row each stands. */
export class WantedPeople {
  readonly #byNip: ReadonlyMap<string, readonly Decision[]>;
  readonly #paired: ReadonlyMap<string, PairedRow | undefined> | undefined;
  readonly #byRow = new Map<number, { readonly nip: string; readonly expected: string }>();
  readonly #seen = new Map<string, number>();
  readonly #found = new Set<string>();

  /** `paired` tells rows by BKN's number; without it people are found by that number. */
  constructor(decisions: readonly Decision[], paired: ReadonlyMap<string, PairedRow | undefined> | undefined) {
    this.#byNip = Map.groupBy(decisions, ({ nip }) => nip);
    this.#paired = paired;
    for (const [nip, pair] of paired ?? []) {
      if (pair) this.#byRow.set(pair.baris, { nip, expected: pair.nipSimpeg });
    }
  }

  /** Told of every usable row. */
  see(baris: number, nip: string): void {
    const pair = this.#byRow.get(baris);
    if (this.#paired) {
      if (pair) this.#found.add(pair.nip);
      return;
    }
    if (!this.#byNip.has(nip)) return;
    this.#seen.set(nip, (this.#seen.get(nip) ?? 0) + 1);
    this.#byRow.set(baris, { nip, expected: nip });
    this.#found.add(nip);
  }

  decisionsFor(baris: number): readonly Decision[] {
    const nip = this.#byRow.get(baris)?.nip ?? '';
    if (!this.#found.has(nip) || (this.#seen.get(nip) ?? 1) > 1) return [];
    return this.#byNip.get(nip) ?? [];
  }

  expectedNip(baris: number): string {
    return this.#byRow.get(baris)?.expected ?? '';
  }

  /** Decisions about people who are not in the file, or there more than once. */
  lost(): readonly Decision[] {
    return [...this.#byNip].flatMap(([nip, list]) =>
      this.#found.has(nip) && (this.#seen.get(nip) ?? 1) === 1 ? [] : list,
    );
  }
}
