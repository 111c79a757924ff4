import { useQuery } from '@tanstack/react-query';
import { CHOICE_WORDS, type DecisionRow } from '#decisions/contract';
import { useInstansiName } from '../../../api/session.ts';
import { Shown } from '../../../api/shown.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { formatInstant, formatNumber } from '../../../ui/format.ts';
import { State, type StateKind } from '../../../ui/glyph.tsx';
import { Empty } from '../../../ui/instead.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { decisionsQuery, useStep } from './queries.ts';

const STATES: Readonly<Record<DecisionRow['keadaan'], readonly [StateKind, string]>> = {
  menunggu: ['running', 'menunggu pengesahan'],
  berlaku: ['ok', 'berlaku'],
  ditolak: ['bad', 'ditolak'],
  diurungkan: ['none', 'diurungkan'],
};

const STEPS: Readonly<Record<DecisionRow['boleh'][number], string>> = {
  sahkan: 'Sahkan',
  tolak: 'Tolak',
  urungkan: 'Urungkan',
};

/** Decisions of an instansi, the newest first: what was decided, by whom, and what may be done about it now. */
export function DecisionsList({ instansi }: { readonly instansi: number | undefined }) {
  const decisions = useQuery(decisionsQuery(instansi));
  const nameOf = useInstansiName();
  const columns = columnsWith(nameOf).filter(({ key }) => instansi === undefined || key !== 'instansi');
  return (
    <Shown query={decisions} label="keputusan">
      {({ keputusan }) => (
        <Sheet title="Keputusan" rule="terbaru dahulu; diurungkan sebagai satu, selama belum dikirim">
          {keputusan.length === 0 ? (
            <Empty>
              Belum ada keputusan. Buka satu sebab, lihat orangnya, lalu putuskan sisi mana yang benar untuk semuanya.
            </Empty>
          ) : (
            <DataTable
              label="Daftar keputusan"
              columns={columns}
              rows={keputusan}
              rowKey={(row) => row.keputusan}
              rowName={(row) => row.kalimat}
            />
          )}
        </Sheet>
      )}
    </Shown>
  );
}

const columnsWith = (nameOf: (instansi: number) => string): readonly Column<DecisionRow>[] => [
  {
    key: 'kalimat',
    head: 'Atas',
    name: 'Atas',
    narrow: 'whole',
    cell: (row) => (
      <>
        <b>{row.kalimat}</b>
        {row.catatan === '' ? null : <small className="second block">{row.catatan}</small>}
      </>
    ),
  },
  {
    key: 'instansi',
    head: 'Instansi',
    name: 'Instansi',
    cell: (row) => <small className="second nowrap">{nameOf(row.instansi)}</small>,
  },
  { key: 'pilihan', head: 'Keputusan', name: 'Keputusan', cell: (row) => CHOICE_WORDS[row.pilihan] },
  { key: 'perkara', head: 'Selisih', name: 'Selisih', isFigure: true, cell: (row) => formatNumber(row.perkara) },
  {
    key: 'keadaan',
    head: 'Keadaan',
    name: 'Keadaan',
    cell: (row) => (
      <>
        <State state={STATES[row.keadaan][0]}>{STATES[row.keadaan][1]}</State>
        {row.keadaanOleh === null ? null : <small className="second block">oleh {row.keadaanOleh}</small>}
      </>
    ),
  },
  {
    key: 'oleh',
    head: 'Oleh',
    name: 'Oleh',
    cell: (row) => (
      <>
        {row.oleh}
        <small className="second block nowrap">{formatInstant(row.pada)}</small>
      </>
    ),
  },
  { key: 'langkah', head: 'Langkah', name: 'Langkah', narrow: 'bare', cell: (row) => <Steps row={row} /> },
];

function Steps({ row }: { readonly row: DecisionRow }) {
  const step = useStep();
  const toast = useToast();
  return (
    <span className="steps">
      {row.boleh.map((langkah) => (
        <button
          key={langkah}
          type="button"
          className={`button small-button ${langkah === 'sahkan' ? 'main' : 'quiet'}`}
          aria-label={`${STEPS[langkah]}: ${row.kalimat}`}
          disabled={step.isPending}
          onClick={() =>
            step.mutate(
              { instansi: row.instansi, keputusan: row.keputusan, langkah },
              { onError: (error) => toast({ text: error.message }) },
            )
          }
        >
          {STEPS[langkah]}
        </button>
      ))}
    </span>
  );
}
