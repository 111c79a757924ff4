import type { ReactNode } from 'react';
import type { Choice } from '#decisions/contract';
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
  const seen = ({ orang, bidang }: DifferenceRow) => ({
    orang,
    bidang,
    versi: cases.get(`${orang}-${bidang}`)?.versi ?? 0,
  });
  const decideRow = (pilihan: Choice) => (key: string) => {
    const row = rows.find((each) => `${each.instansi}-${each.orang}-${each.bidang}` === key);
    if (row === undefined) return;
    const keputusan = crypto.randomUUID();
    decide.mutate(
      { keputusan, pilihan, pilih: { perkara: [seen(row)] } },
      {
        onSuccess: (effect) => tell({ keputusan, pilihan, effect, about: `${row.label}, ${row.nama}` }),
        onError: (error) => toast({ text: error.message }),
      },
    );
  };
  return {
    columns,
    letters: Object.fromEntries(Object.entries(CHOICE_KEYS).map(([key, choice]) => [key, decideRow(choice)])),
    bulk: (chosen, onDone) => (
      <DecideButtons
        isSmall
        instansi={instansi}
        pilih={chosen === undefined ? { saringan: filter, kecuali: [] } : { perkara: chosen.map(seen) }}
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
