import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProvinceAnswer } from '#findings/contract';
import { shortName } from '../../api/session.ts';
import { Shown } from '../../api/shown.tsx';
import { Bars } from '../../ui/bars.tsx';
import { download, toCsv } from '../../ui/csv.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { daysSince, formatDecimal, formatNumber, formatShare } from '../../ui/format.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Empty } from '../../ui/instead.tsx';
import { OpenFigure } from '../../ui/opens.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Sparkline } from '../../ui/sparkline.tsx';
import { classOf, Tile, TileMap } from '../../ui/tile-map.tsx';
import { provinceQuery } from './queries.ts';
import { TILE_PLACES } from './tile-places.ts';

type Row = ProvinceAnswer['baris'][number];

/** Days after which a delivery is late, and after which it is long overdue. */
const LATE = { warn: 30, bad: 60 } as const;

/** Beranda of the province and of BKN: the 36 governments as rows and on the map. */
export function ProvinceHome() {
  const province = useQuery(provinceQuery);
  return (
    <>
      <PageHead
        title="Beranda provinsi"
        said={province.data === undefined ? undefined : <Said answer={province.data} />}
      />
      <Shown query={province} label="36 instansi">
        {(answer) => (
          <div className="columns province">
            <Governments rows={answer.baris} />
            <div className="aside">
              <Map rows={answer.baris} />
              <Late rows={answer.baris} />
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

const COLUMNS: readonly Column<Row>[] = [
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
    cell: (row) => <Age row={row} />,
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
      return share === undefined ? <span className="dim">belum dinilai</span> : formatDecimal(share);
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
        says={`Selaras dari ${formatShare(row.selaras[0] ?? 0)} menjadi ${formatShare(row.selaras.at(-1) ?? 0)}`}
      />
    ),
  },
];

function Age({ row }: { readonly row: Row }) {
  const days = age(row);
  if (days === undefined) return <span className="dim">belum ada</span>;
  const words = days <= 0 ? 'hari ini' : `${formatNumber(days)} hari`;
  if (days <= LATE.warn) return words;
  return (
    <span className="state">
      <Glyph state={days > LATE.bad ? 'bad' : 'warn'} />
      <span className="hidden-text">{days > LATE.bad ? 'Lewat tenggat' : 'Terlambat'}</span>
      {words}
    </span>
  );
}

function Governments({ rows }: { readonly rows: readonly Row[] }) {
  const [order, setOrder] = useState('-terbuka');
  const list = sorted(rows, order);
  const exported = COLUMNS.filter(({ text }) => text !== undefined);
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
        columns={COLUMNS}
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
  /** Lower ends of the classes for values of which more is better, best first. */
  readonly bounds: readonly [number, number, number, number];
  readonly classes: readonly string[];
}

const MEASURES: Readonly<Record<'selaras' | 'terbuka' | 'umur', Measure>> = {
  selaras: {
    caption: 'Selaras, %',
    of: agreement,
    write: (value) => (value === 100 ? '100' : formatDecimal(value)),
    bounds: [92, 85, 80, 70],
    classes: ['92+', '85', '80', '70', '<70'],
  },
  terbuka: {
    caption: 'Selisih per 100 PNS',
    of: (row) => (row.neraca.berpasangan === 0 ? undefined : -(row.selisih / row.neraca.berpasangan) * 100),
    write: (value) => formatDecimal(-value),
    bounds: [-10, -20, -30, -45],
    classes: ['≤10', '20', '30', '45', '>45'],
  },
  umur: {
    caption: 'Umur kiriman, hari',
    of: (row) => (age(row) === undefined ? undefined : -(age(row) ?? 0)),
    write: (value) => formatNumber(-value),
    bounds: [-7, -14, -30, -60],
    classes: ['≤7', '14', '30', '60', '>60'],
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
  return (
    <Sheet
      title="Peta"
      end={<Segments label="Angka pada peta" options={CHOICES} chosen={chosen} onChoose={setChosen} />}
    >
      <TileMap
        label={`Peta kabupaten dan kota: ${measure.caption}`}
        caption={measure.caption}
        classes={measure.classes}
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
              level={value === undefined ? undefined : classOf(value, measure.bounds)}
            />
          );
        })}
      </TileMap>
    </Sheet>
  );
}

function Late({ rows }: { readonly rows: readonly Row[] }) {
  const late = rows.filter((row) => (age(row) ?? 99_999) > LATE.bad);
  return (
    <Sheet title="Kiriman terlambat" end={`${formatNumber(late.length)} lebih dari ${LATE.bad} hari atau belum ada`}>
      {late.length === 0 ? (
        <Empty>Semua instansi mengirim dalam {LATE.bad} hari terakhir.</Empty>
      ) : (
        <table className="ledger dense">
          <thead className="hidden-text">
            <tr>
              <th scope="col">Instansi</th>
              <th scope="col">Umur kiriman</th>
            </tr>
          </thead>
          <tbody>
            {sorted(late, '-umur')
              .slice(0, 6)
              .map((row) => (
                <tr key={row.instansi}>
                  <td>
                    <Link to="/kiriman" search={{ instansi: row.instansi }}>
                      {shortName(row.nama)}
                    </Link>
                  </td>
                  <td className="figure">
                    <Age row={row} />
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
    </Sheet>
  );
}

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
