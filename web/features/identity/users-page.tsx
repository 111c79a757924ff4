import './identity.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { type Role, ROLES, userList, type UserRow } from '#identity/contract';
import { ask } from '../../api/request.ts';
import { useCan, useInstansiName, useMe } from '../../api/session.ts';
import { Shown } from '../../api/shown.tsx';
import { holdsWords } from '../../lists/search.ts';
import { ShortList } from '../../lists/short-list.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Facets } from '../../ui/facets.tsx';
import { formatInstant, formatNumber } from '../../ui/format.ts';
import { State } from '../../ui/glyph.tsx';
import { NoRight } from '../../ui/instead.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { AlarmsSheet } from './alarms-sheet.tsx';
import { AddUser } from './add-user.tsx';
import { ManageUser } from './manage-user.tsx';
import { ACCOUNT_STATES, type AccountState, userSearch } from './search.ts';
import { SettingsTabs } from './settings-tabs.tsx';

/** Users of the instansi: who there is, adding one, managing one. */
export function UsersPage() {
  const me = useMe();
  const can = useCan();
  const { instansi: chosen } = useSearch({ strict: false });
  const reachesAll = me.hak['pengguna.lihat'] === 'semua';
  const instansi = reachesAll ? chosen : me.instansi.instansi;
  const users = useQuery({
    queryKey: ['pengguna', instansi ?? 'semua'],
    queryFn: async ({ signal }) => ask(userList, 'pengguna', { query: { instansi }, signal }),
    enabled: can('pengguna.lihat'),
  });
  const [isAdding, setAdding] = useState(false);
  const canManage = can('pengguna.kelola');
  return (
    <>
      <PageHead
        title="Pengguna"
        said={users.data === undefined ? undefined : sentenceOf(users.data.pengguna)}
        actions={
          canManage ? (
            <button type="button" className="button main" onClick={() => setAdding(true)}>
              Tambah pengguna
            </button>
          ) : undefined
        }
      />
      <SettingsTabs />
      <Sheet title="Akun" rule={instansi === undefined ? 'semua instansi' : undefined}>
        {can('pengguna.lihat') ? (
          <Shown query={users} label="pengguna">
            {({ pengguna }) => (
              <UserTable users={pengguna} canManage={canManage} withInstansi={instansi === undefined} />
            )}
          </Shown>
        ) : (
          <NoRight>Hanya admin instansi dan admin provinsi yang melihat daftar pengguna.</NoRight>
        )}
      </Sheet>
      {can('pengguna.lihat') ? <AlarmsSheet instansi={instansi} /> : null}
      {isAdding ? <AddUser instansi={instansi} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function sentenceOf(users: readonly UserRow[]): string {
  const without = users.filter(({ aktif, faktorKedua }) => aktif && !faktorKedua).length;
  const active = users.filter(({ aktif }) => aktif).length;
  return `${formatNumber(active)} akun aktif dari ${formatNumber(users.length)}; ${without === 0 ? 'semuanya memakai faktor kedua' : `${formatNumber(without)} belum memasang faktor kedua`}.`;
}

interface UserTableProps {
  readonly users: readonly UserRow[];
  readonly canManage: boolean;
  readonly withInstansi: boolean;
}

const IS_IN: Readonly<Record<AccountState, (user: UserRow) => boolean>> = {
  aktif: ({ aktif }) => aktif,
  'tanpa-faktor': ({ aktif, faktorKedua }) => aktif && !faktorKedua,
  ditutup: ({ aktif }) => !aktif,
};

function UserTable({ users, canManage, withInstansi }: UserTableProps) {
  const nameOf = useInstansiName();
  const search = useSearch({ from: '/portal/pengaturan/pengguna' });
  const navigate = useNavigate({ from: '/pengaturan/pengguna' });
  const { akun, peran, cari } = search;
  const change = (next: Readonly<Record<string, string | undefined>>): void => {
    void navigate({ search: (before) => userSearch.parse({ ...before, ...next }), replace: true });
  };
  const named = users.filter((row) => holdsWords(cari, [row.nama, row.namaPengguna, row.surel ?? '']));
  const ofRole = named.filter((row) => peran === undefined || row.peran === peran);
  const inState = (state: AccountState | undefined) => (row: UserRow) => state === undefined || IS_IN[state](row);
  const states = Object.keys(ACCOUNT_STATES) as AccountState[];
  const roles = (Object.keys(ROLES) as Role[]).filter((role) => users.some((row) => row.peran === role));
  const columns: readonly Column<UserRow>[] = [
    {
      key: 'nama',
      head: 'Nama, nama pengguna',
      name: 'Nama',
      isFixed: true,
      narrow: 'whole',
      cell: (row) => (
        <>
          {row.nama}
          <small className="under-name">
            {row.surel === null ? row.namaPengguna : `${row.namaPengguna}, ${row.surel}`}
          </small>
        </>
      ),
    },
    { key: 'peran', head: 'Peran', name: 'Peran', cell: (row) => ROLES[row.peran] },
    ...(withInstansi
      ? [
          {
            key: 'instansi',
            head: 'Instansi',
            name: 'Instansi',
            narrow: 'whole' as const,
            cell: (row: UserRow) => nameOf(row.instansi),
          },
        ]
      : []),
    {
      key: 'faktor',
      head: 'Faktor kedua',
      name: 'Faktor kedua',
      cell: (row) => (row.faktorKedua ? <State state="ok">Dipasang</State> : <State state="warn">Belum</State>),
    },
    {
      key: 'masuk',
      head: 'Terakhir masuk',
      name: 'Terakhir masuk',
      cell: (row) =>
        row.terakhirMasuk === null ? <span className="dim">belum pernah</span> : formatInstant(row.terakhirMasuk),
    },
    {
      key: 'aktif',
      head: 'Akun',
      name: 'Akun',
      cell: (row) => (row.aktif ? <State state="ok">Aktif</State> : <State state="none">Ditutup</State>),
    },
    ...(canManage
      ? [
          {
            key: 'tindakan',
            isFixed: true,
            head: <span className="hidden-text">Tindakan</span>,
            name: 'Tindakan',
            narrow: 'whole' as const,
            cell: (row: UserRow) => <ManageButton user={row} />,
          },
        ]
      : []),
  ];
  return (
    <ShortList
      daftar="pengguna"
      label="Pengguna"
      unit="akun"
      columns={columns}
      rows={ofRole.filter(inState(akun))}
      rowKey={(row) => row.penggunaId}
      rowName={(row) => row.nama}
      search={search}
      onChange={change}
      onOpen={(next, isFirst) => void navigate({ search: userSearch.parse(next), replace: isFirst })}
      sought="nama atau surel"
      words={[
        ...(akun === undefined ? [] : [`akun: ${ACCOUNT_STATES[akun]}`]),
        ...(peran === undefined ? [] : [`peran: ${ROLES[peran]}`]),
        ...(cari === undefined ? [] : [`memuat "${cari}"`]),
      ]}
      filters={['akun', 'peran', 'cari']}
      facets={
        <Facets
          label="Saring menurut keadaan akun"
          all={{ word: 'Semua', count: ofRole.length }}
          facets={states.map((state) => ({
            nilai: state,
            label: ACCOUNT_STATES[state],
            jumlah: ofRole.filter(inState(state)).length,
          }))}
          chosen={akun}
          onChoose={(chosen) => change({ akun: chosen })}
        />
      }
      parts={[
        {
          param: 'peran',
          name: 'Peran',
          chosen: peran,
          facets: roles.map((role) => ({
            nilai: role,
            label: ROLES[role],
            jumlah: named.filter((row) => row.peran === role && inState(akun)(row)).length,
          })),
        },
      ]}
      empty={<p>Belum ada pengguna lain. Tambahkan pengelola yang akan mengirim data.</p>}
    />
  );
}

function ManageButton({ user }: { readonly user: UserRow }) {
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  if (user.penggunaId === me.penggunaId) return <span className="tag">akun Anda</span>;
  return (
    <>
      <button
        type="button"
        className="button small-button"
        aria-label={`Kelola ${user.nama}`}
        onClick={() => setOpen(true)}
      >
        Kelola
      </button>
      {isOpen ? <ManageUser user={user} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
