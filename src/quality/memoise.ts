/** Distinct texts that are kept; a column with more is no column of codes, and starts afresh. */
const KEPT = 200_000;

/** Remembers what a function said of each text: the columns of codes, dates and posts repeat the same few. */
export function memoise<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (text) => {
    const found = known.get(text);
    if (found) return found.value;
    if (known.size >= KEPT) known.clear();
    const value = read(text);
    known.set(text, { value });
    return value;
  };
}
