import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { firstPasswordAnswer, type Role, ROLES } from '#identity/contract';
import { ask } from '../../api/request.ts';
import { instansiQuery, useMe } from '../../api/session.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../api/fault.tsx';
import { FirstPassword, MailInput, rolesQuery } from './user-fields.tsx';

/** A new user, with a first password that is shown once. */
export function AddUser({
  instansi,
  onClose,
}: {
  readonly instansi: number | undefined;
  readonly onClose: () => void;
}) {
  const me = useMe();
  const client = useQueryClient();
  const { data: all = [] } = useQuery(instansiQuery);
  const reachesAll = me.hak['pengguna.kelola'] === 'semua';
  const [nama, setName] = useState('');
  const [namaPengguna, setUserName] = useState('');
  const [peran, setRole] = useState<Role>('pengelola');
  const [where, setWhere] = useState(instansi ?? me.instansi.instansi);
  const [surel, setMail] = useState('');
  const { data: { peran: roles } = { peran: ['pengelola'] as Role[] } } = useQuery(rolesQuery(where));
  const add = useMutation({
    mutationFn: async () =>
      ask(firstPasswordAnswer, 'pengguna', {
        method: 'POST',
        query: { instansi: where },
        body: {
          nama: nama.trim(),
          namaPengguna: namaPengguna.trim(),
          peran,
          ...(surel.trim() === '' ? {} : { surel: surel.trim() }),
        },
      }),
    onSuccess: async () => client.invalidateQueries({ queryKey: ['pengguna'] }),
  });
  if (add.data !== undefined)
    return (
      <Dialog title={`Akun ${nama} dibuat`} isOpen onClose={onClose}>
        <FirstPassword sandi={add.data.sandiPertama} lama="tujuh hari" onDone={onClose} />
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
        <MailInput value={surel} onChange={setMail} />
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
