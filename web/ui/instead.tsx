import type { ReactNode } from 'react';
import { Glyph } from './glyph.tsx';

/** Nothing is there: what would stand here, and the one step that fills it. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <div className="instead second">{children}</div>;
}

/** The answer does not allow it: who may see this, never an empty table. */
export function NoRight({ children }: { readonly children: ReactNode }) {
  return (
    <div className="instead" role="note">
      <span className="state strong">
        <Glyph state="none" /> Di luar hak akun ini
      </span>
      <p>{children}</p>
    </div>
  );
}

/** What was asked for is not there, or not for this account to know of. */
export function NotThere({ children }: { readonly children: ReactNode }) {
  return (
    <div className="instead" role="note">
      <span className="state strong">
        <Glyph state="none" /> Tidak ditemukan
      </span>
      <p>{children}</p>
    </div>
  );
}

interface FailedProps {
  /** What failed and what to do. */
  readonly sentence: string;
  readonly reference: string | undefined;
  readonly onAgain: (() => void) | undefined;
}

export function Failed({ sentence, reference, onAgain }: FailedProps) {
  return (
    <div className="instead" role="alert">
      <span className="state strong">
        <Glyph state="bad" /> Gagal dimuat
      </span>
      <p>{sentence}</p>
      {reference === undefined ? null : <p className="dim small">Kode untuk bantuan: {reference}</p>}
      {onAgain === undefined ? null : (
        <button type="button" className="button" onClick={onAgain}>
          Coba lagi
        </button>
      )}
    </div>
  );
}

/** Eight grey bars of true row height, from 300 ms on. */
export function GreyRows({ rows = 8, label }: { readonly rows?: number; readonly label: string }) {
  return (
    <div className="grey-rows" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- bars have no identity
        <i key={at} />
      ))}
    </div>
  );
}
