import { Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ROWS_AT_ONCE, ROWS_WITHOUT_REASON } from '#findings/contract';
import { Fault } from '../api/fault.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { formatNumber } from '../ui/format.ts';
import { Segments } from '../ui/segments.tsx';
import { useToast } from '../ui/toasts.tsx';
import { type ExportChoice, exportList, type ExportWish } from './export.ts';

interface ExportDialogProps {
  readonly wish: ExportWish;
  /** Rows that the file will have. */
  readonly total: number;
  /** What is exported, in words: the filter, the columns. */
  readonly said: string;
  readonly onClose: () => void;
}

const FORMS = [
  ['xlsx', 'Excel (XLSX)'],
  ['csv', 'CSV'],
] as const;
const SHORTEST = 10;

/** In which form, and for many rows what for. Large files are written while one works on. */
export function ExportDialog({ wish, total, said, onClose }: ExportDialogProps) {
  const toast = useToast();
  const [bentuk, setBentuk] = useState<ExportChoice['bentuk']>('xlsx');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const exporting = useMutation({
    mutationFn: async (choice: ExportChoice) => exportList(wish, choice),
    onSuccess: (made) => {
      onClose();
      if (made.keadaan === 'siap') {
        toast({ text: `${made.namaBerkas}: ${formatNumber(made.baris)} baris diunduh.` });
        return;
      }
      toast({ text: `Menyusun ${formatNumber(made.baris)} baris. Kabarnya muncul di bilah atas bila siap diunduh.` });
    },
  });
  const needsReason = total > ROWS_WITHOUT_REASON;
  const isShort = needsReason && reason.trim().length < SHORTEST;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isShort) exporting.mutate({ bentuk, alasan: needsReason ? reason.trim() : undefined });
  };
  return (
    <Dialog title={`Ekspor ${formatNumber(total)} baris`} isOpen onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <p className="second">
          {said} Nomor pribadi tetap tersamar. Berkasnya diunduh satu kali, dan ekspor ini tercatat di jejak audit.
          {total > ROWS_AT_ONCE
            ? ' Sebanyak ini disusun di belakang; Anda dapat terus bekerja dan membatalkannya di bilah atas.'
            : ''}
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
        <Fault error={exporting.error} />
        <div className="form-actions">
          <button type="button" className="button" onClick={onClose}>
            Batal
          </button>
          <button type="submit" className="button main" disabled={exporting.isPending}>
            {exporting.isPending ? 'Menyusun' : `Ekspor ${formatNumber(total)} baris`}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
