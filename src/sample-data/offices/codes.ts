/** One meaning of a local code. */
export interface CodeEntry {
  readonly local: string;
  readonly label: string;
  /** BKN's code or id. */
  readonly bkn: string;
}

/** A code table of one office: local codes given out in a fixed numbering, or as they are first met. */
export interface CodeTable {
  readonly name: string;
  readonly canonical: string;
  /** The local code of a BKN code or id; a new meaning gets the next number. */
  codeOf(bkn: string, label: string): string;
  /** Another local code of the same meaning, listed under the same label. */
  secondCodeOf(bkn: string, label: string): string;
  entries(): Iterable<CodeEntry>;
}

export interface CodeTableOptions {
  readonly name: string;
  readonly canonical: string;
  /** Local spelling of the n-th code, from 0. */
  readonly number: (index: number) => string;
  /** Meanings that share a local code, listed once in the office's own table. */
  readonly shared?: readonly SharedCode[];
  /** Meanings known beforehand: BKN's code and the office's label, in the office's order. */
  readonly known?: readonly (readonly [string, string])[];
}

/** Meanings in the order in which a table first met them, by office and table: later deliveries number them alike. */
export type CodeMemory = Map<string, { readonly bkn: string; readonly label: string; readonly second: boolean }[]>;

export interface SharedCode {
  readonly local: string;
  readonly label: string;
  readonly bkn: readonly string[];
}

export function createCodeTable(
  { name, canonical, number, known = [], shared = [] }: CodeTableOptions,
  memory: CodeMemory | undefined,
  key: string,
): CodeTable {
  const byBkn = new Map<string, CodeEntry>();
  const second = new Map<string, CodeEntry>();
  let count = 0;
  const met = memory?.get(key) ?? [];
  let remembering = false;
  const add = (into: Map<string, CodeEntry>, bkn: string, label: string): string => {
    const found = into.get(bkn);
    if (found) return found.local;
    const entry = { local: number(count++), label, bkn };
    into.set(bkn, entry);
    if (remembering) met.push({ bkn, label, second: into === second });
    return entry.local;
  };
  for (const { local, label, bkn } of shared) for (const each of bkn) byBkn.set(each, { local, label, bkn: each });
  for (const [bkn, label] of known) add(byBkn, bkn, label);
  for (const each of met) add(each.second ? second : byBkn, each.bkn, each.label);
  remembering = memory !== undefined;
  memory?.set(key, met);
  return {
    name,
    canonical,
    codeOf: (bkn, label) => add(byBkn, bkn, label),
    secondCodeOf: (bkn, label) => add(second, bkn, byBkn.get(bkn)?.label ?? label),
    entries: () => [...byBkn.values(), ...second.values()],
  };
}

/** Numberings: 1, 2, 3 ... from any start; two digits; BKN's own codes in the given order. */
export const running =
  (start = 1, step = 1) =>
  (index: number): string =>
    String(start + index * step);
export const padded =
  (width: number, start = 1, step = 1) =>
  (index: number): string =>
    String(start + index * step).padStart(width, '0');
export const listed =
  (codes: readonly string[]) =>
  (index: number): string =>
    codes[index] ?? String(900 + index);
