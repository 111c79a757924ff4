import { Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Dialog } from './dialog.tsx';

interface ReasonDialogProps {
  readonly title: string;
  /** The consequence, in a sentence. */
  readonly sentence: string;
  readonly button: string;
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  readonly fault: string | undefined;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
}

const SHORTEST = 10;

/** Asks why, in words that others will read. */
export function ReasonDialog(props: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const isShort = reason.trim().length < SHORTEST;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isShort) props.onReason(reason.trim());
  };
  return (
    <Dialog title={props.title} isOpen={props.isOpen} onClose={props.onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <p className="second">{props.sentence}</p>
        <Textarea
          label="Alasan"
          data-autofocus
          autosize
          minRows={3}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={props.fault ?? (isTried && isShort ? `Tulis alasan sekurangnya ${SHORTEST} huruf.` : undefined)}
        />
        <div className="form-actions">
          <button type="button" className="button" onClick={props.onClose}>
            Batal
          </button>
          <button type="submit" className="button main" disabled={props.isBusy}>
            {props.button}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
