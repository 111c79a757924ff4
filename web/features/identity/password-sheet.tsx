import { PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { tell } from '../../api/request.ts';
import { meQuery } from '../../api/session.ts';
import { State } from '../../ui/glyph.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Fault } from '../../api/fault.tsx';

const SHORTEST = 12;
const SHOW = { 'aria-label': 'Tampilkan kata sandi', 'aria-hidden': false, tabIndex: 0 } as const;

export function PasswordSheet() {
  const client = useQueryClient();
  const [old, setOld] = useState('');
  const [fresh, setFresh] = useState('');
  const [again, setAgain] = useState('');
  const change = useMutation({
    mutationFn: async () => tell('saya/sandi', { body: { sandiLama: old, sandiBaru: fresh } }),
    onSuccess: async () => {
      setOld('');
      setFresh('');
      setAgain('');
      await client.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
  const isShort = fresh !== '' && fresh.length < SHORTEST;
  const isOther = again !== '' && again !== fresh;
  return (
    <Sheet title="Kata sandi">
      <form
        className="form sheet-body"
        onSubmit={(event) => {
          event.preventDefault();
          if (fresh.length >= SHORTEST && again === fresh) change.mutate();
        }}
      >
        <Fault error={change.error} />
        <PasswordInput
          label="Kata sandi sekarang"
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={SHOW}
          value={old}
          onChange={(event) => setOld(event.currentTarget.value)}
        />
        <PasswordInput
          label="Kata sandi baru"
          description={`Sekurangnya ${SHORTEST} huruf; kalimat pendek mudah diingat.`}
          autoComplete="new-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={SHOW}
          value={fresh}
          onChange={(event) => setFresh(event.currentTarget.value)}
          error={isShort ? `Baru ${fresh.length} huruf; sekurangnya ${SHORTEST}.` : undefined}
        />
        <PasswordInput
          label="Kata sandi baru, sekali lagi"
          autoComplete="new-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={SHOW}
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
          error={isOther ? 'Tidak sama dengan kata sandi baru.' : undefined}
        />
        <div className="form-actions">
          {change.isSuccess ? <State state="ok">Kata sandi diganti; sesi lain diakhiri</State> : null}
          <button type="submit" className="button main" disabled={change.isPending}>
            Ganti kata sandi
          </button>
        </div>
      </form>
    </Sheet>
  );
}
