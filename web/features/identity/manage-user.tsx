import '@mantine/core/styles/Checkbox.layer.css';
import { Checkbox, NativeSelect, PasswordInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { firstPasswordAnswer, type Role, ROLES, type UserRow } from '#identity/contract';
import { ask, tell } from '../../api/request.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { State } from '../../ui/glyph.tsx';
import { Fault } from '../../api/fault.tsx';
import { FirstPassword, MailInput, rolesQuery } from './user-fields.tsx';

interface ManageProps {
  readonly user: UserRow;
  readonly onClose: () => void;
}

const addressOf = ({ penggunaId }: UserRow): string => `pengguna/${encodeURIComponent(penggunaId)}`;

/** Everything that an administrator does with one account: role, mail address, sessions, letting in again, closing. */
export function ManageUser({ user, onClose }: ManageProps) {
  const [step, setStep] = useState<'pilih' | 'pulihkan' | 'tutup'>('pilih');
  const client = useQueryClient();
  const close = (): void => {
    void client.invalidateQueries({ queryKey: ['pengguna'] });
    onClose();
  };
  if (step === 'pulihkan') return <Recover user={user} onClose={close} />;
  if (step === 'tutup') return <OpenOrClose user={user} onClose={close} />;
  return (
    <Dialog title={user.nama} isOpen onClose={close}>
      <Change user={user} onDone={close} />
      <hr className="rule" />
      <div className="form">
        <EndSessions user={user} />
        <div className="form-actions start">
          <button type="button" className="button" onClick={() => setStep('pulihkan')}>
            Pulihkan akses
          </button>
          <button type="button" className="button" onClick={() => setStep('tutup')}>
            {user.aktif ? 'Tutup akun' : 'Buka akun'}
          </button>
        </div>
      </div>
    </Dialog>
  );
}

function Change({ user, onDone }: { readonly user: UserRow; readonly onDone: () => void }) {
  const [peran, setRole] = useState<Role>(user.peran);
  const [surel, setMail] = useState(user.surel ?? '');
  const { data } = useQuery(rolesQuery(user.instansi));
  const roles = new Set([user.peran, ...(data?.peran ?? [])]);
  const mail = surel.trim() === '' ? null : surel.trim();
  const change = useMutation({
    mutationFn: async () =>
      tell(addressOf(user), {
        method: 'PATCH',
        query: { instansi: user.instansi },
        body: { ...(peran === user.peran ? {} : { peran }), ...(mail === user.surel ? {} : { surel: mail }) },
      }),
    onSuccess: onDone,
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate();
      }}
    >
      <Fault error={change.error} />
      <NativeSelect
        label="Peran"
        value={peran}
        onChange={(event) => setRole(event.currentTarget.value as Role)}
        data={[...roles].map((role) => ({ value: role, label: ROLES[role] }))}
      />
      <MailInput value={surel} onChange={setMail} />
      <div className="form-actions">
        <span className="dim small beside">Perubahan mengakhiri semua sesinya.</span>
        <button
          type="submit"
          className="button main"
          disabled={change.isPending || (peran === user.peran && mail === user.surel)}
        >
          Simpan
        </button>
      </div>
    </form>
  );
}

function EndSessions({ user }: { readonly user: UserRow }) {
  const end = useMutation({
    mutationFn: async () => tell(`${addressOf(user)}/sesi`, { method: 'DELETE', query: { instansi: user.instansi } }),
  });
  return (
    <>
      <Fault error={end.error} />
      <div className="form-actions start">
        <button type="button" className="button" disabled={end.isPending} onClick={() => end.mutate()}>
          Akhiri semua sesi
        </button>
        {end.isSuccess ? <State state="ok">Semua sesi diakhiri</State> : null}
      </div>
    </>
  );
}

/** Lets somebody in again: a first password, and no second factor any more where the phone is lost too. */
function Recover({ user, onClose }: ManageProps) {
  const [hapusFaktorKedua, setDrop] = useState(false);
  const [sandi, setPassword] = useState('');
  const recover = useMutation({
    mutationFn: async () =>
      ask(firstPasswordAnswer, `${addressOf(user)}/pulihkan`, {
        method: 'POST',
        query: { instansi: user.instansi },
        body: { hapusFaktorKedua, sandi },
      }),
  });
  if (recover.data !== undefined)
    return (
      <Dialog title={`Akses ${user.nama} dipulihkan`} isOpen onClose={onClose}>
        <FirstPassword sandi={recover.data.sandiPertama} lama="satu hari" onDone={onClose} />
      </Dialog>
    );
  return (
    <Dialog title={`Pulihkan akses ${user.nama}`} isOpen onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          recover.mutate();
        }}
      >
        <Fault error={recover.error} />
        <p className="second">
          Pastikan dahulu bahwa yang meminta memang orangnya. Semua sesinya diakhiri, dan ia memasang kata sandi baru.
        </p>
        {user.faktorKedua ? (
          <Checkbox
            label="Faktor keduanya hilang juga: hapus aplikasi kode dan kunci sandinya; ia memasang yang baru"
            checked={hapusFaktorKedua}
            onChange={(event) => setDrop(event.currentTarget.checked)}
          />
        ) : null}
        <PasswordInput
          label="Kata sandi Anda sendiri"
          autoComplete="current-password"
          data-autofocus
          required
          withAsterisk={false}
          value={sandi}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <div className="form-actions">
          <button type="button" className="button" onClick={onClose}>
            Batal
          </button>
          <button type="submit" className="button main" disabled={recover.isPending}>
            Pulihkan akses
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function OpenOrClose({ user, onClose }: ManageProps) {
  const change = useMutation({
    mutationFn: async () =>
      tell(addressOf(user), { method: 'PATCH', query: { instansi: user.instansi }, body: { aktif: !user.aktif } }),
    onSuccess: onClose,
  });
  const word = user.aktif ? 'Tutup akun' : 'Buka akun';
  return (
    <Dialog title={`${word} ${user.nama}?`} isOpen onClose={onClose}>
      <div className="form">
        <Fault error={change.error} />
        <p className="second">
          {user.aktif
            ? 'Semua sesinya diakhiri dan ia tidak dapat masuk lagi. Riwayat pekerjaannya tetap tersimpan.'
            : 'Ia dapat masuk lagi dengan kata sandinya.'}
        </p>
        <div className="form-actions">
          <button type="button" className="button" onClick={onClose}>
            Jangan
          </button>
          <button type="button" className="button main" disabled={change.isPending} onClick={() => change.mutate()}>
            {word}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
