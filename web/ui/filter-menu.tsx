import type { Facet } from './facets.tsx';
import { formatNumber } from './format.ts';
import { Icon } from './icon.tsx';
import { Picker } from './picker.tsx';

/** One part of a filter: what it is called, its choices with their counts, and which of them is chosen. */
export interface FilterPart {
  readonly param: string;
  readonly name: string;
  readonly facets: readonly Facet[];
  readonly chosen: string | undefined;
}

interface FilterMenuProps {
  readonly parts: readonly FilterPart[];
  readonly onChoose: (param: string, value: string | undefined) => void;
}

/** All parts of a filter with all their choices, for what has no room among the chips. */
export function FilterMenu({ parts, onChoose }: FilterMenuProps) {
  const count = parts.filter(({ chosen }) => chosen !== undefined).length;
  return (
    <Picker
      label="Saringan"
      className="filter-body"
      summary={
        <>
          <Icon name="saring" />
          Saring
          {count === 0 ? null : <b>{count}</b>}
        </>
      }
    >
      {parts.map(({ param, name, facets, chosen }) => (
        <label key={param}>
          {name}
          <select
            value={chosen ?? ''}
            onChange={({ target: { value } }) => onChoose(param, value === '' ? undefined : value)}
          >
            <option value="">semua</option>
            {facets.map(({ nilai, label, jumlah }) => (
              <option key={nilai} value={nilai}>
                {label} ({formatNumber(jumlah)})
              </option>
            ))}
            {chosen === undefined || facets.some(({ nilai }) => nilai === chosen) ? null : (
              <option value={chosen}>{chosen} (0)</option>
            )}
          </select>
        </label>
      ))}
    </Picker>
  );
}
