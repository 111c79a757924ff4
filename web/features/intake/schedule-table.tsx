import { Link } from '@tanstack/react-router';
import { BKN_INSTANSI } from '#identity/contract';
import type { DueAnswer, ScheduleRow } from '#intake/contract';
import { shortName } from '../../api/session.ts';
import { formatDay, formatNumber } from '../../ui/format.ts';
import { Glyph, State } from '../../ui/glyph.tsx';
import { Empty } from '../../ui/instead.tsx';
import { describeDue, describeShortly, DUE_WORDS } from './schedule-words.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'] as const;

const monthOf = (iso: string): number => Number(iso.slice(5, 7));
const dayOf = (iso: string): number => Number(iso.slice(8, 10));

/** Every instansi by the months of a year, the latest first. */
export function ScheduleGrid({ rows, today }: { readonly rows: readonly ScheduleRow[]; readonly today: string }) {
  const days = (row: ScheduleRow): number => row.terlambat?.hari ?? 0;
  const sorted = rows.toSorted((a, b) => days(b) - days(a) || a.instansi - b.instansi);
  const now = rows.some(({ jatuhTempo }) => jatuhTempo.some(({ tempo }) => tempo.startsWith(today.slice(0, 4))))
    ? monthOf(today)
    : 0;
  return (
    <div className="table-window schedule" role="region" aria-label="Jadwal semua pengirim" tabIndex={0}>
      <table className="ledger dense sticky">
        <thead>
          <tr>
            <th scope="col">Pengirim</th>
            <th scope="col">Sekarang</th>
            <th scope="col">Jadwal</th>
            {MONTHS.map((name, at) => (
              <th key={name} scope="col" className={at + 1 === now ? 'now' : ''}>
                {name}
                {at + 1 === now ? <span className="hidden-text">, bulan ini</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={row.instansi}>
              <th scope="row">
                <Link
                  className="row-link"
                  to="/kiriman/jadwal"
                  search={(before) => ({ ...before, instansi: row.instansi })}
                >
                  {row.instansi === BKN_INSTANSI ? 'BKN' : shortName(row.nama)}
                </Link>
              </th>
              <td className="nowrap">
                <Now row={row} />
              </td>
              <td className="nowrap second">
                {row.sendiri && row.irama !== null ? describeShortly(row.irama) : <span className="dim">umum</span>}
              </td>
              {MONTHS.map((name, at) => (
                <td key={name} className={at + 1 === now ? 'now' : ''}>
                  <Cell row={row} due={row.jatuhTempo.find(({ tempo }) => monthOf(tempo) === at + 1)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Now({ row: { terlambat, berikutnya } }: { readonly row: ScheduleRow }) {
  if (terlambat !== null) return <State state="bad">Terlambat {formatNumber(terlambat.hari)} hari</State>;
  if (berikutnya === null) return <span className="dim">tidak ditunggu</span>;
  return <span className="second">sampai {formatDay(berikutnya)}</span>;
}

interface CellProps {
  readonly row: ScheduleRow;
  readonly due: DueAnswer | undefined;
}

/** The day on which it came, how late it is, or the day on which it is due. */
function Cell({ row, due }: CellProps) {
  if (due === undefined) return null;
  const words = wordsOf(due);
  const shown = (
    <span className="state" title={words}>
      {due.keadaan === 'ditunggu' || due.keadaan === 'datang' ? null : <Glyph state={DUE_WORDS[due.keadaan][0]} />}
      <span aria-hidden="true">{shortly(due)}</span>
      <span className="hidden-text">{words}</span>
    </span>
  );
  if (due.kiriman === null)
    return due.keadaan === 'ditunggu' || due.keadaan === 'terlewat' ? <span className="dim">{shown}</span> : shown;
  return (
    <Link to="/kiriman/$dari/$kiriman" params={{ dari: String(row.instansi), kiriman: due.kiriman }}>
      {shown}
    </Link>
  );
}

/** The day of the month where it came in its own month, else with the month's name. */
function shortly({ keadaan, hari, tempo, diterima }: DueAnswer): string {
  if (keadaan === 'terlambat' || keadaan === 'datang-terlambat') return `+${formatNumber(hari)}`;
  if (keadaan === 'terlewat') return 'tidak';
  if (keadaan === 'ditunggu') return `≤ ${dayOf(tempo)}`;
  const came = diterima ?? tempo;
  return came.slice(0, 7) === tempo.slice(0, 7) ? String(dayOf(came)) : formatDay(came).replace(/ \d{4}$/, '');
}

function wordsOf(due: DueAnswer): string {
  const came =
    due.diterima === null || due.per === null
      ? ''
      : `, diterima ${formatDay(due.diterima)}, data per ${formatDay(due.per)}`;
  return `${describeDue(due)}: jatuh tempo ${formatDay(due.tempo)}${came}`;
}

/** What stands in the cells of the grid. */
export function ScheduleLegend() {
  return (
    <>
      <State state="ok">3: diterima tanggal 3</State>
      <State state="warn">+3: datang terlambat 3 hari</State>
      <State state="bad">+17: belum datang, terlambat 17 hari</State>
      <State state="none">tidak: tidak datang, data yang lebih baru sudah ada</State>
      <span>≤ 10: paling lambat tanggal 10</span>
    </>
  );
}

/** The due days of one instansi, the newest first. */
export function OwnSchedule({ row }: { readonly row: ScheduleRow }) {
  if (row.jatuhTempo.length === 0) return <Empty>Tidak ada kiriman yang ditunggu pada tahun ini.</Empty>;
  return (
    <table className="ledger stack">
      <thead>
        <tr>
          <th scope="col">Jatuh tempo</th>
          <th scope="col">Keadaan</th>
          <th scope="col">Diterima</th>
          <th scope="col">Data per</th>
        </tr>
      </thead>
      <tbody>
        {row.jatuhTempo.toReversed().map((due) => (
          <tr key={due.tempo}>
            <td data-label="Jatuh tempo">{formatDay(due.tempo)}</td>
            <td data-label="Keadaan">
              <State state={DUE_WORDS[due.keadaan][0]}>{describeDue(due)}</State>
            </td>
            <td data-label="Diterima">
              {due.kiriman === null || due.diterima === null ? (
                <span className="dim">belum ada</span>
              ) : (
                <Link
                  className="row-link"
                  to="/kiriman/$dari/$kiriman"
                  params={{ dari: String(row.instansi), kiriman: due.kiriman }}
                >
                  {formatDay(due.diterima)}
                </Link>
              )}
            </td>
            <td data-label="Data per">
              {due.per === null ? <span className="dim">belum ada</span> : formatDay(due.per)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
