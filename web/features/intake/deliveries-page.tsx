import './intake.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { DELIVERY_STATES, type DeliveryRow } from '#intake/contract';
import { useCan, useInstansiName } from '../../api/session.ts';
import { Shown } from '../../api/shown.tsx';
import { holdsWords } from '../../lists/search.ts';
import { ShortList } from '../../lists/short-list.tsx';
import { Accounting } from '../../ui/accounting.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Facets } from '../../ui/facets.tsx';
import { formatBytes, formatDay, formatInstant, formatNumber } from '../../ui/format.ts';
import { State } from '../../ui/glyph.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { DeliveryTabs } from './delivery-tabs.tsx';
import { deliveriesQuery, useDeliveryScope } from './queries.ts';
import { deliverySearch } from './search.ts';
import { DELIVERY_WORDS } from './words.ts';

/** Kiriman: every delivery with its state, newest first. */
export function DeliveriesPage() {
  const instansi = useDeliveryScope();
  const deliveries = useQuery(deliveriesQuery(instansi));
  const can = useCan();
  return (
    <>
      <PageHead
        title="Kiriman"
        said={deliveries.data === undefined ? undefined : sentenceOf(deliveries.data.kiriman)}
        actions={
          can('kiriman.kirim') ? (
            <Link className="button main" to="/kiriman/kirim">
              Kirim data
            </Link>
          ) : undefined
        }
      />
      <DeliveryTabs />
      <Sheet title="Semua kiriman" rule="terbaru di atas">
        <Shown query={deliveries} label="kiriman">
          {({ kiriman }) => <Deliveries kiriman={kiriman} withInstansi={instansi === undefined} />}
        </Shown>
      </Sheet>
    </>
  );
}

interface DeliveriesProps {
  readonly kiriman: readonly DeliveryRow[];
  readonly withInstansi: boolean;
}

function Deliveries({ kiriman, withInstansi }: DeliveriesProps) {
  const search = useSearch({ from: '/portal/kiriman' });
  const navigate = useNavigate({ from: '/kiriman' });
  const nameOf = useInstansiName();
  const can = useCan();
  const { keadaan, cari } = search;
  const found = kiriman.filter((row) => holdsWords(cari, [row.namaBerkas, row.pengirim, nameOf(row.instansi)]));
  const change = (next: Readonly<Record<string, string | undefined>>): void => {
    void navigate({ search: (before) => deliverySearch.parse({ ...before, ...next }), replace: true });
  };
  const countOf = (state: DeliveryRow['keadaan']): number => found.filter((row) => row.keadaan === state).length;
  return (
    <ShortList
      daftar="kiriman"
      label="Kiriman"
      unit="kiriman"
      columns={columnsWith(nameOf).filter(({ key }) => key !== 'instansi' || withInstansi)}
      rows={keadaan === undefined ? found : found.filter((row) => row.keadaan === keadaan)}
      rowKey={(row) => row.kiriman}
      rowName={(row) => row.namaBerkas}
      search={search}
      onChange={change}
      onOpen={(next, isFirst) => void navigate({ search: deliverySearch.parse(next), replace: isFirst })}
      sought="berkas, pengirim"
      words={[
        ...(keadaan === undefined ? [] : [`keadaan: ${DELIVERY_WORDS[keadaan][1]}`]),
        ...(cari === undefined ? [] : [`memuat "${cari}"`]),
      ]}
      filters={['keadaan', 'cari']}
      facets={
        <Facets
          label="Saring menurut keadaan"
          all={{ word: 'Semua', count: found.length }}
          facets={DELIVERY_STATES.filter((state) => state === keadaan || countOf(state) > 0).map((state) => ({
            nilai: state,
            label: DELIVERY_WORDS[state][1],
            jumlah: countOf(state),
          }))}
          chosen={keadaan}
          onChoose={(chosen) => change({ keadaan: chosen })}
        />
      }
      empty={
        <>
          <p>Belum ada kiriman. Kirim berkas Simpeg apa adanya; portal yang menyesuaikan kolomnya.</p>
          {can('kiriman.kirim') ? (
            <Link className="button" to="/kiriman/kirim">
              Kirim data
            </Link>
          ) : null}
        </>
      }
    />
  );
}

function sentenceOf(deliveries: readonly DeliveryRow[]): string {
  const waiting = deliveries.filter(({ keadaan }) => keadaan === 'diperiksa').length;
  const words = `${formatNumber(deliveries.length)} kiriman`;
  return waiting === 0
    ? `${words}. Tidak ada yang menunggu keputusan.`
    : `${words}, ${formatNumber(waiting)} menunggu keputusan.`;
}

/** Where a column is narrow the clock goes below the day, whole. */
const dayAboveTime = (at: string): string => formatInstant(at).replaceAll(/ (?=.* )/g, '\u00a0');

const columnsWith = (nameOf: (instansi: number) => string): readonly Column<DeliveryRow>[] => [
  {
    key: 'berkas',
    head: 'Berkas',
    name: 'Berkas',
    isFixed: true,
    narrow: 'whole',
    cell: (row) => (
      <>
        <Link
          className="row-link file-name"
          to="/kiriman/$dari/$kiriman"
          params={{ dari: String(row.instansi), kiriman: row.kiriman }}
        >
          {row.namaBerkas}
        </Link>
        <small className="under-file">{formatBytes(row.besarByte)}</small>
      </>
    ),
  },
  {
    key: 'instansi',
    head: 'Instansi',
    name: 'Instansi',
    narrow: 'whole',
    cell: (row) => <span className="second nowrap">{nameOf(row.instansi)}</span>,
  },
  {
    key: 'keadaan',
    head: 'Keadaan',
    name: 'Keadaan',
    cell: (row) => <State state={DELIVERY_WORDS[row.keadaan][0]}>{DELIVERY_WORDS[row.keadaan][1]}</State>,
  },
  {
    key: 'per',
    head: 'Data per',
    name: 'Data per',
    cell: (row) =>
      row.per === null ? (
        <span className="dim">belum diketahui</span>
      ) : (
        <span className="nowrap">{formatDay(row.per)}</span>
      ),
  },
  {
    key: 'baris',
    head: 'Baris',
    name: 'Baris',
    narrow: 'whole',
    cell: (row) =>
      row.baris === null ? (
        <span className="dim">belum dibaca</span>
      ) : (
        <span className="row-sum">
          <Accounting read={row.baris.dibaca} accepted={row.baris.diterima} quarantined={row.baris.dikarantina} />
        </span>
      ),
  },
  {
    key: 'pengirim',
    head: 'Dikirim',
    name: 'Dikirim',
    narrow: 'whole',
    cell: (row) => (
      <>
        {row.pengirim}
        <small className="under-file nowrap">{formatInstant(row.diterimaPada)}</small>
      </>
    ),
  },
  {
    key: 'terbit',
    head: 'Terbit',
    name: 'Terbit',
    narrow: 'hidden',
    cell: (row) => <span className="dim">{row.terbitPada === null ? '' : dayAboveTime(row.terbitPada)}</span>,
  },
];
