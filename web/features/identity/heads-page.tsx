import './identity.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { type AuditHeads, auditHeads } from '#identity/contract';
import { ask } from '../../api/request.ts';
import { useInstansiName } from '../../api/session.ts';
import { Shown } from '../../api/shown.tsx';
import { download, toCsv } from '../../ui/csv.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { formatDay, formatNumber } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { Empty } from '../../ui/instead.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';

type Head = AuditHeads['kepala'][number];

/** Kepala harian: the newest event of each chain as it was each day, to be kept elsewhere. */
export function HeadsPage() {
  const { instansi } = useSearch({ strict: false });
  const nameOf = useInstansiName();
  const heads = useQuery({
    queryKey: ['audit', 'kepala', instansi ?? 'semua'],
    queryFn: async ({ signal }) => ask(auditHeads, 'audit/kepala', { query: { instansi }, signal }),
  });
  const columns: readonly Column<Head>[] = [
    {
      key: 'tanggal',
      head: 'Tanggal',
      name: 'Tanggal',
      cell: (row) => <span className="nowrap">{formatDay(row.tanggal)}</span>,
    },
    { key: 'instansi', head: 'Instansi', name: 'Instansi', cell: (row) => nameOf(row.instansi) },
    {
      key: 'nomor',
      head: 'Peristiwa terakhir',
      name: 'Peristiwa terakhir',
      isFigure: true,
      cell: (row) => formatNumber(row.nomor),
    },
    {
      key: 'sidik',
      head: 'Sidik jari (SHA-256)',
      name: 'Sidik jari',
      narrow: 'whole',
      cell: (row) => <span className="mono anywhere">{row.sidikJari}</span>,
    },
  ];
  const save = (kepala: readonly Head[]): void =>
    download(
      `kepala-jejak-${kepala[0]?.tanggal ?? 'kosong'}.csv`,
      toCsv(
        ['tanggal', 'instansi', 'nama_instansi', 'peristiwa_terakhir', 'sidik_jari'],
        kepala.map((row) => [
          row.tanggal,
          String(row.instansi),
          nameOf(row.instansi),
          String(row.nomor),
          row.sidikJari,
        ]),
      ),
    );
  return (
    <>
      <PageHead
        title="Kepala harian"
        crumb={<Link to="/audit">Audit</Link>}
        said="Simpan salinannya di luar portal. Bila kelak satu peristiwa lama diubah, kepala hari itu tidak lagi cocok, dan verifikasi menunjukkannya."
        actions={
          <button
            type="button"
            className="button"
            disabled={heads.data === undefined || heads.data.kepala.length === 0}
            onClick={() => save(heads.data?.kepala ?? [])}
          >
            <Icon name="unduh" />
            Unduh CSV
          </button>
        }
      />
      <Sheet title="Dua bulan terakhir" rule="terbaru di atas">
        <Shown query={heads} label="kepala harian">
          {({ kepala }) =>
            kepala.length === 0 ? (
              <Empty>Belum ada. Kepala dicatat sekali sehari, sejak rantai mempunyai peristiwa.</Empty>
            ) : (
              <DataTable
                label="Kepala harian"
                columns={columns}
                rows={kepala}
                rowKey={(row) => `${row.tanggal} ${row.instansi}`}
                style="plain"
              />
            )
          }
        </Shown>
      </Sheet>
    </>
  );
}
