import './identity.css';
import { PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { type SignInAnswer, signInAnswer } from '#identity/contract';
import { ask } from '../../api/request.ts';
import { meQuery } from '../../api/session.ts';
import { Fault } from './fault.tsx';

/** Masuk: name and password, then the second factor where there is one. */
export function SignInPage() {
  const [ticket, setTicket] = useState<string>();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { kembali } = useSearch({ from: '/masuk' });
  useEffect(() => {
    document.title = 'Masuk · Portal Kepegawaian';
  }, []);
  const onAnswer = (answer: SignInAnswer): void => {
    if (answer.keadaan === 'faktor-kedua') return setTicket(answer.tiket);
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
          <FirstStep onAnswer={onAnswer} />
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

function FirstStep({ onAnswer }: StepProps) {
  const [namaPengguna, setName] = useState('');
  const [sandi, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: async () =>
      ask(signInAnswer, 'masuk', { method: 'POST', body: { namaPengguna: namaPengguna.trim(), sandi } }),
    onSuccess: onAnswer,
  });
  return (
    <Step title="Masuk" error={signIn.error} onSubmit={() => signIn.mutate()}>
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
      <p className="dim small">Belum punya akun atau lupa kata sandi: mintalah kepada admin instansi Anda.</p>
    </Step>
  );
}

function SecondStep({
  ticket,
  onAnswer,
  onBack,
}: StepProps & { readonly ticket: string; readonly onBack: () => void }) {
  const [kode, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: async () =>
      ask(signInAnswer, 'masuk/faktor-kedua', { method: 'POST', body: { tiket: ticket, kode: kode.trim() } }),
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
