import type { ReactNode } from 'react';
import type { DecisionRequest } from '#decisions/contract';
import type { DifferenceRow } from '#findings/contract';
import { useCan } from '../../../api/session.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { formatNumber } from '../../../ui/format.ts';
import type { RowLetters } from '../../../ui/table-keys.ts';
import { useToast } from '../../../ui/toasts.tsx';
import { DecideButtons } from './decide-buttons.tsx';
import { useCases, useDecide } from './queries.ts';
import { Standing } from './standing.tsx';
import { useDecided } from './use-decided.tsx';
import { CHOICE_KEYS } from './words.ts';

interface Deciding {
  readonly columns: readonly Column<DifferenceRow>[];
  readonly bulk?: (rows: readonly DifferenceRow[] | undefined, onDone: () => void) => ReactNode;
  readonly letters?: RowLetters;
}

type Filter = Readonly<Partial<Record<'sebab' | 'bidang' | 'kelas' | 'cari', string | undefined>>>;

/** What deciding adds to a list of differences: where each stands, letters that decide a row, and buttons for chosen rows. */
export function useDeciding(
  instansi: number | undefined,
  filter: Filter,
  rows: readonly DifferenceRow[] = [],
): Deciding {
  const can = useCan();
  const cases = useCases(instansi, rows);
  const decide = useDecide(instansi ?? 0);
  const tell = useDecided(instansi ?? 0);
  const toast = useToast();
  if (instansi === undefined) return { columns: [] };
  const columns: readonly Column<DifferenceRow>[] = [
    {
      key: 'keputusan',
      head: 'Keputusan',
      name: 'Keputusan',
      narrow: 'whole',
      cell: (row) => <Standing standing={cases.get(`${row.orang}-${row.bidang}`)} />,
      exported: [],
    },
  ];
  if (!can('selisih.putuskan')) return { columns };
  const caseOf = ({ orang, bidang }: DifferenceRow) => cases.get(`${orang}-${bidang}`);
  const decideRow = (pilihan: DecisionRequest['pilihan']) => (key: string) => {
    const row = rows.find((each) => `${each.instansi}-${each.orang}-${each.bidang}` === key);
    const seen = row && caseOf(row);
    // Who does not see yet where it stands does not decide.
    if (row === undefined || seen === undefined) return;
    const { orang, bidang, versi, terbitan } = seen;
    const keputusan = crypto.randomUUID();
    // not by `mutate`, which tells of the last call only: hands are quicker than answers
    decide
      .mutateAsync({ keputusan, pilihan, terbitan, pilih: { perkara: [{ orang, bidang, versi }] } })
      .then((effect) => tell({ keputusan, pilihan, effect, about: `${row.label}, ${row.nama}` }))
      .catch((error: unknown) => toast({ text: error instanceof Error ? error.message : '' }));
  };
  return {
    columns,
    letters: Object.fromEntries(Object.entries(CHOICE_KEYS).map(([key, choice]) => [key, decideRow(choice)])),
    bulk: (chosen, onDone) => (
      <DecideButtons
        isSmall
        instansi={instansi}
        isDisabled={chosen?.some((row) => caseOf(row) === undefined) === true}
        pilih={
          chosen === undefined
            ? { saringan: filter, kecuali: [] }
            : {
                perkara: chosen.map((row) => ({
                  orang: row.orang,
                  bidang: row.bidang,
                  versi: caseOf(row)?.versi ?? 0,
                })),
              }
        }
        about={
          chosen === undefined
            ? 'Semua selisih menurut saringan'
            : `${formatNumber(chosen.length)} selisih yang dipilih`
        }
        onDone={onDone}
      />
    ),
  };
}
