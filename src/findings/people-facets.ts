import type { Coded } from './coded.ts';
import type { Display } from './display.ts';
import type { Found } from './pages.ts';
import { EMPTY_WORD, type PeopleIndex, type WordFilter, wordTest } from './people-index.ts';

type Part = keyof WordFilter;

/** Units that are offered; an instansi has hundreds. */
const MOST_SHOWN = 200;

/**
 * The choices of golongan and unit among found people, each counted under the other, most first; of several instansi no units, for each has
 * its own. Pure.
 */
export function listPeopleFacets(found: readonly Found[], filter: WordFilter, display: Display) {
  const facet = (part: Part, label: (word: string) => string) => {
    const { [part]: chosen, ...others } = filter;
    const counts = new Map<string, number>();
    for (const { index, lines } of found) {
      for (const [word, jumlah] of countWords(index, lines, index[part], others))
        counts.set(word, (counts.get(word) ?? 0) + jumlah);
    }
    const all = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    const shown = all.filter(([word], at) => at < MOST_SHOWN || (word || EMPTY_WORD) === chosen);
    return {
      semua: all.length,
      pilihan: shown.map(([word, jumlah]) => ({
        nilai: word || EMPTY_WORD,
        label: word === '' ? 'Kosong' : label(word),
        jumlah,
      })),
    };
  };
  return {
    golongan: facet('golongan', (word) => display('golongan', word)),
    unit: found.length > 1 ? null : facet('unit', (word) => word),
  };
}

function countWords(
  index: PeopleIndex,
  lines: readonly number[],
  { words, codes }: Coded,
  others: WordFilter,
): readonly (readonly [string, number])[] {
  const fits = wordTest(index, others);
  const counts = new Uint32Array(words.length);
  for (const line of lines) {
    const code = codes[line];
    if (code !== undefined && (fits === undefined || fits(line))) counts[code] = (counts[code] ?? 0) + 1;
  }
  return words.flatMap((word, at) => ((counts[at] ?? 0) > 0 ? [[word, counts[at] ?? 0] as const] : []));
}
