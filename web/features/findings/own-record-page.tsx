import { useMe } from '../../api/session.ts';
import { Empty } from '../../ui/instead.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Person } from './person-page.tsx';

/** Data saya: a pegawai's own record on both sides. */
export function OwnRecordPage() {
  const { orang, instansi } = useMe();
  if (orang !== null) return <Person dari={String(instansi.instansi)} orang={orang} isOwn />;
  return (
    <>
      <PageHead title="Data saya" />
      <Sheet title="Belum dihubungkan">
        <Empty>
          Akun Anda belum dihubungkan dengan data pegawai, jadi belum ada yang dapat ditampilkan. Mintalah admin
          instansi Anda menghubungkannya.
        </Empty>
      </Sheet>
    </>
  );
}
