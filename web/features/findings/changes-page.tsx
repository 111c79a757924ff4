import './findings.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { CHANGE_KINDS, type ChangeKind, type DifferenceRow } from '#findings/contract';
import { Reason } from '../../api/shown.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { formatDay, formatNumber } from '../../ui/format.ts';
import { Empty } from '../../ui/instead.tsx';
import { Nip } from '../../ui/nip.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { CHANGE_WORDS } from './changes-sheet.tsx';
import { useColumns } from './difference-list.tsx';
import { changeListQuery, useScope } from './queries.ts';

const CHOICES = CHANGE_KINDS.map((kind) => [kind, CHANGE_WORDS[kind][0]] as const);

/** The names behind "Sejak kiriman lalu". */
export function ChangesPage() {
  const { instansi } = useScope();
  const { jenis } = useSearch({ from: '/portal/selisih/perubahan' });
  const navigate = useNavigate({ from: '/selisih/perubahan' });
  return (
    <>
      <PageHead
        title="Sejak kiriman lalu"
        crumb={<Link to="/">Beranda</Link>}
        said={`${CHANGE_WORDS[jenis][1]}.`}
        actions={
          <Segments
            label="Jenis perubahan"
            options={CHOICES}
            chosen={jenis}
            onChoose={(chosen) => void navigate({ search: { jenis: chosen } })}
          />
        }
      />
      {instansi === undefined ? (
        <Sheet title={CHANGE_WORDS[jenis][0]}>
          <Empty>Pilih satu instansi di atas: perubahan dihitung dari kiriman tiap instansi.</Empty>
        </Sheet>
      ) : (
        <Changes instansi={instansi} jenis={jenis} />
      )}
    </>
  );
}

const HIDDEN = new Set(['instansi', 'jabatan']);

function Changes({ instansi, jenis }: { readonly instansi: number; readonly jenis: ChangeKind }) {
  const list = useInfiniteQuery(changeListQuery(instansi, jenis));
  const columns = useColumns()
    .filter(({ key }) => !HIDDEN.has(key))
    .map((column) => (column.key === 'nama' && jenis === 'hilang' ? GONE_COLUMN : column));
  const rows = list.data?.pages.flatMap(({ baris }) => baris) ?? [];
  const first = list.data?.pages[0];
  const since = first?.sejak ?? null;
  return (
    <Sheet
      title={CHANGE_WORDS[jenis][0]}
      rule={since === null ? 'urut nama' : `sejak data per ${formatDay(since)}, urut nama`}
      footer={
        first?.jumlah === 0
          ? undefined
          : `${formatNumber(rows.length)} dari ${formatNumber(first?.jumlah ?? 0)} selisih ditampilkan.${jenis === 'baru' ? '' : ' Nilai yang tampil adalah nilai ketika masih berbeda.'}`
      }
    >
      {list.error !== null && first === undefined ? (
        <Reason error={list.error} onAgain={() => void list.refetch()} />
      ) : first?.jumlah === 0 ? (
        <Empty>Tidak ada selisih seperti ini sejak kiriman lalu.</Empty>
      ) : (
        <DataTable
          label={CHANGE_WORDS[jenis][0]}
          columns={columns}
          rows={rows}
          rowKey={(row) => `${row.orang}-${row.bidang}`}
          isLoading={list.isPending}
          more={
            list.hasNextPage ? { isLoading: list.isFetchingNextPage, load: () => void list.fetchNextPage() } : undefined
          }
        />
      )}
    </Sheet>
  );
}

/** Whoever is gone has no page; the list of people tells whether there is one. */
const GONE_COLUMN: Column<DifferenceRow> = {
  key: 'nama',
  head: 'Nama, NIP',
  name: 'Nama',
  narrow: 'whole',
  cell: (row) => (
    <>
      <Link className="row-link" to="/pegawai" search={{ cari: row.nip }}>
        {row.nama}
      </Link>
      <small className="under">
        <Nip value={row.nip} />
      </small>
    </>
  ),
};
