import { describe, expect, it } from 'vitest';
import { findField } from '../../src/canonical/index.ts';
import { fillStructure } from './fill.ts';
import { makePeople } from './people.ts';
import { faultOf, readDate } from './read-back.ts';
import { VENDORS_FIFTH, VENDORS_FOURTH, VENDORS_SIXTH } from './vendors/read-vendors.ts';

/** The batches of which nobody has seen a score: what they say of themselves is true. The mapping is not asked. */
const { office } = makePeople('angkatan', 80);

describe.each([
  ['fourth', VENDORS_FOURTH, 13],
  ['fifth', VENDORS_FIFTH, 13],
  ['sixth', VENDORS_SIXTH, 10],
])('the %s batch', (_, structures, size) => {
  it('has its structures, of 12 to 120 columns, each with a name of its own', () => {
    expect(new Set(structures.map(({ slug }) => slug)).size).toBe(size);
    for (const { slug, columns } of structures) {
      expect(columns.length, slug).toBeGreaterThanOrEqual(12);
      expect(columns.length, slug).toBeLessThanOrEqual(120);
    }
  });

  it('has an answer for every column: a field of the catalogue, contents that are none, or a secret', () => {
    const faults: string[] = [];
    for (const { slug, entity, columns } of structures) {
      const owner = entity === 'riwayat_sk' ? 'riwayat' : entity;
      for (const { name, canonical, encoding = '', further = [] } of columns) {
        if (canonical === null && !encoding.startsWith('isi:')) faults.push(`${slug}, ${name}: no contents told`);
        for (const field of [canonical, ...further.map((each) => each.field)]) {
          if (field === null || field === '@pegawai_key') continue;
          if (!findField(field)) faults.push(`${slug}, ${name}: no such field: ${field}`);
          if (owner !== (field.includes('.') ? field.split('.')[0] : 'pegawai'))
            faults.push(`${slug}, ${name}: ${field} is not of ${owner}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it.each(structures.map((structure) => [structure.slug, structure] as const))(
    '%s holds what it says',
    (__, structure) => {
      const { cells, truths } = fillStructure(structure, office, 'angkatan');
      expect(truths).toHaveLength(structure.columns.length);
      expect(cells.every((row) => row.length === truths.length)).toBe(true);
      const faults: string[] = [];
      structure.columns.forEach((column, index) => {
        const { name, canonical } = column;
        const values = [...new Set(cells.map((row) => row[index] ?? ''))];
        if (canonical !== null && values.every((value) => value.trim() === '')) faults.push(`${name} is empty`);
        const { sexes, codes } = truths[index] ?? {};
        if (sexes && values.some((value) => !(value in sexes))) faults.push(`${name}: a sex of its own`);
        if (codes && [...codes.keys()].some((code) => !values.includes(code)))
          faults.push(`${name}: a code without rows`);
        if (structure.entity !== 'pegawai' || canonical === '@pegawai_key') return;
        office.forEach(({ facts }, row) => {
          const fault = faultOf(column, cells[row]?.[index] ?? '', facts);
          if (fault !== '') faults.push(`${name}: ${fault}`);
        });
      });
      expect(faults).toEqual([]);
    },
  );
});

it.each([
  ['12031980', 'ddmmyyyy', '1980-03-12'],
  ['3/12/1980', 'm/d/yy', '1980-03-12'],
  ['12-MAY-80', 'dd-MON-yy', '1980-05-12'],
  ['12 Agustus 1980', 'd Bulan yyyy', '1980-08-12'],
  ['29292', 'excel', '1980-03-12'],
  ['01-Okt-49', 'dd-Bln-yy', '2049-10-01'],
])('%s written as %s is read back', (text, form, iso) => {
  expect(readDate(text, form)).toBe(iso);
});

it.each([
  ['tanggal_lahir', 'yyyymmdd', '19010203', 'not'],
  ['tanggal_lahir', 'yyyymmdd', '19801340', 'no date'],
  ['nip', '', '123', 'not'],
  ['nama', 'pola:{nama}', 'SIAPA', 'lacks'],
  ['agama', 'tabel:1=X;*=Y', 'Z', 'for'],
])('a cell that is not what its column says is found: %s, %s', (canonical, encoding, cell, fault) => {
  expect(faultOf({ name: 'A', canonical, encoding }, cell, office[0]?.facts ?? {})).toContain(fault);
});
