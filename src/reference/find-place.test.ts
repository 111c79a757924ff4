import { describe, expect, it } from 'vitest';
import { foldText } from '#kernel/text.ts';
import { findPlace } from './find-place.ts';
import type { ReferenceRow } from './row.ts';
import { listRows } from './rows.ts';
import { ReferenceTable } from './table.ts';
import { TEMPAT_KEMBAR } from './tables/lokasi-jateng.ts';

const [, , SEMARANG] = TEMPAT_KEMBAR;
const ROWS: readonly ReferenceRow[] = [
  { id: SEMARANG?.kota.toLowerCase() ?? '', nama: 'SEMARANG', induk: 'JT', jenis: 'KB' },
  { id: SEMARANG?.kabupaten ?? '', nama: 'SEMARANG', induk: 'JT', jenis: 'KB' },
  { id: 'K1', nama: 'KUDUS', induk: 'JT', jenis: 'KB' },
  { id: 'B1', nama: 'BANDUNG', induk: 'JB', jenis: 'KB' },
  { id: 'B2', nama: 'BANDUNG', induk: 'JB', jenis: 'KB' },
  { id: 'D1', nama: 'BANDUNG', induk: 'K9', jenis: 'DE' },
  { id: 'A1', nama: 'KOTA AGUNG', induk: 'L1', jenis: 'KC' },
  { id: 'S1', nama: 'SOLO', induk: 'JT', jenis: 'KB' },
];
const places = new ReferenceTable(listRows('lokasi_kabupaten', ROWS, foldText), {
  fold: foldText,
  distinctKinds: ['KB'],
});

describe('a place named by a text', () => {
  it.each([
    ['Kota Semarang', [ROWS[0]?.id]],
    ['KAB. SEMARANG', [ROWS[1]?.id]],
    ['Semarang (Kab)', [ROWS[1]?.id]],
    ['Semarang', [ROWS[0]?.id, ROWS[1]?.id]],
    ['kudus', ['K1']],
    ['Kabupaten Kudus', ['K1']],
    ['Kota Bandung', ['B1', 'B2']],
    ['Kota Agung', ['A1']],
    ['Solo', ['S1']],
    ['Kabupaten Solo', ['S1']],
    ['Kota Kudusan', []],
    ['-', []],
  ])('%s: %j', (text, ids) => {
    const found = findPlace(places, text);
    const rows = found.kind === 'none' ? [] : found.kind === 'one' ? [found.row] : found.rows;
    expect(rows.map((row) => row.id)).toEqual(ids);
  });

  it('is sought within the given context', () => {
    expect(findPlace(places, 'Bandung', { jenis: ['DE'] }).kind).toBe('one');
    expect(findPlace(places, 'Kota Semarang', { induk: 'JB' }).kind).toBe('none');
  });
});
