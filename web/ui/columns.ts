/** Which columns a table shows, in which order and how wide, as text in the address: `nama,jabatan:220,golongan`. Pure. */

interface Arrangeable {
  readonly key: string;
  /** Cannot be hidden. */
  readonly isFixed?: boolean;
  /** Shown only where somebody chose it. */
  readonly isExtra?: boolean;
}

export interface ColumnPlace {
  readonly key: string;
  /** Pixels; by its content where there is none. */
  readonly width?: number | undefined;
}

export const NARROWEST = 48;
export const WIDEST = 640;

export function parsePlaces(text: string | undefined): readonly ColumnPlace[] | undefined {
  if (text === undefined || text === '') return undefined;
  return text.split(',').map((part) => {
    const [key = '', width] = part.split(':');
    const pixels = Number(width);
    return Number.isInteger(pixels) && pixels >= NARROWEST && pixels <= WIDEST ? { key, width: pixels } : { key };
  });
}

/** The places as text; undefined where they are those that the columns have anyway. */
export function formatPlaces(places: readonly ColumnPlace[], columns: readonly Arrangeable[]): string | undefined {
  const text = places.map(({ key, width }) => (width === undefined ? key : `${key}:${width}`)).join(',');
  return text === usualOf(columns).join(',') ? undefined : text;
}

const usualOf = (columns: readonly Arrangeable[]): readonly string[] =>
  columns.flatMap(({ key, isExtra }) => (isExtra === true ? [] : [key]));

/** Where each shown column stands. Unknown and repeated names are left out; columns that cannot be hidden come first if they were. */
export function placesOf(columns: readonly Arrangeable[], text: string | undefined): readonly ColumnPlace[] {
  const given = parsePlaces(text);
  if (given === undefined) return usualOf(columns).map((key) => ({ key }));
  const known = given.filter(
    ({ key }, at) =>
      columns.some((column) => column.key === key) && given.findIndex((other) => other.key === key) === at,
  );
  const missing = columns.filter(({ key, isFixed }) => isFixed === true && !known.some((place) => place.key === key));
  return [...missing.map(({ key }) => ({ key })), ...known];
}

/** The columns of these places, with their widths. */
export function arrange<Column extends Arrangeable>(
  columns: readonly Column[],
  places: readonly ColumnPlace[],
): readonly (Column & { readonly width?: number | undefined })[] {
  return places.flatMap(({ key, width }) => {
    const column = columns.find((one) => one.key === key);
    return column === undefined ? [] : [width === undefined ? column : { ...column, width }];
  });
}

/** One place up or down. */
export function movePlace(places: readonly ColumnPlace[], key: string, step: 1 | -1): readonly ColumnPlace[] {
  const from = places.findIndex((place) => place.key === key);
  const to = from + step;
  const [moved, other] = [places[from], places[to]];
  if (moved === undefined || other === undefined) return places;
  return places.map((place, at) => (at === from ? other : at === to ? moved : place));
}

export function widenPlace(places: readonly ColumnPlace[], key: string, width: number | undefined) {
  const pixels = width === undefined ? undefined : Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
  return places.map((place) => (place.key === key ? { key, width: pixels } : place));
}
