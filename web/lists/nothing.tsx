import type { ReactNode } from 'react';
import { Empty } from '../ui/instead.tsx';

interface NothingProps {
  readonly unit: string;
  /** The filter in words; empty where nothing is filtered. */
  readonly words: readonly string[];
  /** What stands here while there is nothing at all, filter or not. */
  readonly empty: ReactNode;
  readonly onClear: () => void;
}

/** What stands in the place of a list in which there is nothing, and the way back out of a filter. */
export function Nothing({ unit, words, empty, onClear }: NothingProps) {
  if (words.length === 0) return <Empty>{empty}</Empty>;
  return (
    <Empty>
      <p>
        Tidak ada {unit} yang cocok dengan saringan {words.join('; ')}.
      </p>
      <button type="button" className="button" onClick={onClear}>
        Hapus saringan
      </button>
    </Empty>
  );
}
