import { Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { CHOICE_WORDS, type ChosenDifferences, type DecisionRequest, type EffectAnswer } from '#decisions/contract';
import { Dialog } from '../../../ui/dialog.tsx';
import { formatDay, formatNumber, today } from '../../../ui/format.ts';
import { previewQuery, useDecide } from './queries.ts';
import { useDecided } from './use-decided.tsx';

const DAY_MS = 86_400_000;

interface DecisionDialogProps {
  readonly instansi: number;
  readonly pilihan: DecisionRequest['pilihan'];
  readonly pilih: ChosenDifferences;
  /** What is decided about, such as the sentence of a cause. */
  readonly about: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks once more before many differences are decided: how many, who is left alone, and whether somebody must approve. */
export function DecisionDialog({ instansi, pilihan, pilih, about, onClose, onDone }: DecisionDialogProps) {
  const [catatan, setCatatan] = useState('');
  const [tunda, setTunda] = useState('');
  const [keputusan] = useState(() => crypto.randomUUID());
  const preview = useQuery(previewQuery(instansi, pilihan, pilih));
  const decide = useDecide(instansi);
  const tell = useDecided(instansi);
  const effect = preview.data;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (effect === undefined) return;
    decide.mutate(
      { keputusan, pilih, pilihan, catatan, terbitan: effect.terbitan, ...(tunda === '' ? {} : { tunda }) },
      {
        onSuccess: (done) => {
          tell({ keputusan, pilihan, effect: done, about });
          onDone();
        },
      },
    );
  };
  const fault = decide.error ?? preview.error;
  return (
    <Dialog title={`Putuskan: ${CHOICE_WORDS[pilihan]}`} isOpen onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <p>{about}</p>
        <p className="second" role="status">
          {effect === undefined ? 'Menghitung akibatnya' : <Consequence effect={effect} pilihan={pilihan} />}
        </p>
        {pilihan === 'tunda' ? (
          <TextInput
            type="date"
            label="Tunda sampai (boleh kosong)"
            description={
              tunda === '' ? 'Tanpa tanggal, menunggu sampai diputuskan.' : `Terbuka lagi ${formatDay(tunda)}.`
            }
            min={today(new Date(Date.now() + DAY_MS))}
            value={tunda}
            onChange={(event) => setTunda(event.currentTarget.value)}
          />
        ) : null}
        <Textarea
          label="Catatan (boleh kosong)"
          data-autofocus
          autosize
          minRows={2}
          maxLength={1000}
          value={catatan}
          onChange={(event) => setCatatan(event.currentTarget.value)}
          error={fault === null ? undefined : fault.message}
        />
        <div className="form-actions">
          <button type="button" className="button" onClick={onClose}>
            Batal
          </button>
          <button
            type="submit"
            className="button main"
            disabled={effect === undefined || effect.perkara === 0 || decide.isPending}
          >
            {effect === undefined ? 'Putuskan' : `Putuskan ${formatNumber(effect.perkara)} selisih`}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface ConsequenceProps {
  readonly effect: EffectAnswer;
  readonly pilihan: DecisionRequest['pilihan'];
}

function Consequence({ effect, pilihan }: ConsequenceProps) {
  if (effect.perkara === 0) return 'Tidak ada selisih terbuka di sini: semuanya sudah diputuskan atau sudah dikirim.';
  const skipped =
    effect.dilewati === 0
      ? ''
      : ` ${formatNumber(effect.dilewati)} selisih yang sudah diputuskan atau dikirim tidak diubah.`;
  return (
    <>
      <b>{formatNumber(effect.perkara)}</b> selisih pada <b>{formatNumber(effect.orang)}</b> orang{' '}
      {pilihan === 'tunda' || pilihan === 'tanya'
        ? 'ditunda; tidak ada yang dikirim sampai diputuskan.'
        : `diputuskan ${CHOICE_WORDS[pilihan]}. Data di kedua sumber belum berubah; selisih ditutup setelah kiriman berikutnya memperlihatkan perbaikannya.`}
      {skipped}
      {effect.menunggu ? ' Keputusan ini menunggu pengesahan verifikator.' : ''}
    </>
  );
}
