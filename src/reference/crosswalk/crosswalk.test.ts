import * as fc from 'fast-check';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type LocalDate, makeDate } from '#kernel/local-date.ts';
import { RefusedFile } from '#kernel/problem.ts';
import { listRows } from '../rows.ts';
import type { ReferenceRow } from '../row.ts';
import { ReferenceTable } from '../table.ts';
import { foldText } from '#kernel/text.ts';
import { readCrosswalk, readCrosswalkBook, writeCrosswalk } from './book.ts';
import { acceptEntry, type Decision, rejectEntry } from './decide.ts';
import { type CrosswalkEntry, firstDay, isInForce, keyOf, lastDay } from './entry.ts';
import { createCrosswalkFinder } from './find.ts';
import { listOffers, type OfferQuery } from './offers.ts';
import { isPersonal, isShareable } from './privacy.ts';
import { confirmedRow, watchCrosswalks } from './watch.ts';

const day = (year: number, month = 1, of = 1): LocalDate => makeDate(year, month, of) as LocalDate;

const decision = (changes: Partial<Decision> = {}): Decision => ({
  kolom: 'jabatan',
  kode: '',
  label: 'Guru Kelas',
  id: 'X1',
  acuan: { nama: 'GURU AHLI MUDA', induk: '', jenis: '', status: '', senama: 1 },
  mulai: undefined,
  sampai: undefined,
  dukungan: 10,
  bertentangan: 0,
  oleh: 'Admin',
  pada: day(2026),
  ...changes,
});

/** Decisions one after the other; one that is refused changes nothing. */
function decide(...steps: readonly (readonly ['terima' | 'tolak', Partial<Decision>])[]): readonly CrosswalkEntry[] {
  let entries: readonly CrosswalkEntry[] = [];
  for (const [what, changes] of steps) {
    const next = (what === 'terima' ? acceptEntry : rejectEntry)(entries, decision(changes));
    if (next.ok) entries = next.value;
  }
  return entries;
}

const spans = (entries: readonly CrosswalkEntry[]): readonly string[] =>
  entries.map(({ id, mulai, sampai, status }) => `${id} ${status} ${mulai ?? ''}-${sampai ?? ''}`);

describe('decisions about one value', () => {
  it.each<[string, readonly (readonly ['terima' | 'tolak', Partial<Decision>])[], readonly string[]]>([
    ['accepted once', [['terima', {}]], ['X1 diterima -']],
    [
      'accepted twice is one entry',
      [
        ['terima', {}],
        ['terima', { dukungan: 20 }],
      ],
      ['X1 diterima -'],
    ],
    [
      'another id without a day is refused',
      [
        ['terima', {}],
        ['terima', { id: 'X2' }],
      ],
      ['X1 diterima -'],
    ],
    [
      'another id from a day on ends the former the day before',
      [
        ['terima', {}],
        ['terima', { id: 'X2', mulai: day(2024, 3) }],
      ],
      ['X1 diterima -20240229', 'X2 diterima 20240301-'],
    ],
    [
      'another id for a time splits the former',
      [
        ['terima', {}],
        ['terima', { id: 'X2', mulai: day(2020), sampai: day(2020, 12, 31) }],
      ],
      ['X1 diterima -20191231', 'X2 diterima 20200101-20201231', 'X1 diterima 20210101-'],
    ],
    [
      'wholly replaced is remembered',
      [
        ['terima', { mulai: day(2020) }],
        ['terima', { id: 'X2', mulai: day(2019) }],
      ],
      ['X2 diterima 20190101-', 'X1 diganti 20200101-'],
    ],
    [
      'ended by its own id',
      [
        ['terima', {}],
        ['terima', { sampai: day(2025) }],
      ],
      ['X1 diterima -20250101'],
    ],
    [
      'renewed without a day keeps its time',
      [
        ['terima', { mulai: day(2020) }],
        ['terima', {}],
      ],
      ['X1 diterima 20200101-'],
    ],
    ['rejected', [['tolak', {}]], ['X1 ditolak -']],
    [
      'accepted, then rejected',
      [
        ['terima', {}],
        ['tolak', {}],
      ],
      ['X1 ditolak -'],
    ],
    [
      'rejected, then accepted',
      [
        ['tolak', {}],
        ['terima', {}],
      ],
      ['X1 diterima -'],
    ],
    [
      'rejecting one id leaves another',
      [
        ['terima', {}],
        ['tolak', { id: 'X2' }],
      ],
      ['X1 diterima -', 'X2 ditolak -'],
    ],
    [
      'an id in another style is the same id',
      [
        ['terima', { id: '8AE483A570E6758B01710BA2C7527D80' }],
        ['tolak', { id: '8ae483a5-70e6-758b-0171-0ba2c7527d80' }],
      ],
      ['8ae483a5-70e6-758b-0171-0ba2c7527d80 ditolak -'],
    ],
    [
      'words are compared folded',
      [
        ['terima', {}],
        ['terima', { label: ' GURU  KELAS.', id: 'X2' }],
      ],
      ['X1 diterima -'],
    ],
    [
      'codes are not',
      [
        ['terima', { kode: '1', label: '' }],
        ['terima', { kode: '01', label: '', id: 'X2' }],
      ],
      ['X2 diterima -', 'X1 diterima -'],
    ],
    ['without a value', [['terima', { label: '' }]], []],
    ['without an id', [['terima', { id: ' ' }]], []],
    ['an end before the beginning', [['terima', { mulai: day(2025), sampai: day(2024) }]], []],
    ['a long number', [['terima', { label: 'GURU 19800101 201001 1 901' }]], []],
  ])('%s', (_name, steps, expected) => {
    expect(spans(decide(...steps))).toEqual(expected);
  });

  const aDay = fc.option(
    fc.tuple(fc.integer({ min: 2000, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })),
    { nil: undefined },
  );
  const aStep = fc.record({
    what: fc.constantFrom('terima' as const, 'terima' as const, 'tolak' as const),
    id: fc.constantFrom('X1', 'X2', 'X3'),
    kode: fc.constantFrom('', '7'),
    mulai: aDay,
    sampai: aDay,
  });
  const toDay = (parts: readonly [number, number, number] | undefined): LocalDate | undefined => parts && day(...parts);

  it('never give one value two meanings on one day, and the last word holds on all of its days', () => {
    fc.assert(
      fc.property(fc.array(aStep, { maxLength: 12 }), (steps) => {
        let entries: readonly CrosswalkEntry[] = [];
        for (const { what, id, kode, mulai, sampai } of steps) {
          const step = decision({ id, kode, mulai: toDay(mulai), sampai: toDay(sampai) });
          const next = (what === 'terima' ? acceptEntry : rejectEntry)(entries, step);
          if (!next.ok) continue;
          entries = next.value;
          const accepted = entries.filter(({ status }) => status === 'diterima');
          for (const [index, one] of accepted.entries()) {
            expect(firstDay(one)).toBeLessThanOrEqual(lastDay(one));
            for (const other of accepted.slice(index + 1)) {
              const apart = firstDay(one) > lastDay(other) || firstDay(other) > lastDay(one);
              expect(keyOf(one) !== keyOf(other) || apart).toBe(true);
            }
          }
          const find = createCrosswalkFinder(entries, step.mulai);
          const found = find?.({ kolom: 'jabatan', kode, label: 'guru kelas' });
          if (what === 'terima' && step.mulai !== undefined) expect(found?.id).toBe(id);
          if (what === 'tolak') expect(accepted.some((one) => one.kode === kode && one.id === id)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('looking a value up', () => {
  const entries = decide(
    ['terima', { kode: '17', label: 'Guru Kelas', id: 'X1' }],
    ['terima', { kode: '', label: 'Guru Kelas', id: 'X2' }],
    ['terima', { kode: '18', label: '', id: 'X3' }],
    ['terima', { kode: '', label: 'Lama', id: 'X4', sampai: day(2024, 12, 31) }],
  );
  it.each<[string, string, string, LocalDate | undefined, string | undefined]>([
    ['code and words together', '17', 'GURU KELAS', undefined, 'X1'],
    ['words under another code', '99', 'guru kelas', undefined, 'X2'],
    ['words alone', '', 'guru kelas', undefined, 'X2'],
    ['a bare code', '18', '', undefined, 'X3'],
    ['a code that has words here', '18', 'Bidan', undefined, undefined],
    ['before its end', '', 'LAMA', day(2024, 12, 31), 'X4'],
    ['after its end', '', 'LAMA', day(2025), undefined],
    ['ended, without a day', '', 'LAMA', undefined, undefined],
  ])('%s', (_name, kode, label, per, id) => {
    expect(createCrosswalkFinder(entries, per)?.({ kolom: 'jabatan', kode, label })?.id).toBe(id);
  });

  it('costs nothing where nothing is in force', () => {
    expect(createCrosswalkFinder(decide(['tolak', {}]), undefined)).toBeUndefined();
  });
});

describe('what others are offered', () => {
  const query = (book: Readonly<Record<string, readonly CrosswalkEntry[]>>, changes: Partial<OfferQuery> = {}) =>
    [
      ...listOffers({
        book: new Map(Object.entries(book)),
        instansi: '6401',
        per: undefined,
        hasNationalList: (kolom) => kolom !== 'unit_kerja',
        isSame: (_kolom, idA, idB) => idA === 'X2' && idB === 'X2b',
        ...changes,
      }).values(),
    ].flat();

  it('is ranked by instansi, then by people, and shows where they say different ids', () => {
    const offers = query({
      '6402': decide(['terima', { id: 'X1', dukungan: 900 }]),
      '6403': decide(['terima', { id: 'X2', dukungan: 5 }]),
      '6404': decide(['terima', { id: 'X2b', dukungan: 7, bertentangan: 2 }]),
    });
    expect(offers).toMatchObject([
      { id: 'X2', instansi: ['6403', '6404'], dukungan: 12, bertentangan: 2, isDisputed: true },
      { id: 'X1', instansi: ['6402'], dukungan: 900, isDisputed: true },
    ]);
  });

  it.each<[string, readonly CrosswalkEntry[], readonly CrosswalkEntry[], number]>([
    ['words of many people', decide(['terima', { dukungan: 5 }]), [], 1],
    ['words of few', decide(['terima', { dukungan: 4 }]), [], 0],
    ["words that are the national list's own", decide(['terima', { label: 'Guru Ahli Muda', dukungan: 1 }]), [], 1],
    [
      'words of one person, confirmed with an id that no list has',
      decide([
        'terima',
        { dukungan: 1, acuan: { nama: 'GURU KELAS', induk: '', jenis: '', status: '', senama: 0 }, id: 'Z9' },
      ]),
      [],
      0,
    ],
    ['bare codes', decide(['terima', { kode: '17', label: '' }]), [], 0],
    ['units, which are nobody else’s', decide(['terima', { kolom: 'unit_kerja' }]), [], 0],
    ['what was rejected there', decide(['tolak', {}]), [], 0],
    ['what has ended', decide(['terima', { sampai: day(2020) }]), [], 0],
    ['what was accepted here', decide(['terima', {}]), decide(['terima', { kode: '3' }]), 0],
    ['what was rejected here', decide(['terima', {}]), decide(['tolak', {}]), 0],
    ['another id than the one rejected here', decide(['terima', {}]), decide(['tolak', { id: 'X9' }]), 1],
  ])('%s', (_name, there, here, count) => {
    expect(query({ '6401': here, '6402': there })).toHaveLength(count);
  });
});

describe('what may be stored and shared', () => {
  it.each<[string, boolean]>([
    ['GURU AHLI MUDA', false],
    ['31.02.01.07', false],
    ['198001012010011901', true],
    ['3374 0101 0180 0001', true],
    ['siti@contoh.test', true],
    ['x'.repeat(201), true],
  ])('%s looks personal: %s', (label, expected) => {
    expect(isPersonal({ kode: '', label })).toBe(expected);
    expect(isPersonal({ kode: label, label: '' })).toBe(expected);
  });

  it('words of fewer people than five stay at home', () => {
    const [entry] = decide(['terima', { dukungan: 4 }]);
    expect(entry && isShareable(entry, () => true)).toBe(false);
  });
});

describe('the book on disk', () => {
  const root = mkdtempSync(join(tmpdir(), 'silang-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('reads back what was written, and the same decisions give the same bytes', () => {
    const entries = decide(
      ['terima', { kode: '01', mulai: day(2020), label: 'Guru "Kelas", 1' }],
      ['tolak', { id: 'X2' }],
      ['terima', { kode: '=1+1', label: '' }],
    );
    for (const name of ['a', 'b'])
      writeCrosswalk(join(root, name), '6410', name === 'a' ? entries : entries.toReversed());
    expect(readCrosswalk(join(root, 'a'), '6410')).toEqual(entries);
    expect(readFileSync(join(root, 'a', '6410.json'))).toEqual(readFileSync(join(root, 'b', '6410.json')));
    expect(readdirSync(join(root, 'a'))).toEqual(['6410.json']);
    expect([...readCrosswalkBook(join(root, 'a')).keys()]).toEqual(['6410']);
    expect(readCrosswalk(join(root, 'a'), '6411')).toEqual([]);
    expect(readCrosswalkBook(join(root, 'tidak-ada')).size).toBe(0);
  });

  it.each([
    ['cut', '{"versi": 1, "silang": ['],
    ['of another version', '{"versi": 2, "silang": []}'],
    ['of another kind', '[]'],
    ['with a broken entry', '{"versi": 1, "silang": [{"kolom": 5}]}'],
  ])('refuses a file that is %s', (_what, text) => {
    const folder = mkdtempSync(join(root, 'rusak-'));
    writeFileSync(join(folder, '6410.json'), text);
    expect(() => readCrosswalk(folder, '6410')).toThrow(RefusedFile);
  });
});

describe('the national list changes under an entry', () => {
  const tableOf = (rows: readonly ReferenceRow[]): ReferenceTable =>
    new ReferenceTable(listRows('jabatan_fungsional', rows, foldText), { fold: foldText, distinctKinds: [] });
  const GURU: ReferenceRow = { id: 'X1', nama: 'Guru', jenis: 'A', status: 'N' };
  const BIDAN: ReferenceRow = { id: 'X2', nama: 'Bidan', status: 'N' };
  const before = tableOf([GURU, BIDAN, { ...GURU, id: 'X3' }]);
  const entries = decide(['terima', { acuan: confirmedRow(before, 'X1', '') }]);
  const watch = (rows: readonly ReferenceRow[], per?: LocalDate, own = entries) =>
    watchCrosswalks({
      book: new Map([['6410', own]]),
      tableOf: (kolom) => (kolom === 'jabatan' ? tableOf(rows) : undefined),
      formerOf: () => before,
      per,
    });

  it.each<[string, readonly ReferenceRow[], string | undefined, readonly string[]]>([
    ['nothing changed', [GURU, BIDAN], undefined, []],
    ['only its writing changed', [{ ...GURU, nama: ' GURU.' }], undefined, []],
    ['gone', [BIDAN], 'hilang', []],
    ['under a new id', [BIDAN, { ...GURU, id: 'Y1' }], 'ganti_id', ['Y1']],
    ['merged with its twin', [BIDAN, { ...GURU, id: 'X3' }], 'digabung', ['X3']],
    [
      'split',
      [BIDAN, { id: 'Y1', nama: 'Guru Ahli Muda' }, { id: 'Y2', nama: 'Guru Ahli Madya' }],
      'dipecah',
      ['Y1', 'Y2'],
    ],
    ['renamed', [{ ...GURU, nama: 'Pendidik' }], 'ganti_nama', []],
    [
      'renamed, and its name given to another',
      [
        { ...GURU, nama: 'Pendidik' },
        { ...GURU, id: 'Y1' },
      ],
      'nama_berpindah',
      ['Y1'],
    ],
    ['moved to another kind', [{ ...GURU, jenis: 'B' }], 'pindah', []],
    ['out of use', [{ ...GURU, status: 'O' }], 'tidak_dipakai', []],
    ['its name is no longer its own', [GURU, { ...GURU, id: 'Y1', jenis: 'B' }], 'nama_ganda', ['Y1']],
  ])('%s', (_name, rows, jenis, saran) => {
    const { alerts, diperiksa } = watch(rows);
    expect(diperiksa).toBe(1);
    expect(alerts.map((alert) => alert.jenis)).toEqual(jenis === undefined ? [] : [jenis]);
    expect(alerts.flatMap((alert) => alert.saran.map(({ id }) => id))).toEqual(saran);
    expect(alerts.every(({ obat }) => obat.endsWith('.'))).toBe(true);
  });

  it('is silent once somebody confirmed the row as it is now, and about what has ended', () => {
    const renamed = [{ ...GURU, nama: 'Pendidik' }];
    const again = decide(['terima', { acuan: confirmedRow(tableOf(renamed), 'X1', '') }]);
    expect(watch(renamed, undefined, again).alerts).toEqual([]);
    expect(watch(renamed, day(2026), decide(['terima', { sampai: day(2025) }])).alerts).toEqual([]);
    const structural = decide(['terima', { id: 'Z9', acuan: confirmedRow(before, 'Z9', 'Kepala Seksi') }]);
    expect(watch(renamed, undefined, structural)).toEqual({ alerts: [], diperiksa: 0, tanpaDaftar: 1 });
    const units = decide(['terima', { kolom: 'unit_kerja' }]);
    expect(watch(renamed, undefined, units)).toEqual({ alerts: [], diperiksa: 0, tanpaDaftar: 1 });
    expect(units.every((entry) => isInForce(entry, undefined))).toBe(true);
  });
});
