import { describe, expect, it } from 'vitest';
import { FIELDS } from '#canonical';
import type { LocalDate } from '#kernel/local-date.ts';
import { BKN_FIELDS, BKN_HEADINGS, bknRow } from './bkn-export.ts';
import { createPopulation } from './population.ts';

describe('the export of BKN', () => {
  it('has each of the 67 headings of the catalogue once', () => {
    expect(BKN_HEADINGS).toHaveLength(67);
    const known = FIELDS.flatMap(({ judulSiasn }) => (judulSiasn === undefined ? [] : [judulSiasn]));
    expect(BKN_HEADINGS.toSorted()).toEqual(known.toSorted());
  });

  it('guards long digits with an apostrophe, turns dates round and writes null for what is missing', () => {
    const row = bknRow({ nip: '199201012018011901', tanggal_lahir: '1992-01-01', agama_id: '1', nama: 'SITI' });
    const cell = (heading: string): string | undefined => row[BKN_HEADINGS.indexOf(heading)];
    expect(cell('NIP BARU')).toBe("'199201012018011901");
    expect(cell('TANGGAL LAHIR')).toBe('01-01-1992');
    expect(cell('AGAMA ID')).toBe('1');
    expect(cell('NIK')).toBe('null');
  });

  it('fills every column that a PNS has', () => {
    const population = createPopulation({ pegawai: 2000, benih: 'uji', per: 20251001 as LocalDate });
    const people = [...population.people('6475')].filter(({ jenisAsn, leaving }) => jenisAsn === 'pns' && !leaving);
    const empty = new Set([
      'nip_lama',
      'gelar_depan',
      'gelar_belakang',
      'kartu_asn_virtual',
      'flag_ikd',
      'no_sk_pns',
      'tgl_sk_pns',
      'tmt_pns',
    ]);
    for (const person of people) {
      const row = bknRow(person.factsOfBkn(20251001 as LocalDate));
      const missing = BKN_FIELDS.filter((field, at) => row[at] === 'null' && !empty.has(field));
      expect(missing).toEqual([]);
    }
  });
});
