import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange, formatPlaces, movePlace, placesOf, widenPlace } from './columns.ts';

const COLUMNS = [
  { key: 'nama', isFixed: true },
  { key: 'golongan' },
  { key: 'jabatan' },
  { key: 'unit' },
  { key: 'nik', isExtra: true },
];
const keysOf = (text: string | undefined): string =>
  arrange(COLUMNS, placesOf(COLUMNS, text))
    .map(({ key }) => key)
    .join();

describe('columns in an address', () => {
  it.each([
    ['nothing shows the usual ones', undefined, 'nama,golongan,jabatan,unit'],
    ['order and choice', 'nama,unit,golongan', 'nama,unit,golongan'],
    ['what cannot be hidden comes back', 'unit', 'nama,unit'],
    ['one that is not usual', 'nama,nik', 'nama,nik'],
    ['unknown and repeated names are left out', 'nama,gaji,unit,unit', 'nama,unit'],
    ['widths beside names', 'nama:200,unit:9999', 'nama,unit'],
  ])('%s', (_, text, expected) => {
    expect(keysOf(text)).toBe(expected);
  });

  it('keep widths that are possible, and say nothing where all is as usual', () => {
    expect(placesOf(COLUMNS, 'nama:200,unit:9999')).toEqual([{ key: 'nama', width: 200 }, { key: 'unit' }]);
    expect(formatPlaces(placesOf(COLUMNS, undefined), COLUMNS)).toBeUndefined();
    expect(formatPlaces(widenPlace(placesOf(COLUMNS, 'nama,unit'), 'unit', 12), COLUMNS)).toBe('nama,unit:48');
  });

  it('come out of the text as they went in, whatever was moved', () => {
    const step = fc.constantFrom(1 as const, -1 as const);
    const key = fc.constantFrom('nama', 'golongan', 'jabatan', 'unit');
    fc.assert(
      fc.property(fc.array(fc.tuple(key, step)), (moves) => {
        let places = placesOf(COLUMNS, undefined);
        for (const [moved, by] of moves) places = movePlace(places, moved, by);
        expect(places).toHaveLength(4);
        expect(placesOf(COLUMNS, formatPlaces(places, COLUMNS))).toEqual(places);
      }),
    );
  });
});
