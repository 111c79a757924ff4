import { formatNumber } from './format.ts';

export interface Facet {
  readonly nilai: string;
  readonly label: string;
  readonly jumlah: number;
}

interface FacetsProps {
  readonly label: string;
  /** The whole, and what it is called. */
  readonly all: { readonly word: string; readonly count: number };
  readonly facets: readonly Facet[];
  readonly chosen: string | undefined;
  readonly onChoose: (value: string | undefined) => void;
  readonly most?: number;
}

/** Facets as chips with counts; the first `most` and the chosen one are shown. Nothing where all is of one kind. */
export function Facets({ label, all, facets, chosen, onChoose, most = 5 }: FacetsProps) {
  const [first] = facets;
  if (facets.length === 1 && first?.jumlah === all.count && chosen === undefined) return null;
  const shown = facets.filter(({ nilai }, at) => at < most || nilai === chosen);
  return (
    <div className="chips" role="group" aria-label={label}>
      <Chip word={all.word} count={all.count} isOn={chosen === undefined} onClick={() => onChoose(undefined)} />
      {shown.map((facet) => (
        <Chip
          key={facet.nilai}
          word={facet.label}
          count={facet.jumlah}
          isOn={facet.nilai === chosen}
          onClick={() => onChoose(facet.nilai === chosen ? undefined : facet.nilai)}
        />
      ))}
    </div>
  );
}

interface ChipProps {
  readonly word: string;
  readonly count: number;
  readonly isOn: boolean;
  readonly onClick: () => void;
}

function Chip({ word, count, isOn, onClick }: ChipProps) {
  return (
    <button type="button" className="chip" aria-pressed={isOn} onClick={onClick}>
      <span>{word}</span>
      <span className="count">{formatNumber(count)}</span>
    </button>
  );
}
