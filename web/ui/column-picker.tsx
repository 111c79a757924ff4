import { type ColumnPlace, formatPlaces, movePlace, placesOf, widenPlace } from './columns.ts';
import type { Column } from './data-table.tsx';
import { Icon } from './icon.tsx';
import { Picker } from './picker.tsx';

const WIDTHS = [
  ['', 'menurut isi'],
  ['90', 'sempit'],
  ['160', 'sedang'],
  ['260', 'lebar'],
] as const;

interface ColumnPickerProps<Row> {
  readonly columns: readonly Column<Row>[];
  /** Places as they stand in the address. */
  readonly places: string | undefined;
  readonly onPlaces: (places: string | undefined) => void;
}

/** Which columns are shown, in which order and how wide. */
export function ColumnPicker<Row>({ columns, places, onPlaces }: ColumnPickerProps<Row>) {
  const shown = placesOf(columns, places);
  const hidden = columns.filter(({ key }) => !shown.some((place) => place.key === key));
  const keep = (next: readonly ColumnPlace[]): void => onPlaces(formatPlaces(next, columns));
  return (
    <Picker
      label="Kolom yang tampil"
      className="columns-body"
      isWideOnly
      summary={
        <>
          <Icon name="kolom" />
          Kolom
        </>
      }
    >
      <ul>
        {shown.map(({ key, width }, at) => {
          const column = columns.find((one) => one.key === key);
          const name = column?.name ?? key;
          return (
            <li key={key}>
              <label>
                <input
                  type="checkbox"
                  checked
                  disabled={column?.isFixed === true}
                  onChange={() => keep(shown.filter((place) => place.key !== key))}
                />
                {name}
              </label>
              <select
                aria-label={`Lebar kolom ${name}`}
                value={width === undefined ? '' : String(width)}
                onChange={({ target: { value } }) =>
                  keep(widenPlace(shown, key, value === '' ? undefined : Number(value)))
                }
              >
                {WIDTHS.map(([value, word]) => (
                  <option key={value} value={value}>
                    {word}
                  </option>
                ))}
                {width === undefined || WIDTHS.some(([value]) => value === String(width)) ? null : (
                  <option value={width}>{width} piksel</option>
                )}
              </select>
              <button
                type="button"
                className="tool"
                aria-label={`Geser ${name} ke kiri`}
                disabled={at === 0}
                onClick={() => keep(movePlace(shown, key, -1))}
              >
                <Icon name="atas" />
              </button>
              <button
                type="button"
                className="tool"
                aria-label={`Geser ${name} ke kanan`}
                disabled={at === shown.length - 1}
                onClick={() => keep(movePlace(shown, key, 1))}
              >
                <Icon name="bawah" />
              </button>
            </li>
          );
        })}
        {hidden.map(({ key, name }) => (
          <li key={key} className="dim">
            <label>
              <input type="checkbox" checked={false} onChange={() => keep([...shown, { key }])} />
              {name}
            </label>
          </li>
        ))}
      </ul>
      {places === undefined ? null : (
        <button type="button" className="button small-button" onClick={() => onPlaces(undefined)}>
          Seperti semula
        </button>
      )}
    </Picker>
  );
}
