import { formatNumber, formatShare } from '../../ui/format.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { State } from '../../ui/glyph.tsx';
import type { ColumnRow } from './rows.ts';

interface ColumnTableProps {
  readonly rows: readonly ColumnRow[];
  readonly letak: number | undefined;
  readonly onChoose: (letak: number) => void;
}

const keyOf = ({ line, look }: ColumnRow): string => (line === undefined ? `-${look.nama}` : String(line.letak));

/** Source columns at the left, fields at the right, with what speaks for it in words. */
export function ColumnTable({ rows, letak, onChoose }: ColumnTableProps) {
  return (
    <DataTable
      label="Kolom berkas dan bidangnya"
      columns={columnsWith(onChoose)}
      rows={rows}
      rowKey={keyOf}
      picked={letak === undefined ? undefined : String(letak)}
    />
  );
}

const columnsWith = (onChoose: (letak: number) => void): readonly Column<ColumnRow>[] => [
  {
    key: 'kolom',
    head: 'Kolom sumber',
    name: 'Kolom sumber',
    narrow: 'whole',
    cell: ({ line, look }) => (
      <>
        {line === undefined ? (
          <b className="mono dim">{look.nama}</b>
        ) : (
          <button
            type="button"
            className="row-link mono"
            id={`baris-${line.letak}`}
            onClick={() => onChoose(line.letak)}
            onFocus={() => onChoose(line.letak)}
          >
            {look.nama}
          </button>
        )}
        <small className="under dim">{look.rahasia ? 'rahasia' : look.jenis}</small>
      </>
    ),
  },
  {
    key: 'isi',
    head: 'Isi %',
    name: 'Isi %',
    isFigure: true,
    narrow: 'hidden',
    cell: ({ look }) => (look.rahasia ? '' : formatShare(look.terisi).replace(/,\d%$/, '')),
  },
  {
    key: 'beda',
    head: 'Beda',
    name: 'Nilai berbeda',
    isFigure: true,
    narrow: 'hidden',
    cell: ({ look }) => (look.rahasia ? '' : `${look.ragamLebih ? '> ' : ''}${formatNumber(look.ragam)}`),
  },
  {
    key: 'teratas',
    head: 'Isi tersering',
    name: 'Isi tersering',
    narrow: 'hidden',
    cell: ({ look }) => <TopValues look={look} />,
  },
  {
    key: 'bidang',
    head: 'Bidang',
    name: 'Bidang',
    narrow: 'whole',
    cell: (row) => <FieldOf row={row} />,
  },
  {
    key: 'keyakinan',
    head: 'Keyakinan',
    name: 'Keyakinan',
    narrow: 'bare',
    cell: ({ line, state, kanonik, isDecided }) => (
      <>
        <State state={state[0]}>{state[1]}</State>
        {line === undefined || kanonik === null || isDecided ? null : (
          <small className="under dim">{formatShare(line.keyakinan).replace(/,\d%$/, '%')}</small>
        )}
      </>
    ),
  },
  {
    key: 'bukti',
    head: 'Bukti',
    name: 'Bukti',
    narrow: 'whole',
    cell: (row) => <span className="second evidence">{evidenceOf(row)}</span>,
  },
];

function TopValues({ look }: { readonly look: ColumnRow['look'] }) {
  const [first, ...others] = look.teratas;
  if (first === undefined) return null;
  const isList = first.jumlah > 1;
  const title = look.teratas.map(({ nilai, jumlah }) => `${nilai} (${formatNumber(jumlah)})`).join(', ');
  return (
    <span className="mono dim top-value" title={title}>
      {first.nilai}
      {isList ? ` (${formatNumber(first.jumlah)})` : ''}
      {isList && others[0] !== undefined && look.ragam <= 12 ? `, ${others[0].nilai}` : ''}
    </span>
  );
}

function FieldOf({ row: { line, look, kanonik, label, isOpen } }: { readonly row: ColumnRow }) {
  if (look.rahasia) return <span className="dim nowrap">tidak pernah dibaca</span>;
  if (kanonik !== null)
    return (
      <>
        <b>{label}</b>
        <small className="under mono dim">{kanonik}</small>
      </>
    );
  const [first] = line?.kandidat ?? [];
  return isOpen && first !== undefined ? (
    <>
      <span className="second">{first.label}?</span>
      <small className="under dim">belum dipakai</small>
    </>
  ) : (
    <span className="dim">tidak dipakai</span>
  );
}

/** Agreement over all people where it is known, else what the proposal went by. */
export function evidenceOf({ line, kanonik }: ColumnRow): string {
  if (line === undefined) return '';
  const { cocok, bukti } = line;
  if (cocok !== null && kanonik === line.kanonik) {
    return `${formatNumber(cocok.sama)} dari ${formatNumber(cocok.dari)} orang tidak berbeda dari BKN`;
  }
  return bukti === '' ? '' : bukti.replace(/^./, (letter) => letter.toUpperCase());
}
