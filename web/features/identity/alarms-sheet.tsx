import { useQuery } from '@tanstack/react-query';
import { type Alarm, alarmList, TAKEN_WORDS } from '#identity/contract';
import { ask } from '../../api/request.ts';
import { useInstansiName } from '../../api/session.ts';
import { Shown } from '../../api/shown.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { formatInstant, formatNumber } from '../../ui/format.ts';
import { State } from '../../ui/glyph.tsx';
import { Empty } from '../../ui/instead.tsx';
import { Sheet } from '../../ui/sheet.tsx';

/** Users who took more within an hour than work explains, and what they answered. */
export function AlarmsSheet({ instansi }: { readonly instansi: number | undefined }) {
  const alarms = useQuery({
    queryKey: ['peringatan', instansi ?? 'semua'],
    queryFn: async ({ signal }) => ask(alarmList, 'peringatan', { query: { instansi }, signal }),
  });
  return (
    <Sheet title="Pengambilan data yang tidak biasa" rule="90 hari terakhir">
      <Shown query={alarms} label="peringatan">
        {({ peringatan }) =>
          peringatan.length === 0 ? (
            <Empty>
              Tidak ada. Di sini tampil akun yang dalam satu jam membuka atau mengekspor data jauh lebih banyak dari
              biasanya.
            </Empty>
          ) : (
            <AlarmTable alarms={peringatan} withInstansi={instansi === undefined} />
          )
        }
      </Shown>
    </Sheet>
  );
}

interface AlarmTableProps {
  readonly alarms: readonly Alarm[];
  readonly withInstansi: boolean;
}

function AlarmTable({ alarms, withInstansi }: AlarmTableProps) {
  const nameOf = useInstansiName();
  const columns: readonly Column<Alarm>[] = [
    { key: 'pada', head: 'Waktu', name: 'Waktu', cell: ({ pada }) => formatInstant(pada) },
    {
      key: 'nama',
      head: 'Pengguna',
      name: 'Pengguna',
      narrow: 'whole',
      cell: (row) => (
        <>
          {row.nama}
          <small className="under-name">
            {withInstansi ? `${row.namaPengguna}, ${nameOf(row.instansi)}` : row.namaPengguna}
          </small>
        </>
      ),
    },
    {
      key: 'apa',
      head: 'Dalam satu jam',
      name: 'Dalam satu jam',
      cell: ({ jenis, jumlah }) => `lebih dari ${formatNumber(jumlah)} ${TAKEN_WORDS[jenis]}`,
    },
    {
      key: 'alasan',
      head: 'Alasan',
      name: 'Alasan',
      narrow: 'whole',
      cell: ({ alasan }) => alasan ?? <State state="warn">Ditahan, belum menjawab</State>,
    },
  ];
  return (
    <DataTable label="Pengambilan yang tidak biasa" columns={columns} rows={alarms} rowKey={(row) => row.peringatan} />
  );
}
