/** A word a line, few of them different: the different ones in their order, and for each line the place of its own. */
export interface Coded {
  readonly words: readonly string[];
  readonly codes: Uint16Array | Uint32Array;
}

const MOST_SHORT = 2 ** 16;

/** Codes the words of lines. Pure. */
export function codedOf(lines: readonly string[]): Coded {
  // of its own: a piece of a long text would keep all of it in memory
  const words = [...new Set(lines)].toSorted().map((word) => Buffer.from(word).toString());
  const places = new Map(words.map((word, at) => [word, at]));
  const codes = lines.map((word) => places.get(word) ?? 0);
  return { words, codes: words.length <= MOST_SHORT ? Uint16Array.from(codes) : Uint32Array.from(codes) };
}

export const wordAt = ({ words, codes }: Coded, line: number): string => words[codes[line] ?? -1] ?? '';
