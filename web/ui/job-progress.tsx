import { formatNumber } from './format.ts';

interface JobProgressProps {
  /** Where it is, in words. */
  readonly stage: string;
  readonly done: number;
  readonly of: number;
  readonly onCancel?: () => void;
  readonly cancelWord?: string;
}

/** Rows and stage in words; the page stays usable meanwhile. */
export function JobProgress({ stage, done, of, onCancel, cancelWord = 'Batalkan' }: JobProgressProps) {
  const words = of > 0 ? `${stage}, ${formatNumber(done)} dari ${formatNumber(of)}` : stage;
  return (
    <div className="job" role="status">
      <span>{words}</span>
      <div className="run">
        <progress {...(of > 0 ? { value: done, max: of } : {})} aria-label={stage} aria-valuetext={words} />
        {onCancel === undefined ? null : (
          <button type="button" className="button small-button" onClick={onCancel}>
            {cancelWord}
          </button>
        )}
      </div>
    </div>
  );
}
