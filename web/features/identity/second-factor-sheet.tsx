import { PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { recoveryCodesAnswer, totpSetupAnswer } from '#identity/contract';
import { ask, tell } from '../../api/request.ts';
import { meQuery, useMe } from '../../api/session.ts';
import { State } from '../../ui/glyph.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Fault } from '../../api/fault.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

/** The app on the phone as second factor: set up, recovery codes shown once, switched off with the password. */
export function SecondFactorSheet() {
  const me = useMe();
  const client = useQueryClient();
  const [codes, setCodes] = useState<readonly string[]>();
  const refresh = async (): Promise<void> => client.invalidateQueries({ queryKey: meQuery.queryKey });
  // None where a passkey came before: its codes still hold.
  const show = (given: readonly string[]): void => (given.length > 0 ? setCodes(given) : void refresh());
  return (
    <Sheet
      title="Aplikasi kode"
      rule="faktor kedua"
      end={
        me.aplikasiKode ? (
          <State state="ok">Aktif</State>
        ) : (
          <State state={me.faktorKedua ? 'none' : 'warn'}>Belum dipasang</State>
        )
      }
    >
      <div className="sheet-body">
        {codes !== undefined ? (
          <RecoveryCodes
            codes={codes}
            onDone={() => {
              setCodes(undefined);
              void refresh();
            }}
          />
        ) : me.aplikasiKode ? (
          <Active onCodes={show} onOff={refresh} />
        ) : (
          <SetUp onCodes={show} />
        )}
      </div>
    </Sheet>
  );
}

interface OnCodes {
  readonly onCodes: (codes: readonly string[]) => void;
}

function SetUp({ onCodes }: OnCodes) {
  const [kode, setCode] = useState('');
  const prepare = useMutation({
    mutationFn: async () => ask(totpSetupAnswer, 'saya/faktor-kedua/siapkan', { method: 'POST', body: {} }),
  });
  const confirm = useMutation({
    mutationFn: async () =>
      ask(recoveryCodesAnswer, 'saya/faktor-kedua/aktifkan', { method: 'POST', body: { kode: kode.trim() } }),
    onSuccess: ({ kodePemulihan }) => onCodes(kodePemulihan),
  });
  if (prepare.data === undefined)
    return (
      <div className="form">
        <Fault error={prepare.error} />
        <p className="second">
          Selain kata sandi, masuk memerlukan enam angka dari aplikasi autentikator di ponsel Anda. Data pegawai tetap
          aman walau kata sandi diketahui orang lain.
        </p>
        <div className="form-actions start">
          <button type="button" className="button main" disabled={prepare.isPending} onClick={() => prepare.mutate()}>
            Pasang aplikasi kode
          </button>
        </div>
      </div>
    );
  const { rahasia, gambar } = prepare.data;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate();
      }}
    >
      <Fault error={confirm.error} />
      <p>1. Pindai gambar ini dengan aplikasi autentikator, atau ketik kuncinya.</p>
      <img
        className="qr"
        src={`data:image/svg+xml;utf8,${encodeURIComponent(gambar)}`}
        alt="Gambar QR untuk aplikasi autentikator"
      />
      <p className="mono secret">{rahasia}</p>
      <TextInput
        label="2. Enam angka yang tampil di aplikasi"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="\d{6}"
        maxLength={6}
        required
        withAsterisk={false}
        value={kode}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <div className="form-actions">
        <button type="submit" className="button main" disabled={confirm.isPending}>
          Aktifkan
        </button>
      </div>
    </form>
  );
}

function Active({ onCodes, onOff }: OnCodes & { readonly onOff: () => Promise<void> }) {
  const [asked, setAsked] = useState<'baru' | 'matikan'>();
  const renew = useMutation({
    mutationFn: async (sandi: string) =>
      ask(recoveryCodesAnswer, 'saya/faktor-kedua/kode-pemulihan', { method: 'POST', body: { sandi } }),
    onSuccess: ({ kodePemulihan }) => onCodes(kodePemulihan),
  });
  const off = useMutation({
    mutationFn: async (sandi: string) => tell('saya/faktor-kedua/matikan', { body: { sandi } }),
    onSuccess: onOff,
  });
  if (asked === 'baru')
    return (
      <WithPassword
        button="Buat kode pemulihan baru"
        error={renew.error}
        isBusy={renew.isPending}
        onPassword={renew.mutate}
      >
        Kode pemulihan yang lama tidak berlaku lagi.
      </WithPassword>
    );
  if (asked === 'matikan')
    return (
      <WithPassword button="Matikan aplikasi kode" error={off.error} isBusy={off.isPending} onPassword={off.mutate}>
        Sesudah ini masuk tanpa kode dari aplikasi.
      </WithPassword>
    );
  return (
    <div className="form">
      <p className="second">Masuk memerlukan kata sandi dan enam angka dari aplikasi autentikator Anda.</p>
      <div className="form-actions start">
        <button type="button" className="button" onClick={() => setAsked('baru')}>
          Kode pemulihan baru
        </button>
        <button type="button" className="button" onClick={() => setAsked('matikan')}>
          Matikan
        </button>
      </div>
    </div>
  );
}

interface WithPasswordProps {
  readonly button: string;
  readonly error: Error | null;
  readonly isBusy: boolean;
  readonly onPassword: (password: string) => void;
  readonly children: ReactNode;
}

function WithPassword({ button, error, isBusy, onPassword, children }: WithPasswordProps) {
  const [password, setPassword] = useState('');
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        onPassword(password);
      }}
    >
      <Fault error={error} />
      <p className="second">{children}</p>
      <PasswordInput
        label="Kata sandi"
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <div className="form-actions">
        <button type="submit" className="button main" disabled={isBusy}>
          {button}
        </button>
      </div>
    </form>
  );
}
