import { Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Glyph } from '../ui/glyph.tsx';
import { Fault } from './fault.tsx';
import { Refusal, tell } from './request.ts';

const SHORTEST = 10;

/** Whether the portal waits for a reason, since much was taken within an hour. */
export function isHeld(error: unknown): error is Refusal {
  return error instanceof Refusal && error.code === 'PENGAMBILAN_DITAHAN';
}

interface HeldProps {
  readonly sentence: string;
  /** Asks again for what was held. */
  readonly onFree: () => void;
}

/** Why it stops here, and the reason with which it goes on. No form of its own: it may stand inside of one. */
export function Held({ sentence, onFree }: HeldProps) {
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const giving = useMutation({
    mutationFn: async (alasan: string) => tell('saya/alasan', { body: { alasan } }),
    onSuccess: onFree,
  });
  const isShort = reason.trim().length < SHORTEST;
  const give = (): void => {
    setTried(true);
    if (!isShort) giving.mutate(reason.trim());
  };
  return (
    <div className="instead" role="alert">
      <span className="state strong">
        <Glyph state="warn" /> Perlu alasan
      </span>
      <p>{sentence}</p>
      <div className="form">
        <Textarea
          label="Untuk apa data ini dipakai"
          autosize
          minRows={2}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={isTried && isShort ? `Tulis sekurangnya ${SHORTEST} huruf.` : undefined}
        />
        <Fault error={giving.error} />
      </div>
      <button type="button" className="button main" disabled={giving.isPending} onClick={give}>
        Kirim alasan dan teruskan
      </button>
    </div>
  );
}
