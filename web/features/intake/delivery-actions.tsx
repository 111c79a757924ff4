import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DeliveryDetail } from '#intake/contract';
import { Fault, sentenceOf } from '../../api/fault.tsx';
import { tell } from '../../api/request.ts';
import { useCan } from '../../api/session.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { formatNumber } from '../../ui/format.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { findOutStep, isSilence, WAITING } from './after-silence.ts';
import { deliveryPath } from './queries.ts';

type StepName = 'terbitkan' | 'batalkan' | 'kembalikan';

type StepTaken = UseMutationResult<void, Error, string | undefined> & {
  /** The portal fell silent, and is asked whether it took the step. */
  readonly isWaiting: boolean;
};

/** Asks for a step of a delivery; the reason goes along where there is one. */
export function useDeliveryStep(delivery: DeliveryDetail, step: StepName): StepTaken {
  const client = useQueryClient();
  const [isWaiting, setWaiting] = useState(false);
  const path = `${deliveryPath(delivery.instansi, delivery.kiriman)}/${step}`;
  const taken = useMutation({
    mutationFn: async (alasan: string | undefined) => {
      try {
        await tell(path, { body: alasan === undefined ? {} : { alasan } });
      } catch (error) {
        if (!isSilence(error)) throw error;
        setWaiting(true);
        await findOutStep(delivery);
      }
    },
    onSettled: async () => {
      setWaiting(false);
      // Whatever it was, what is on the screen may no longer be so.
      await client.invalidateQueries();
    },
  });
  return { ...taken, isWaiting };
}

/** What can be done with a delivery in its state; one main button. */
export function DeliveryActions({ delivery }: { readonly delivery: DeliveryDetail }) {
  const can = useCan();
  const [open, setOpen] = useState<'terbitkan' | 'alasan' | 'batalkan' | 'kembalikan'>();
  const isHeld = delivery.gerbang.some(({ hasil }) => hasil === 'menahan');
  const hasEarlier = (delivery.akibat?.sekarang ?? 0) > 0;
  const close = (): void => setOpen(undefined);
  const count = delivery.akibat?.sesudah ?? delivery.baris?.diterima ?? 0;
  return (
    <>
      {delivery.keadaan === 'diperiksa' && can('kiriman.kirim') ? (
        <>
          <button type="button" className="button quiet" onClick={() => setOpen('batalkan')}>
            Batalkan
          </button>
          <Link className="button" to="/kiriman/kirim">
            Unggah ulang
          </Link>
        </>
      ) : null}
      {delivery.keadaan === 'diperiksa' && can('kiriman.terbitkan') ? (
        <button
          type="button"
          className={isHeld ? 'button' : 'button main'}
          onClick={() => setOpen(isHeld ? 'alasan' : 'terbitkan')}
        >
          {isHeld ? 'Minta terbit dengan alasan' : `Terbitkan ${formatNumber(count)} orang`}
        </button>
      ) : null}
      {delivery.keadaan === 'terbit' && hasEarlier && can('kiriman.kembalikan') ? (
        <button type="button" className="button" onClick={() => setOpen('kembalikan')}>
          Kembalikan kiriman sebelumnya
        </button>
      ) : null}
      {open === 'terbitkan' ? <Publish delivery={delivery} count={count} onClose={close} /> : null}
      {open === 'alasan' ? <PublishHeld delivery={delivery} count={count} onClose={close} /> : null}
      {open === 'batalkan' ? (
        <Confirm
          delivery={delivery}
          step="batalkan"
          title="Batalkan kiriman ini?"
          sentence="Data yang terbit tidak berubah. Berkas tetap tersimpan dalam daftar kiriman."
          button="Batalkan kiriman"
          onClose={close}
        />
      ) : null}
      {open === 'kembalikan' ? (
        <Confirm
          delivery={delivery}
          step="kembalikan"
          title="Kembalikan kiriman sebelumnya?"
          sentence="Kiriman yang terbit sebelum ini menjadi yang terbit lagi. Kiriman ini tetap tersimpan; tidak ada yang terhapus."
          button="Kembalikan kiriman sebelumnya"
          onClose={close}
        />
      ) : null}
    </>
  );
}

interface StepDialogProps {
  readonly delivery: DeliveryDetail;
  readonly onClose: () => void;
}

function Publish({ delivery, count, onClose }: StepDialogProps & { readonly count: number }) {
  const { akibat } = delivery;
  const effect =
    akibat === null
      ? ''
      : `${formatNumber(akibat.baru)} orang baru, ${formatNumber(akibat.hilang)} hilang, ${formatNumber(akibat.berubah)} berubah. `;
  return (
    <Confirm
      delivery={delivery}
      step="terbitkan"
      title={`Terbitkan ${formatNumber(count)} orang?`}
      sentence={`${effect}Data yang terbit sekarang tetap tersimpan dan dapat dipakai lagi.`}
      button={`Terbitkan ${formatNumber(count)} orang`}
      onClose={onClose}
    />
  );
}

function PublishHeld({ delivery, count, onClose }: StepDialogProps & { readonly count: number }) {
  const publish = useDeliveryStep(delivery, 'terbitkan');
  return (
    <ReasonDialog
      title={`Terbitkan ${formatNumber(count)} orang walau ditahan?`}
      sentence="Tulis mengapa data ini benar walau gerbang menahannya. Alasan tercatat bersama kiriman."
      button={`Terbitkan ${formatNumber(count)} orang`}
      isOpen
      isBusy={publish.isPending}
      fault={publish.isWaiting ? WAITING : publish.error === null ? undefined : sentenceOf(publish.error)}
      onClose={onClose}
      onReason={(alasan) => publish.mutate(alasan, { onSuccess: onClose })}
    />
  );
}

interface ConfirmProps extends StepDialogProps {
  readonly step: StepName;
  readonly title: string;
  readonly sentence: string;
  readonly button: string;
}

function Confirm({ delivery, step, title, sentence, button, onClose }: ConfirmProps) {
  const taken = useDeliveryStep(delivery, step);
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <div className="form">
        <p className="second">{sentence}</p>
        {taken.isWaiting ? (
          <p className="second" role="status">
            {WAITING}
          </p>
        ) : (
          <Fault error={taken.error} />
        )}
        <div className="form-actions">
          <button type="button" className="button" onClick={onClose}>
            Jangan
          </button>
          <button
            type="button"
            className="button main"
            data-autofocus
            disabled={taken.isPending}
            onClick={() => taken.mutate(undefined, { onSuccess: onClose })}
          >
            {button}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
