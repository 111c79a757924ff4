import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { formatNumber } from '../../../ui/format.ts';
import { caseCountsQuery } from './queries.ts';

const UNDECIDED: readonly string[] = ['terbuka', 'tertunda', 'ditanyakan'];

/** How many of the differences of each cause are decided; what was put off is not. */
export function useDecidedCounts(instansi: number | undefined): ReadonlyMap<string, number> {
  const { data } = useQuery(caseCountsQuery(instansi));
  return useMemo(() => {
    const decided = new Map<string, number>();
    for (const { sebab, tahap, jumlah } of data?.sebab ?? [])
      if (!UNDECIDED.includes(tahap)) decided.set(sebab, (decided.get(sebab) ?? 0) + jumlah);
    return decided;
  }, [data]);
}

/** ", 12 diputuskan"; nothing for none. */
export const decidedWords = (count: number): string => (count === 0 ? '' : `, ${formatNumber(count)} diputuskan`);
