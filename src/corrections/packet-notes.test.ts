import { describe, expect, it } from 'vitest';
import type { TableDemands } from '#formats';
import { notesOn } from './packet-notes.ts';

const PLAIN: TableDemands = { engine: 'InnoDB', columns: [], checks: [], unique: [], triggers: [] };
const touched = {
  name: 'diubah',
  type: 'timestamp',
  notNull: true,
  filled: true,
  generated: false,
  touched: true,
  charset: '',
};
const change = { nip: '', baris: 1, tabel: 'pegawai', kunci: [], columns: [], kolom: [], cells: new Map() };
const row = {
  nip: '',
  baris: 1,
  tabel: 'r_gol',
  owner: { column: 0, value: '1' },
  rows: 0,
  cells: [],
  empty: [],
  kolom: [],
};

describe('the notes of a packet', () => {
  it.each<readonly [what: string, demands: Partial<TableDemands>, words: readonly string[]]>([
    ['nothing of a plain table', {}, []],
    ['storage without transactions', { engine: 'MyISAM' }, ['tidak mengenal transaksi']],
    ['what runs at an UPDATE', { triggers: ['update'] }, ['punya pemicu']],
    ['not what runs at another event', { triggers: ['insert', 'delete'] }, []],
    ['columns that change by themselves', { columns: [touched] }, ['Kolom diubah di tabel pegawai berganti sendiri']],
  ])('tell %s', (_, demands, words) => {
    const notes = notesOn({ changes: [change], added: [] }, new Map([['pegawai', { ...PLAIN, ...demands }]]));
    expect(notes).toHaveLength(words.length);
    words.forEach((word, index) => expect(notes[index]).toContain(word));
  });

  it('tell of new rows that their numbers are given by the database, and what runs at an INSERT', () => {
    const notes = notesOn({ changes: [], added: [row] }, new Map([['r_gol', { ...PLAIN, triggers: ['insert'] }]]));
    expect(notes).toHaveLength(2);
    expect(notes[1]).toContain('Nomor baris baru di tabel r_gol');
  });
});
