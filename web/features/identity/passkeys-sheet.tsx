import { PasswordInput, TextInput } from '@mantine/core';
import { type UseMutationResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { passkeyList, type PasskeyRow } from '#identity/contract';
import { ask, tell } from '../../api/request.ts';
import { Shown } from '../../api/shown.tsx';
import { meQuery } from '../../api/session.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { formatInstant } from '../../ui/format.ts';
import { Empty } from '../../ui/instead.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Fault } from '../../api/fault.tsx';
import { canUsePasskeys, makePasskey } from './passkey.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

type Asked = { readonly work: 'tambah' } | { readonly work: 'nama' | 'hapus'; readonly key: PasskeyRow };

/** Passkeys of the own account: several may be made, each with a name; making and removing one asks for the password. */
export function PasskeysSheet() {
  const client = useQueryClient();
  const [asked, setAsked] = useState<Asked>();
  const keys = useQuery({
    queryKey: ['kunci-sandi'],
    queryFn: async ({ signal }) => ask(passkeyList, 'saya/kunci-sandi', { signal }),
  });
  const close = (): void => {
    setAsked(undefined);
    void client.invalidateQueries({ queryKey: ['kunci-sandi'] });
    void client.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  return (
    <Sheet
      title="Kunci sandi"
      rule="masuk dengan sidik jari, wajah, atau PIN perangkat"
      end={
        canUsePasskeys() ? (
          <button type="button" className="button small-button" onClick={() => setAsked({ work: 'tambah' })}>
            Tambah kunci sandi
          </button>
        ) : undefined
      }
    >
      <Shown query={keys} label="kunci sandi">
        {({ kunciSandi }) =>
          kunciSandi.length === 0 ? (
            <Empty>
              <p>
                {canUsePasskeys()
                  ? 'Belum ada. Kunci sandi menggantikan kata sandi dan kode sekaligus, dan tidak dapat dipancing situs palsu.'
                  : 'Kunci sandi tidak tersedia di peramban atau alamat ini. Buka portal lewat nama alamatnya dengan peramban terbaru.'}
              </p>
            </Empty>
          ) : (
            <KeyTable keys={kunciSandi} onAsk={setAsked} />
          )
        }
      </Shown>
      {asked?.work === 'tambah' ? <Add onClose={close} /> : null}
      {asked?.work === 'nama' ? <Rename passkey={asked.key} onClose={close} /> : null}
      {asked?.work === 'hapus' ? <Remove passkey={asked.key} onClose={close} /> : null}
    </Sheet>
  );
}

function KeyTable({ keys, onAsk }: { readonly keys: readonly PasskeyRow[]; readonly onAsk: (asked: Asked) => void }) {
  return (
    <table className="ledger stack middle">
      <thead>
        <tr>
          <th scope="col">Nama</th>
          <th scope="col">Dipasang</th>
          <th scope="col">Terakhir dipakai</th>
          <th scope="col">
            <span className="hidden-text">Tindakan</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key.kunci}>
            <td className="whole">{key.nama}</td>
            <td data-label="Dipasang">{formatInstant(key.dibuatPada)}</td>
            <td data-label="Terakhir dipakai">
              {key.dipakaiPada === null ? <span className="dim">belum pernah</span> : formatInstant(key.dipakaiPada)}
            </td>
            <td className="figure whole">
              <button
                type="button"
                className="button small-button"
                aria-label={`Ganti nama ${key.nama}`}
                onClick={() => onAsk({ work: 'nama', key })}
              >
                Ganti nama
              </button>{' '}
              <button
                type="button"
                className="button small-button"
                aria-label={`Hapus ${key.nama}`}
                onClick={() => onAsk({ work: 'hapus', key })}
              >
                Hapus
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface WorkProps {
  readonly onClose: () => void;
}

function Add({ onClose }: WorkProps) {
  const [nama, setName] = useState('');
  const [sandi, setPassword] = useState('');
  const make = useMutation({
    mutationFn: async () => makePasskey(nama.trim(), sandi),
    onSuccess: (codes) => {
      if (codes.length === 0) onClose();
    },
  });
  if (make.data !== undefined && make.data.length > 0)
    return (
      <Dialog title="Kunci sandi dipasang" isOpen onClose={onClose}>
        <RecoveryCodes codes={make.data} onDone={onClose} />
      </Dialog>
    );
  return (
    <WorkDialog title="Tambah kunci sandi" button="Lanjut di perangkat" work={make} onClose={onClose}>
      <Name value={nama} onChange={setName} description="Agar Anda mengenalinya nanti, misalnya Laptop kantor." />
      <Password value={sandi} onChange={setPassword} />
    </WorkDialog>
  );
}

function Rename({ passkey, onClose }: WorkProps & { readonly passkey: PasskeyRow }) {
  const [nama, setName] = useState(passkey.nama);
  const rename = useMutation({
    mutationFn: async () =>
      tell(`saya/kunci-sandi/${encodeURIComponent(passkey.kunci)}`, { method: 'PATCH', body: { nama: nama.trim() } }),
    onSuccess: onClose,
  });
  return (
    <WorkDialog title="Ganti nama kunci sandi" button="Simpan nama" work={rename} onClose={onClose}>
      <Name value={nama} onChange={setName} />
    </WorkDialog>
  );
}

function Remove({ passkey, onClose }: WorkProps & { readonly passkey: PasskeyRow }) {
  const [sandi, setPassword] = useState('');
  const remove = useMutation({
    mutationFn: async () => tell(`saya/kunci-sandi/${encodeURIComponent(passkey.kunci)}/hapus`, { body: { sandi } }),
    onSuccess: onClose,
  });
  return (
    <WorkDialog title={`Hapus kunci sandi ${passkey.nama}?`} button="Hapus kunci sandi" work={remove} onClose={onClose}>
      <p className="second">Perangkat itu tidak dapat dipakai masuk lagi. Hapus juga kunci ini dari perangkatnya.</p>
      <Password value={sandi} onChange={setPassword} />
    </WorkDialog>
  );
}

interface WorkDialogProps extends WorkProps {
  readonly title: string;
  readonly button: string;
  readonly work: Pick<UseMutationResult<unknown, Error, void>, 'mutate' | 'error' | 'isPending'>;
  readonly children: ReactNode;
}

/** A form about a passkey: what is asked, why it was refused, and its two ways out. */
function WorkDialog({ title, button, work, onClose, children }: WorkDialogProps) {
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          work.mutate();
        }}
      >
        <Fault error={work.error} />
        {children}
        <div className="form-actions">
          <button type="button" className="button" onClick={onClose}>
            Batal
          </button>
          <button type="submit" className="button main" disabled={work.isPending}>
            {button}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface TextProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Name({ value, onChange, description }: TextProps & { readonly description?: string }) {
  return (
    <TextInput
      label="Nama kunci"
      description={description}
      data-autofocus
      required
      withAsterisk={false}
      maxLength={60}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function Password({ value, onChange }: TextProps) {
  return (
    <PasswordInput
      label="Kata sandi Anda"
      autoComplete="current-password"
      required
      withAsterisk={false}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
