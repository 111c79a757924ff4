import './intake.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DeliveryRow } from '#intake/contract';
import { instansiQuery, shortName, useCan } from '../../api/session.ts';
import { Shown } from '../../api/shown.tsx';
import { Accounting } from '../../ui/accounting.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { formatBytes, formatDay, formatInstant, formatNumber } from '../../ui/format.ts';
import { State } from '../../ui/glyph.tsx';
import { Empty } from '../../ui/instead.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { DeliveryTabs } from './delivery-tabs.tsx';
import { deliveriesQuery, useDeliveryScope } from './queries.ts';
import { DELIVERY_WORDS } from './words.ts';

/** Kiriman: every delivery with its state, newest first. */
export function DeliveriesPage() {
  const instansi = useDeliveryScope();
  const deliveries = useQuery(deliveriesQuery(instansi));
  const { data: all = [] } = useQuery(instansiQuery);
  const nameOf = (code: number): string => shortName(all.find((one) => one.instansi === code)?.nama ?? String(code));
  const can = useCan();
  const columns = columnsWith(nameOf).filter(({ key }) => key !== 'instansi' || instansi === undefined);
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
          {({ kiriman }) =>
            kiriman.length === 0 ? (
              <Empty>
                <p>Belum ada kiriman. Kirim berkas Simpeg apa adanya; portal yang menyesuaikan kolomnya.</p>
                {can('kiriman.kirim') ? (
                  <Link className="button" to="/kiriman/kirim">
                    Kirim data
                  </Link>
                ) : null}
              </Empty>
            ) : (
              <DataTable label="Kiriman" columns={columns} rows={kiriman} rowKey={(row) => row.kiriman} />
            )
          }
        </Shown>
      </Sheet>
    </>
  );
}

function sentenceOf(deliveries: readonly DeliveryRow[]): string {
  const waiting = deliveries.filter(({ keadaan }) => keadaan === 'diperiksa').length;
  const words = `${formatNumber(deliveries.length)} kiriman`;
  return waiting === 0
    ? `${words}. Tidak ada yang menunggu keputusan.`
    : `${words}, ${formatNumber(waiting)} menunggu keputusan.`;
}

const columnsWith = (nameOf: (instansi: number) => string): readonly Column<DeliveryRow>[] => [
  {
    key: 'berkas',
    head: 'Berkas',
    name: 'Berkas',
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
        <small className="under-file">{formatInstant(row.diterimaPada)}</small>
      </>
    ),
  },
  {
    key: 'terbit',
    head: 'Terbit',
    name: 'Terbit',
    narrow: 'hidden',
    cell: (row) => <span className="nowrap dim">{row.terbitPada === null ? '' : formatInstant(row.terbitPada)}</span>,
  },
];
