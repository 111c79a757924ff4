import { Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ROWS_WITHOUT_REASON } from '#findings/contract';
import { Fault } from '../../api/fault.tsx';
import { Held, isHeld } from '../../api/held.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Segments } from '../../ui/segments.tsx';
import type { ExportChoice } from './export.ts';

interface ExportDialogProps {
  /** Rows under the filter. */
  readonly total: number;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onExport: (choice: ExportChoice) => Promise<unknown>;
}

const FORMS = [
  ['xlsx', 'Excel (XLSX)'],
  ['csv', 'CSV'],
] as const;
const SHORTEST = 10;

/** In which form, and for many rows what for. */
export function ExportDialog({ total, isOpen, onClose, onExport }: ExportDialogProps) {
  const [bentuk, setBentuk] = useState<ExportChoice['bentuk']>('xlsx');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const exporting = useMutation({ mutationFn: onExport, onSuccess: onClose });
  const needsReason = total > ROWS_WITHOUT_REASON;
  const isShort = needsReason && reason.trim().length < SHORTEST;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isShort) exporting.mutate({ bentuk, alasan: needsReason ? reason.trim() : undefined });
  };
  return (
    <Dialog title={`Ekspor ${formatNumber(total)} baris`} isOpen={isOpen} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <p className="second">
          Persis yang tersaring sekarang; nomor pribadi tetap tersamar. Berkasnya diunduh satu kali, dan ekspor ini
          tercatat di jejak audit.
        </p>
        <div>
          <Segments label="Bentuk berkas" options={FORMS} chosen={bentuk} onChoose={setBentuk} />
        </div>
        {needsReason ? (
          <Textarea
            label="Untuk apa data ini dipakai"
            description={`Ditanyakan di atas ${formatNumber(ROWS_WITHOUT_REASON)} baris.`}
            data-autofocus
            autosize
            minRows={2}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={isTried && isShort ? `Tulis sekurangnya ${SHORTEST} huruf.` : undefined}
          />
        ) : null}
        {isHeld(exporting.error) ? (
          <Held sentence={exporting.error.message} onFree={() => exporting.reset()} />
        ) : (
          <Fault error={exporting.error} />
        )}
        <div className="form-actions">
          <button type="button" className="button" onClick={onClose}>
            Batal
          </button>
          <button type="submit" className="button main" disabled={exporting.isPending}>
            {exporting.isPending ? 'Menyusun' : 'Ekspor'}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
