import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProvinceAnswer } from '#findings/contract';
import { scheduleQuery } from '../../api/schedule.ts';
import { shortName } from '../../api/session.ts';
import { Shown } from '../../api/shown.tsx';
import { Bars } from '../../ui/bars.tsx';
import { download, toCsv } from '../../ui/csv.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { daysSince, formatDay, formatDecimal, formatNumber, formatShare } from '../../ui/format.ts';
import { Glyph, State } from '../../ui/glyph.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Empty } from '../../ui/instead.tsx';
import { OpenFigure } from '../../ui/opens.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Sparkline } from '../../ui/sparkline.tsx';
import { type Bounds, boundsOfFifths, classOf } from '../../ui/tile-classes.ts';
import { Tile, TileMap } from '../../ui/tile-map.tsx';
import { provinceQuery } from './queries.ts';
import { TILE_PLACES } from './tile-places.ts';

type Row = ProvinceAnswer['baris'][number];

/** Beranda of the province and of BKN: the 36 governments as rows and on the map. */
export function ProvinceHome() {
  const province = useQuery(provinceQuery);
  const { data: schedule } = useQuery(scheduleQuery(undefined));
  const lateOf = (row: Row): number =>
    schedule?.baris.find(({ instansi }) => instansi === row.instansi)?.terlambat?.hari ?? 0;
  return (
    <>
      <PageHead
        title="Beranda provinsi"
        said={province.data === undefined ? undefined : <Said answer={province.data} />}
      />
      <Shown query={province} label="36 instansi">
        {(answer) => (
          <div className="columns province">
            <Governments rows={answer.baris} lateOf={lateOf} />
            <div className="aside">
              <Map rows={answer.baris} />
              <Late />
              <Causes answer={answer} />
            </div>
          </div>
        )}
      </Shown>
    </>
  );
}

function Said({ answer: { neraca, selisih, baris } }: { readonly answer: ProvinceAnswer }) {
  return (
    <>
      <OpenFigure to="/pegawai" search={{ keadaan: 'berpasangan' }} count={neraca.berpasangan} of="PNS berpasangan" />{' '}
      PNS berpasangan di {formatNumber(baris.length)} instansi. Selaras{' '}
      <OpenFigure to="/pegawai" search={{ keadaan: 'selaras' }} count={neraca.selaras} of="orang selaras" /> orang
      {neraca.berpasangan === 0 ? '' : ` (${formatShare(neraca.selaras / neraca.berpasangan)})`}. Selisih terbuka{' '}
      <OpenFigure to="/selisih" search={{ susun: 'orang' }} count={selisih} of="selisih terbuka" />.
    </>
  );
}

const agreement = (row: Row): number | undefined =>
  row.neraca.berpasangan === 0 ? undefined : (row.neraca.selaras / row.neraca.berpasangan) * 100;
const age = (row: Row): number | undefined => (row.simpegPer === null ? undefined : daysSince(row.simpegPer));

const ORDERS: Readonly<Record<string, (row: Row) => number | string>> = {
  instansi: (row) => row.nama,
  umur: (row) => age(row) ?? 99_999,
  pns: (row) => row.neraca.simpeg,
  selaras: (row) => agreement(row) ?? -1,
  terbuka: (row) => row.selisih,
};

function sorted(rows: readonly Row[], order: string): readonly Row[] {
  const key = ORDERS[order.replace(/^-/, '')] ?? ORDERS['instansi'];
  const sign = order.startsWith('-') ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [key?.(a) ?? 0, key?.(b) ?? 0];
    const by = typeof left === 'string' ? left.localeCompare(String(right), 'id') : left - Number(right);
    return by * sign;
  });
}

type LateOf = (row: Row) => number;

const columnsWith = (lateOf: LateOf): readonly Column<Row>[] => [
  {
    key: 'instansi',
    head: 'Instansi',
    name: 'Instansi',
    sort: 'instansi',
    narrow: 'whole',
    isFixed: true,
    text: (row) => row.nama,
    cell: (row) => (
      <Link className="row-link" to="/" search={{ instansi: row.instansi }}>
        {shortName(row.nama)}
      </Link>
    ),
  },
  {
    key: 'umur',
    head: 'Umur kiriman',
    name: 'Umur kiriman',
    sort: 'umur',
    isFigure: true,
    text: (row) => row.simpegPer ?? '',
    cell: (row) => <Age row={row} late={lateOf(row)} />,
  },
  {
    key: 'pns',
    head: 'PNS',
    name: 'PNS',
    sort: 'pns',
    isFigure: true,
    narrow: 'hidden',
    text: (row) => String(row.neraca.simpeg),
    cell: (row) => (
      <OpenFigure
        to="/pegawai"
        search={{ instansi: row.instansi, keadaan: 'simpeg' }}
        count={row.neraca.simpeg}
        of={`PNS di Simpeg ${row.nama}`}
      />
    ),
  },
  {
    key: 'selaras',
    head: 'Selaras %',
    name: 'Selaras',
    sort: 'selaras',
    isFigure: true,
    text: (row) => formatDecimal(agreement(row) ?? 0),
    cell: (row) => {
      const share = agreement(row);
      return share === undefined ? (
        <span className="dim">belum dinilai</span>
      ) : (
        <OpenFigure
          to="/pegawai"
          search={{ instansi: row.instansi, keadaan: 'selaras' }}
          count={row.neraca.selaras}
          shown={formatDecimal(share)}
          of={`PNS selaras ${row.nama}`}
        />
      );
    },
  },
  {
    key: 'terbuka',
    head: 'Terbuka',
    name: 'Terbuka',
    sort: 'terbuka',
    isFigure: true,
    text: (row) => String(row.selisih),
    cell: (row) => (
      <OpenFigure
        to="/selisih"
        search={{ instansi: row.instansi, susun: 'orang' }}
        count={row.selisih}
        of={`selisih ${row.nama}`}
      />
    ),
  },
  {
    key: 'riwayat',
    head: 'Riwayat',
    name: 'Riwayat',
    narrow: 'hidden',
    cell: (row) => (
      <Sparkline
        values={row.selaras}
        leastSpan={0.1}
        says={`Selaras dari ${formatShare(row.selaras[0] ?? 0)} menjadi ${formatShare(row.selaras.at(-1) ?? 0)}`}
      />
    ),
  },
];

/** How old the data are, marked where the next ones are late by the calendar of deliveries. */
function Age({ row, late }: { readonly row: Row; readonly late: number }) {
  const days = age(row);
  const words =
    days === undefined ? <span className="dim">belum ada</span> : days <= 0 ? 'hari ini' : `${formatNumber(days)} hari`;
  if (late === 0) return words;
  return (
    <span className="state" title={`Kiriman terlambat ${formatNumber(late)} hari`}>
      <Glyph state="bad" />
      <span className="hidden-text">Terlambat,</span>
      {words}
    </span>
  );
}

function Governments({ rows, lateOf }: { readonly rows: readonly Row[]; readonly lateOf: LateOf }) {
  const columns = columnsWith(lateOf);
  const [order, setOrder] = useState('-terbuka');
  const list = sorted(rows, order);
  const exported = columns.filter(({ text }) => text !== undefined);
  return (
    <Sheet
      title={`${formatNumber(rows.length)} instansi`}
      rule={order === '-terbuka' ? 'urut selisih terbuka' : undefined}
      end={
        <button
          type="button"
          className="button small-button quiet"
          onClick={() =>
            download(
              'instansi.csv',
              toCsv(
                exported.map(({ name }) => name),
                list.map((row) => exported.map(({ text }) => text?.(row) ?? '')),
              ),
            )
          }
        >
          <Icon name="unduh" />
          Ekspor
        </button>
      }
    >
      <DataTable
        label="Instansi"
        columns={columns}
        rows={list}
        rowKey={(row) => String(row.instansi)}
        order={order}
        onOrder={(next) => setOrder(next ?? '-terbuka')}
        style="dense"
      />
    </Sheet>
  );
}

interface Measure {
  readonly caption: string;
  readonly of: (row: Row) => number | undefined;
  readonly write: (value: number) => string;
  /** Lower ends of the classes of which greater is better, best first: given ones, or a fifth of the instansi in each. */
  readonly bounds?: Bounds;
  /** How the lower end of a class is written, and the last class, which lies below the end of the one before. */
  readonly words: (bounds: Bounds) => readonly string[];
}

const atLeast = ([best, ...others]: Bounds): readonly string[] => [`${best}+`, ...others.map(String), `<${others[2]}`];
const atMost = (bounds: Bounds): readonly string[] => {
  const [best, ...others] = bounds.map((bound) => -bound);
  return [`≤${best}`, ...others.map(String), `>${others[2]}`];
};

const MEASURES: Readonly<Record<'selaras' | 'terbuka' | 'umur', Measure>> = {
  selaras: {
    caption: 'Selaras, %',
    of: agreement,
    write: (value) => (value === 100 ? '100' : formatDecimal(value)),
    words: atLeast,
  },
  terbuka: {
    caption: 'Selisih per 100 PNS',
    of: (row) => (row.neraca.berpasangan === 0 ? undefined : -(row.selisih / row.neraca.berpasangan) * 100),
    write: (value) => formatDecimal(-value),
    words: atMost,
  },
  umur: {
    caption: 'Umur kiriman, hari',
    of: (row) => (age(row) === undefined ? undefined : -(age(row) ?? 0)),
    write: (value) => formatNumber(-value),
    bounds: [-7, -14, -30, -60],
    words: atMost,
  },
};

const CHOICES = [
  ['selaras', 'Selaras'],
  ['terbuka', 'Selisih'],
  ['umur', 'Umur kiriman'],
] as const;

function Map({ rows }: { readonly rows: readonly Row[] }) {
  const [chosen, setChosen] = useState<keyof typeof MEASURES>('selaras');
  const measure = MEASURES[chosen];
  const ofTiles = rows.filter(({ instansi }) => TILE_PLACES.some(({ code }) => code === instansi));
  const bounds = measure.bounds ?? boundsOfFifths(ofTiles.flatMap((row) => measure.of(row) ?? []));
  return (
    <Sheet
      title="Peta"
      end={<Segments label="Angka pada peta" options={CHOICES} chosen={chosen} onChoose={setChosen} />}
    >
      <TileMap
        label={`Peta kabupaten dan kota: ${measure.caption}`}
        caption={measure.caption}
        classes={measure.words(bounds)}
      >
        {TILE_PLACES.map((place) => {
          const row = rows.find(({ instansi }) => instansi === place.code);
          const value = row === undefined ? undefined : measure.of(row);
          return (
            <Tile
              key={place.code}
              to="/"
              search={{ instansi: place.code }}
              place={place}
              name={row?.nama ?? place.short}
              figure={value === undefined ? 'belum' : measure.write(value)}
              level={value === undefined ? undefined : classOf(value, bounds)}
            />
          );
        })}
      </TileMap>
    </Sheet>
  );
}

/** Deliveries that are due and have not come, longest first. */
function Late() {
  const schedule = useQuery(scheduleQuery(undefined));
  return (
    <Shown query={schedule} label="jadwal kiriman">
      {({ baris }) => {
        const late = baris
          .flatMap(({ terlambat, ...row }) => (terlambat === null ? [] : [{ ...row, ...terlambat }]))
          .toSorted((a, b) => b.hari - a.hari || a.instansi - b.instansi);
        const next = baris.flatMap(({ berikutnya }) => berikutnya ?? []).toSorted()[0];
        return (
          <Sheet
            title={<Link to="/kiriman/jadwal">Kiriman terlambat</Link>}
            end={`${formatNumber(late.length)} dari ${formatNumber(baris.length)} pengirim`}
          >
            {late.length === 0 ? (
              <Empty>
                Tidak ada kiriman yang terlambat.
                {next === undefined ? '' : ` Jatuh tempo berikutnya ${formatDay(next)}.`}
              </Empty>
            ) : (
              <table className="ledger dense">
                <thead className="hidden-text">
                  <tr>
                    <th scope="col">Pengirim</th>
                    <th scope="col">Jatuh tempo</th>
                    <th scope="col">Terlambat</th>
                  </tr>
                </thead>
                <tbody>
                  {late.slice(0, LATE_SHOWN).map((row) => (
                    <tr key={row.instansi}>
                      <td>
                        <Link to="/kiriman/jadwal" search={{ instansi: row.instansi }}>
                          {shortName(row.nama)}
                        </Link>
                      </td>
                      <td className="second">sejak {formatDay(row.sejak)}</td>
                      <td className="figure">
                        <State state="bad">{formatNumber(row.hari)} hari</State>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </Sheet>
        );
      }}
    </Shown>
  );
}

const LATE_SHOWN = 6;

/** The causes that hold most people, each in the instansi where it does. */
function Causes({ answer: { sebab, baris } }: { readonly answer: ProvinceAnswer }) {
  if (sebab.length === 0) return null;
  const nameOf = (code: number): string =>
    shortName(baris.find(({ instansi }) => instansi === code)?.nama ?? String(code));
  return (
    <Sheet title="Sebab terbesar" rule="per instansi" end="orang">
      <Bars
        bars={sebab.slice(0, 8).map(({ sebab: key, instansi, kalimat, orang }) => ({
          key: `${instansi}-${key}`,
          name: (
            <Link className="name" to="/selisih" search={{ instansi, sebab: key }}>
              {nameOf(instansi)}: {kalimat}
            </Link>
          ),
          value: orang,
          figure: <OpenFigure to="/selisih" search={{ instansi, sebab: key }} count={orang} of="orang" />,
        }))}
      />
    </Sheet>
  );
}
