import './identity.css';
import { PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { PROVIDER_REFUSALS, type ProviderRefusal, type SignInAnswer, signInAnswer, waysIn } from '#identity/contract';
import { ask } from '../../api/request.ts';
import { meQuery } from '../../api/session.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { Fault } from '../../api/fault.tsx';
import { canUsePasskeys, signInByPasskey } from './passkey.ts';

interface Ticket {
  readonly tiket: string;
  readonly kunciSandi: boolean;
}

/** A sign-in by the provider that still lacks its second factor comes back with its ticket behind the #. */
function ticketFromAddress(): Ticket | undefined {
  const tiket = /^#tiket=([\w.-]+)$/.exec(window.location.hash)?.[1];
  return tiket === undefined ? undefined : { tiket, kunciSandi: true };
}

/** Masuk: name and password, a passkey, or a provider outside; then the second factor where there is one. */
export function SignInPage() {
  const [ticket, setTicket] = useState<Ticket | undefined>(ticketFromAddress);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { kembali, gagal } = useSearch({ from: '/masuk' });
  useEffect(() => {
    document.title = 'Masuk · Portal Kepegawaian';
    // A ticket is for this page alone, not for the history.
    if (window.location.hash !== '') window.history.replaceState(window.history.state, '', window.location.pathname);
  }, []);
  const onAnswer = (answer: SignInAnswer): void => {
    if (answer.keadaan === 'faktor-kedua') return setTicket(answer);
    client.clear();
    client.setQueryData(meQuery.queryKey, answer.saya);
    return void navigate({ href: kembali ?? '/', replace: true });
  };
  return (
    <main className="sign-in" id="isi">
      <div className="sheet">
        <header>
          <svg width="34" height="24" viewBox="0 0 28 20" aria-hidden="true">
            <rect x="1" y="2" width="16" height="16" fill="var(--simpeg)" />
            <circle cx="18.5" cy="10" r="8.5" fill="var(--bkn)" />
            <path d="M17 2v16A8.5 8.5 0 0 1 17 2z" fill="var(--surface)" />
          </svg>
          <div>
            <b>Portal Kepegawaian</b>
            <small className="dim">PNS se-Jawa Tengah</small>
          </div>
        </header>
        {ticket === undefined ? (
          <FirstStep onAnswer={onAnswer} kembali={kembali} gagal={gagal} />
        ) : (
          <SecondStep ticket={ticket} onAnswer={onAnswer} onBack={() => setTicket(undefined)} />
        )}
      </div>
    </main>
  );
}

interface StepProps {
  readonly onAnswer: (answer: SignInAnswer) => void;
}

interface FirstStepProps extends StepProps {
  readonly kembali: string | undefined;
  readonly gagal: ProviderRefusal | undefined;
}

function FirstStep({ onAnswer, kembali, gagal }: FirstStepProps) {
  const [namaPengguna, setName] = useState('');
  const [sandi, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: async () =>
      ask(signInAnswer, 'masuk', { method: 'POST', body: { namaPengguna: namaPengguna.trim(), sandi } }),
    onSuccess: onAnswer,
  });
  return (
    <Step title="Masuk" error={signIn.error} onSubmit={() => signIn.mutate()}>
      {gagal === undefined || signIn.error !== null ? null : (
        <p className="fault" role="alert">
          <Glyph state="bad" />
          <span>{PROVIDER_REFUSALS[gagal]}</span>
        </p>
      )}
      <TextInput
        label="Nama pengguna"
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        data-autofocus
        required
        withAsterisk={false}
        value={namaPengguna}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <PasswordInput
        label="Kata sandi"
        name="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': 'Tampilkan kata sandi', 'aria-hidden': false, tabIndex: 0 }}
        value={sandi}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <button type="submit" className="button main" disabled={signIn.isPending}>
        Masuk
      </button>
      <OtherWays onAnswer={onAnswer} kembali={kembali} />
      <p className="dim small">Belum punya akun atau lupa kata sandi: mintalah kepada admin instansi Anda.</p>
    </Step>
  );
}

/** A passkey, where the browser has them; a provider outside, where the portal has one. */
function OtherWays({ onAnswer, kembali }: StepProps & { readonly kembali: string | undefined }) {
  const { data } = useQuery({
    queryKey: ['masuk', 'cara'],
    queryFn: async ({ signal }) => ask(waysIn, 'masuk/cara', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const back = kembali === undefined ? '' : `?kembali=${encodeURIComponent(kembali)}`;
  return (
    <>
      <PasskeyButton onAnswer={onAnswer}>Masuk dengan kunci sandi</PasskeyButton>
      {data?.penyedia ? (
        <a className="button" href={`/api/masuk/penyedia${back}`}>
          Masuk lewat {data.penyedia.nama}
        </a>
      ) : null}
    </>
  );
}

function PasskeyButton({
  ticket,
  onAnswer,
  children,
}: StepProps & { readonly ticket?: string; readonly children: ReactNode }) {
  const prove = useMutation({ mutationFn: async () => signInByPasskey(ticket), onSuccess: onAnswer });
  if (!canUsePasskeys()) return null;
  return (
    <>
      <Fault error={prove.error} />
      <button type="button" className="button" disabled={prove.isPending} onClick={() => prove.mutate()}>
        {children}
      </button>
    </>
  );
}

function SecondStep({
  ticket,
  onAnswer,
  onBack,
}: StepProps & { readonly ticket: Ticket; readonly onBack: () => void }) {
  const [kode, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: async () =>
      ask(signInAnswer, 'masuk/faktor-kedua', { method: 'POST', body: { tiket: ticket.tiket, kode: kode.trim() } }),
    onSuccess: onAnswer,
  });
  return (
    <Step title="Faktor kedua" error={confirm.error} onSubmit={() => confirm.mutate()}>
      <TextInput
        label="Kode dari aplikasi"
        description="Enam angka dari aplikasi autentikator, atau satu kode pemulihan."
        name="one-time-code"
        autoComplete="one-time-code"
        inputMode="numeric"
        required
        withAsterisk={false}
        minLength={6}
        maxLength={32}
        value={kode}
        onChange={(event) => setCode(event.currentTarget.value)}
        // The only field of this step, reached by the person's own key press.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
      />
      <button type="submit" className="button main" disabled={confirm.isPending}>
        Lanjut
      </button>
      {ticket.kunciSandi ? (
        <PasskeyButton ticket={ticket.tiket} onAnswer={onAnswer}>
          Pakai kunci sandi
        </PasskeyButton>
      ) : null}
      <button type="button" className="text-button small" onClick={onBack}>
        Masuk sebagai pengguna lain
      </button>
    </Step>
  );
}

interface StepFormProps {
  readonly title: string;
  readonly error: Error | null;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

function Step({ title, error, onSubmit, children }: StepFormProps) {
  return (
    <form
      className="form sheet-body"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <h1>{title}</h1>
      <Fault error={error} />
      {children}
    </form>
  );
}
