import { PasswordInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { LINK_OUTCOMES, ownProvider, providerAddress } from '#identity/contract';
import { Fault } from '../../api/fault.tsx';
import { ask, tell } from '../../api/request.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { State } from '../../ui/glyph.tsx';
import { Sheet } from '../../ui/sheet.tsx';

const providerKey = ['saya', 'penyedia'];
const SHOW = { 'aria-label': 'Tampilkan kata sandi', 'aria-hidden': false, tabIndex: 0 } as const;

/** The link of the account to a provider outside, where the portal uses one. */
export function ProviderSheet() {
  const { penyedia: outcome } = useSearch({ from: '/portal/pengaturan' });
  const { data } = useQuery({
    queryKey: providerKey,
    queryFn: async ({ signal }) => ask(ownProvider, 'saya/penyedia', { signal }),
  });
  const [isOpen, setOpen] = useState(false);
  if (data === undefined || data.nama === null) return null;
  const { nama, terhubung } = data;
  return (
    <Sheet title={nama} rule="penyedia identitas untuk masuk">
      <div className="form sheet-body">
        {outcome === undefined ? null : (
          <p role="status">
            <State state={outcome === 'terhubung' ? 'ok' : 'warn'}>{LINK_OUTCOMES[outcome]}</State>
          </p>
        )}
        <p>
          {terhubung
            ? `Akun Anda terhubung dengan ${nama}. Sesudah dilepas, ${nama} tidak lagi dapat dipakai untuk masuk sampai Anda menghubungkannya lagi.`
            : `Hubungkan akun Anda agar dapat masuk lewat ${nama}, di samping kata sandi.`}
        </p>
        <div className="form-actions start">
          <button type="button" className="button" onClick={() => setOpen(true)}>
            {terhubung ? `Lepas dari ${nama}` : `Hubungkan dengan ${nama}`}
          </button>
        </div>
      </div>
      {isOpen ? <ConfirmDialog nama={nama} isLinked={terhubung} onClose={() => setOpen(false)} /> : null}
    </Sheet>
  );
}

interface ConfirmProps {
  readonly nama: string;
  readonly isLinked: boolean;
  readonly onClose: () => void;
}

/** Asks for the password; then goes to the provider, or takes the link away. */
function ConfirmDialog({ nama, isLinked, onClose }: ConfirmProps) {
  const client = useQueryClient();
  const [sandi, setPassword] = useState('');
  const change = useMutation({
    mutationFn: async () => {
      if (isLinked) return tell('saya/penyedia/lepas', { body: { sandi } });
      const { alamat } = await ask(providerAddress, 'saya/penyedia/hubungkan', { method: 'POST', body: { sandi } });
      window.location.assign(alamat);
    },
    onSuccess: async () => {
      if (!isLinked) return;
      await client.invalidateQueries({ queryKey: providerKey });
      onClose();
    },
  });
  return (
    <Dialog title={isLinked ? `Lepas dari ${nama}` : `Hubungkan dengan ${nama}`} isOpen onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <Fault error={change.error} />
        <PasswordInput
          label="Kata sandi Anda"
          autoComplete="current-password"
          required
          withAsterisk={false}
          data-autofocus
          visibilityToggleButtonProps={SHOW}
          value={sandi}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <div className="form-actions">
          <button type="button" className="button" onClick={onClose}>
            Batal
          </button>
          <button type="submit" className="button main" disabled={change.isPending}>
            {isLinked ? 'Lepas' : `Lanjut ke ${nama}`}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
