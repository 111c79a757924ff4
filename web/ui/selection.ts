/** Rows that somebody chose, by key, and from where a run goes on. Pure. */
export interface Selection {
  readonly keys: ReadonlySet<string>;
  /** The row that was chosen or let go last. */
  readonly last: string | undefined;
}

export const NOTHING: Selection = { keys: new Set(), last: undefined };

/** Chooses a row, or lets it go. */
export function toggle({ keys }: Selection, key: string): Selection {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return { keys: next, last: key };
}

/** Chooses the run from the last row to this one, in the order of `all`; without a last row only this one. */
export function extend({ keys, last }: Selection, key: string, all: readonly string[]): Selection {
  const [from, to] = [all.indexOf(last ?? key), all.indexOf(key)];
  const run = from < 0 || to < 0 ? [key] : all.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { keys: new Set([...keys, ...run]), last: key };
}

/** Chooses all of these, or lets all go where all were chosen. */
export function toggleAll({ keys }: Selection, all: readonly string[]): Selection {
  const hasAll = all.length > 0 && all.every((key) => keys.has(key));
  return hasAll ? NOTHING : { keys: new Set([...keys, ...all]), last: all.at(-1) };
}
