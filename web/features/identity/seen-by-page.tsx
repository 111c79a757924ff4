import './identity.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { describeEvent, type SeenByList, seenByList } from '#identity/contract';
import { ask } from '../../api/request.ts';
import { shortName } from '../../api/session.ts';
import { Reason } from '../../api/shown.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { formatInstant } from '../../ui/format.ts';
import { Empty } from '../../ui/instead.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';

/** Siapa melihat data saya: for whoever is a pegawai. */
export function SeenPage() {
  return (
    <>
      <PageHead
        title="Siapa melihat data saya"
        said="Setiap kali data kepegawaian Anda dibuka, tercatat siapa yang membukanya dan kapan. Catatan ini tidak dapat dihapus."
      />
      <SeenBy
        path="saya/dilihat"
        nobody="Belum ada yang membuka data Anda sejak portal dipakai, atau akun Anda belum dihubungkan dengan data pegawai. Untuk menghubungkannya, mintalah admin instansi Anda."
      />
    </>
  );
}

/** Siapa melihat data orang ini: for those who work with its people. */
export function SeenByPage() {
  const { dari, orang } = useParams({ from: '/portal/pegawai/$dari/$orang/dilihat' });
  return (
    <>
      <PageHead
        title="Siapa melihat data orang ini"
        crumb={
          <Link to="/pegawai/$dari/$orang" params={{ dari, orang }}>
            Kembali ke pegawai
          </Link>
        }
        said="Setiap pembukaan datanya, terbaru di atas. Orang itu melihat daftar yang sama."
      />
      <SeenBy
        path={`orang/${encodeURIComponent(dari)}/${encodeURIComponent(orang)}/dilihat`}
        nobody="Belum ada yang membuka data orang ini."
      />
    </>
  );
}

type Row = SeenByList['dilihat'][number];

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'pada',
    head: 'Waktu',
    name: 'Waktu',
    cell: (row) => <span className="nowrap">{formatInstant(row.pada)}</span>,
  },
  {
    key: 'siapa',
    head: 'Siapa',
    name: 'Siapa',
    cell: (row) => row.nama ?? <span className="second">Pengguna instansi lain</span>,
  },
  {
    key: 'instansi',
    head: 'Instansi',
    name: 'Instansi',
    cell: (row) =>
      row.namaInstansi === null ? <span className="dim">tidak dikenal</span> : shortName(row.namaInstansi),
  },
  {
    key: 'tindakan',
    head: 'Yang dilakukan',
    name: 'Yang dilakukan',
    narrow: 'whole',
    cell: (row) => describeEvent(row.tindakan, row.rincian),
  },
];

function SeenBy({ path, nobody }: { readonly path: string; readonly nobody: string }) {
  const list = useInfiniteQuery({
    queryKey: ['dilihat', path],
    queryFn: async ({ pageParam, signal }) => ask(seenByList, path, { query: { sesudah: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ lanjut }) => lanjut ?? undefined,
  });
  const rows = list.data?.pages.flatMap(({ dilihat }) => dilihat) ?? [];
  return (
    <Sheet title="Pembukaan data" rule="urut waktu">
      {list.error !== null && list.data === undefined ? (
        <Reason error={list.error} onAgain={() => void list.refetch()} />
      ) : list.data !== undefined && rows.length === 0 ? (
        <Empty>{nobody}</Empty>
      ) : (
        <DataTable
          label="Pembukaan data"
          columns={COLUMNS}
          rows={rows}
          rowKey={(row) => `${row.pada} ${row.tindakan} ${row.nama ?? ''}`}
          isLoading={list.isPending}
          style="plain"
          more={
            list.hasNextPage ? { isLoading: list.isFetchingNextPage, load: () => void list.fetchNextPage() } : undefined
          }
        />
      )}
    </Sheet>
  );
}
