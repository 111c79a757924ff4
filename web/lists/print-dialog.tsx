import { Dialog } from '../ui/dialog.tsx';
import { formatNumber } from '../ui/format.ts';

interface PrintDialogProps {
  readonly total: number;
  readonly shown: number;
  readonly most: number;
  readonly onExport: () => void;
  readonly onClose: () => void;
}

/** More rows than paper should hold: those that are there are printed, or all are exported. */
export function PrintDialog({ total, shown, most, onExport, onClose }: PrintDialogProps) {
  return (
    <Dialog title={`Cetak ${formatNumber(total)} baris`} isOpen onClose={onClose}>
      <div className="form">
        <p className="second">
          Di atas {formatNumber(most)} baris, berkas lebih berguna daripada kertas. Ekspor seluruhnya, atau cetak{' '}
          {formatNumber(shown)} baris yang sedang tampil.
        </p>
        <div className="form-actions">
          <button
            type="button"
            className="button"
            onClick={() => {
              onClose();
              // The dialog is gone from the paper first.
              requestAnimationFrame(() => window.print());
            }}
          >
            Cetak {formatNumber(shown)} baris
          </button>
          <button type="button" className="button main" onClick={onExport}>
            Ekspor {formatNumber(total)} baris
          </button>
        </div>
      </div>
    </Dialog>
  );
}
