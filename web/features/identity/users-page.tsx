import './identity.css';
import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { firstPasswordAnswer, grantableRoles, type Role, ROLES, userList, type UserRow } from '#identity/contract';
import { ask, tell } from '../../api/request.ts';
import { instansiQuery, shortName, useCan, useMe } from '../../api/session.ts';
import { Shown } from '../../api/shown.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { formatInstant, formatNumber } from '../../ui/format.ts';
import { State } from '../../ui/glyph.tsx';
import { Empty, NoRight } from '../../ui/instead.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Fault } from './fault.tsx';
import { SettingsTabs } from './settings-tabs.tsx';

/** Users of the instansi: who there is, adding one, closing and opening an account. */
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
            {({ pengguna }) =>
              pengguna.length === 0 ? (
                <Empty>Belum ada pengguna lain. Tambahkan pengelola yang akan mengirim data.</Empty>
              ) : (
                <UserTable users={pengguna} canManage={canManage} withInstansi={instansi === undefined} />
              )
            }
          </Shown>
        ) : (
          <NoRight>Hanya admin instansi dan admin provinsi yang melihat daftar pengguna.</NoRight>
        )}
      </Sheet>
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

function UserTable({ users, canManage, withInstansi }: UserTableProps) {
  const { data: all = [] } = useQuery(instansiQuery);
  const nameOf = (code: number): string =>
    shortName(all.find(({ instansi }) => instansi === code)?.nama ?? String(code));
  const columns: readonly Column<UserRow>[] = [
    {
      key: 'nama',
      head: 'Nama, nama pengguna',
      name: 'Nama',
      narrow: 'whole',
      cell: (row) => (
        <>
          {row.nama}
          <small className="under-name">{row.namaPengguna}</small>
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
            head: <span className="hidden-text">Tindakan</span>,
            name: 'Tindakan',
            narrow: 'whole' as const,
            cell: (row: UserRow) => <OpenOrClose user={row} />,
          },
        ]
      : []),
  ];
  return <DataTable label="Pengguna" columns={columns} rows={users} rowKey={(row) => row.penggunaId} />;
}

function OpenOrClose({ user }: { readonly user: UserRow }) {
  const me = useMe();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const change = useMutation({
    mutationFn: async () =>
      tell(`pengguna/${encodeURIComponent(user.penggunaId)}`, {
        method: 'PATCH',
        query: { instansi: user.instansi },
        body: { aktif: !user.aktif },
      }),
    onSuccess: () => setAsking(false),
    onSettled: async () => client.invalidateQueries({ queryKey: ['pengguna'] }),
  });
  if (user.penggunaId === me.penggunaId) return <span className="tag">akun Anda</span>;
  return (
    <>
      <button
        type="button"
        className="button small-button"
        aria-label={`${user.aktif ? 'Tutup akun' : 'Buka akun'} ${user.nama}`}
        onClick={() => setAsking(true)}
      >
        {user.aktif ? 'Tutup akun' : 'Buka akun'}
      </button>
      {isAsking ? (
        <Dialog title={`${user.aktif ? 'Tutup' : 'Buka'} akun ${user.nama}?`} isOpen onClose={() => setAsking(false)}>
          <div className="form">
            <Fault error={change.error} />
            <p className="second">
              {user.aktif
                ? 'Semua sesinya diakhiri dan ia tidak dapat masuk lagi. Riwayat pekerjaannya tetap tersimpan.'
                : 'Ia dapat masuk lagi dengan kata sandinya.'}
            </p>
            <div className="form-actions">
              <button type="button" className="button" onClick={() => setAsking(false)}>
                Jangan
              </button>
              <button type="button" className="button main" disabled={change.isPending} onClick={() => change.mutate()}>
                {user.aktif ? 'Tutup akun' : 'Buka akun'}
              </button>
            </div>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}

function AddUser({ instansi, onClose }: { readonly instansi: number | undefined; readonly onClose: () => void }) {
  const me = useMe();
  const client = useQueryClient();
  const { data: all = [] } = useQuery(instansiQuery);
  const reachesAll = me.hak['pengguna.kelola'] === 'semua';
  const [nama, setName] = useState('');
  const [namaPengguna, setUserName] = useState('');
  const [peran, setRole] = useState<Role>('pengelola');
  const [where, setWhere] = useState(instansi ?? me.instansi.instansi);
  const { data: { peran: roles } = { peran: ['pengelola'] as Role[] } } = useQuery({
    queryKey: ['pengguna', 'peran', where],
    queryFn: async ({ signal }) => ask(grantableRoles, 'pengguna/peran', { query: { instansi: where }, signal }),
  });
  const add = useMutation({
    mutationFn: async () =>
      ask(firstPasswordAnswer, 'pengguna', {
        method: 'POST',
        query: { instansi: where },
        body: { nama: nama.trim(), namaPengguna: namaPengguna.trim(), peran },
      }),
    onSuccess: async () => client.invalidateQueries({ queryKey: ['pengguna'] }),
  });
  if (add.data !== undefined)
    return (
      <Dialog title={`Akun ${nama} dibuat`} isOpen onClose={onClose}>
        <div className="form">
          <p>
            Sampaikan kata sandi pertama ini secara langsung. Hanya tampil sekali, dan harus diganti saat pertama masuk.
          </p>
          <p className="mono secret">{add.data.sandiPertama}</p>
          <div className="form-actions">
            <button type="button" className="button main" onClick={onClose}>
              Sudah dicatat
            </button>
          </div>
        </div>
      </Dialog>
    );
  return (
    <Dialog title="Tambah pengguna" isOpen onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <Fault error={add.error} />
        <TextInput
          label="Nama"
          data-autofocus
          required
          withAsterisk={false}
          maxLength={120}
          value={nama}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label="Nama pengguna"
          description="Huruf kecil, angka, titik, atau garis; sekurangnya tiga."
          required
          withAsterisk={false}
          pattern="[a-z0-9][a-z0-9._\-]{2,63}"
          value={namaPengguna}
          onChange={(event) => setUserName(event.currentTarget.value)}
        />
        <NativeSelect
          label="Peran"
          value={peran}
          onChange={(event) => setRole(event.currentTarget.value as Role)}
          data={roles.map((role) => ({ value: role, label: ROLES[role] }))}
        />
        {reachesAll ? (
          <NativeSelect
            label="Instansi"
            value={String(where)}
            onChange={(event) => setWhere(Number(event.currentTarget.value))}
            data={all.map((one) => ({
              value: String(one.instansi),
              label: one.nama,
            }))}
          />
        ) : null}
        <div className="form-actions">
          <button type="button" className="button" onClick={onClose}>
            Batal
          </button>
          <button type="submit" className="button main" disabled={add.isPending}>
            Tambah pengguna
          </button>
        </div>
      </form>
    </Dialog>
  );
}
