import { describe, expect, it } from 'vitest';
import { makePerson, type Person, runReconcile, toExport } from './testing/deliveries.ts';

const KUDUS = '6410';

/** Ten people on both sides, the Simpeg's first one changed. */
async function compareOne(simpeg: Person, bkn: Person = {}) {
  const people = Array.from({ length: 10 }, (_, n) => makePerson(n));
  const atBkn = people.map((person, n) => (n === 0 ? { ...person, ...bkn } : person));
  const atSimpeg = people.map((person, n) => (n === 0 ? { ...person, ...simpeg } : person));
  return runReconcile(toExport(atBkn), { [KUDUS]: toExport(atSimpeg) });
}

describe('values that only look different', () => {
  it.each<[string, Person, Person?]>([
    ['blanks and case of a name', { nama: '  siti   lestari UTAMI ' }],
    ['an apostrophe in a name', { nama: "MA'RUF LESTARI" }, { nama: 'MARUF LESTARI' }],
    ['spellings of a title', { gelar_belakang: ' S PD' }],
    ['titles in another order', { gelar_belakang: 'M.Si., S.Pd' }, { gelar_belakang: 'S.Pd., M.Si.' }],
    ['titles inside the name', { nama: 'SITI LESTARI UTAMI, S.Pd.', gelar_belakang: '' }],
    ['forms of a date', { tmt_golongan: '2022-04-01', tanggal_lahir: '1 Januari 1980' }],
    ['a label for a code', { golongan_id: '', golongan: 'Penata (III/c)' }],
    ['forms of a telephone number', { no_hp: '+62 812-0000-1000' }],
    ['a spaced number', { nik: '3319 0101 0180 9000', nip: '19800101 201001 1 901' }],
    ['ways of writing nothing', { email: '-' }, { email: 'null' }],
    ['years and months carried', { masa_kerja_tahun: '11', masa_kerja_bulan: '15' }],
    [
      'an abbreviated post',
      { jabatan_id: '', jabatan: 'KA. SUB BAG UMUM' },
      { jabatan_id: 'B'.repeat(32), jabatan: 'KEPALA SUBBAGIAN UMUM' },
    ],
    [
      'a name at BKN that is not the usual one of its id',
      { jabatan_id: '', jabatan: 'GURU AHLI MUDA' },
      { jabatan: 'BIDAN AHLI MUDA' },
    ],
    ['BKN ids in another style', { jabatan_id: '8ae483a5-70e6-758b-0171-0ba2c7527d80' }],
  ])('%s: no difference', async (_name, simpeg, bkn) => {
    const outcome = await compareOne(simpeg, bkn);
    expect(outcome.rows('selisih.csv')).toEqual([]);
    expect(outcome.rows('karantina.csv')).toEqual([]);
  });
});

describe('values that differ', () => {
  it.each<[string, Person, Person, Partial<Record<string, string>>]>([
    [
      'a date',
      { tmt_golongan: '01-10-2022' },
      {},
      { kolom: 'tmt_golongan', kelas: 'beda', nilai_simpeg: '2022-10-01', nilai_bkn: '2022-04-01' },
    ],
    [
      'day and month swapped',
      { tanggal_lahir: '05-01-1980' },
      { tanggal_lahir: '01-05-1980' },
      { kolom: 'tanggal_lahir', kelas: 'beda', sebab: 'hari dan bulan tertukar; NIP tidak sesuai dengan keduanya' },
    ],
    [
      'a golongan one step behind',
      { golongan_id: '32', golongan: 'III/b' },
      {},
      { kolom: 'golongan', kelas: 'beda', nilai_simpeg: '32', nilai_bkn: '33' },
    ],
    ['a name one letter off', { nama: 'SITI LESTARY UTAMI' }, {}, { kolom: 'nama', kelas: 'mirip' }],
    ['another title', { gelar_belakang: 'S.E.' }, {}, { kolom: 'gelar_belakang', kelas: 'beda' }],
    [
      'nothing in the Simpeg',
      { email: '' },
      {},
      { kolom: 'email', kelas: 'kosong_simpeg', nilai_bkn: 'orang0@contoh.test' },
    ],
    [
      'nothing at BKN',
      {},
      { no_sk_cpns: '' },
      { kolom: 'no_sk_cpns', kelas: 'kosong_bkn', nilai_simpeg: '813/0/2010' },
    ],
    [
      'another unit',
      { unit_kerja_id: '', unit_kerja: 'SD NEGERI 3 KUDUS' },
      {},
      { kolom: 'unit_kerja', kelas: 'beda' },
    ],
    [
      'years of service',
      { masa_kerja_tahun: '17' },
      {},
      { kolom: 'masa_kerja_tahun', kelas: 'beda', nilai_simpeg: '17 tahun 3 bulan' },
    ],
  ])('%s is written once', async (_name, simpeg, bkn, expected) => {
    const outcome = await compareOne(simpeg, bkn);
    const rows = outcome.rows('selisih.csv');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ instansi: KUDUS, nip: makePerson(0).nip, ...expected });
  });

  it('of a person whose NIP BKN has spoilt is written without a NIP', async () => {
    const outcome = await compareOne({ email: 'lain@contoh.test' }, { nip: '198013012010011901' });
    const rows = outcome.rows('selisih.csv');
    expect(rows).toMatchObject([{ nip: '', kolom: 'email', kelas: 'beda' }]);
  });
});

describe('the ladder', () => {
  it.each<[string, Person]>([
    ['pns_id', {}],
    ['nip', { pns_id_bkn: '' }],
    ['nip_lama', { pns_id_bkn: '', nip: '' }],
    ['nik', { pns_id_bkn: '', nip: '', nip_lama: '' }],
    ['kunci', { pns_id_bkn: '', nip: '', nip_lama: '', nik: '' }],
    ['probabilistik', { pns_id_bkn: '', nip: '', nip_lama: '', nik: '', nama: 'SITI LESTARY UTAMI' }],
  ])('finds a person by %s', async (cara, simpeg) => {
    const outcome = await compareOne(simpeg);
    const pair = outcome.rows('pasangan.csv').find(({ baris_simpeg }) => baris_simpeg === '1');
    expect(pair).toMatchObject({ instansi: KUDUS, baris_bkn: '1', nip_bkn: makePerson(0).nip, cara });
  });

  it('takes no equality of two unknown sexes for a key', async () => {
    const unknown = { jenis_kelamin: '' };
    const outcome = await compareOne({ pns_id_bkn: '', nip: '', nip_lama: '', nik: '', ...unknown }, unknown);
    const pair = outcome.rows('pasangan.csv').find(({ baris_simpeg }) => baris_simpeg === '1');
    expect(pair).toMatchObject({ baris_bkn: '1', cara: 'probabilistik' });
  });

  it("does not take a number for a person when name and birth date are another's", async () => {
    const stranger = makePerson(20, KUDUS, { nip: makePerson(0).nip as string, nama: 'ZULKIFLI HARAHAP' });
    const outcome = await runReconcile(toExport([makePerson(0), makePerson(20)]), {
      [KUDUS]: toExport([makePerson(0), { ...stranger, pns_id_bkn: '' }]),
    });
    expect(
      outcome.rows('pasangan.csv').map(({ baris_simpeg, baris_bkn, cara }) => [baris_simpeg, baris_bkn, cara]),
    ).toEqual([
      ['1', '1', 'pns_id'],
      ['2', '2', 'nip_lama'],
    ]);
    expect(outcome.rows('ganda.csv').map(({ baris, jenis }) => [baris, jenis])).toEqual([
      ['1', 'dalam_berkas'],
      ['2', 'dalam_berkas'],
    ]);
  });
});

describe('people who are only alike', () => {
  it('are not paired against two sound NIPs, but shown to a person', async () => {
    const bkn = makePerson(0, KUDUS, {
      pns_id_bkn: '',
      nip_lama: '900054577',
      nik: '',
      nip: '196205201995031901',
      tanggal_lahir: '20-05-1962',
      tmt_cpns: '01-03-1995',
    });
    const other = {
      ...bkn,
      nip_lama: '900054573',
      nip: '196205101988031901',
      tanggal_lahir: '10-05-1962',
      tmt_cpns: '01-03-1988',
    };
    const outcome = await runReconcile(toExport([bkn]), { [KUDUS]: toExport([other]) });
    expect(outcome.rows('pasangan.csv')).toEqual([]);
    expect(outcome.rows('hanya-simpeg.csv')).toHaveLength(1);
  });
});

describe('one person entered twice without a sound NIP', () => {
  const twice = (first: Person, second: Person) =>
    runReconcile(toExport([makePerson(0), makePerson(1)]), {
      [KUDUS]: toExport([
        { ...makePerson(0), pns_id_bkn: '', nip: '198001004010011901', nik: '', ...first },
        makePerson(1),
        { ...makePerson(0), pns_id_bkn: '', nip: '', nik: '', ...second },
      ]),
    });

  it('is paired once, by the first row, and told as twice', async () => {
    const outcome = await twice({}, {});
    expect(outcome.rows('pasangan.csv').map(({ baris_simpeg, cara }) => [baris_simpeg, cara])).toEqual([
      ['1', 'nip_lama'],
      ['2', 'pns_id'],
    ]);
    expect(outcome.rows('ganda.csv').map(({ baris }) => baris)).toContain('3');
    expect(outcome.rows('hanya-simpeg.csv')).toEqual([]);
  });

  it('is left to a person where the rows disagree', async () => {
    const outcome = await twice({ tmt_cpns: '01-02-2011' }, { tmt_cpns: '01-03-2011' });
    expect(outcome.rows('pasangan.csv').map(({ baris_simpeg }) => baris_simpeg)).toEqual(['2']);
  });
});

describe('two people of one age who began in one month', () => {
  const begun = (serial: number, changes: Person): Person =>
    makePerson(0, KUDUS, {
      pns_id_bkn: '',
      nip_lama: '',
      nip: `19880513201403190${serial}`,
      nik: `332709130588925${serial}`,
      tanggal_lahir: '13-05-1988',
      tmt_cpns: '01-03-2014',
      ...changes,
    });

  it.each([
    ['with a NIP each', {}],
    ['without a NIP on one side', { nip: '' }],
  ])('are no pair by their numbers, %s', async (_, changes) => {
    const outcome = await runReconcile(toExport([begun(1, { nama: 'HADI NUGROHO PRABOWO' })]), {
      [KUDUS]: toExport([begun(2, { nama: 'NUGROHO SUBAGYO', ...changes })]),
    });
    expect(outcome.rows('pasangan.csv')).toEqual([]);
    expect(outcome.rows('hanya-simpeg.csv')).toHaveLength(1);
  });

  it('are one where a slip explains NIP and name', async () => {
    const outcome = await runReconcile(toExport([begun(1, { nama: 'HADI NUGROHO PRABOWO' })]), {
      [KUDUS]: toExport([begun(2, { nama: 'HADI NUGROHO PRABAWO' })]),
    });
    expect(outcome.rows('pasangan.csv').map(({ cara }) => cara)).toEqual(['probabilistik']);
  });
});

describe('people without a partner', () => {
  it('are listed on their side, each once', async () => {
    const outcome = await runReconcile(toExport([makePerson(0), makePerson(1)]), {
      [KUDUS]: toExport([makePerson(1), makePerson(2)]),
    });
    expect(outcome.rows('hanya-simpeg.csv').map(({ nip }) => nip)).toEqual([makePerson(2).nip]);
    expect(outcome.rows('hanya-bkn.csv').map(({ nip }) => nip)).toEqual([makePerson(0).nip]);
  });

  it('who are only listed by a former office are told as moved on both sides', async () => {
    const outcome = await runReconcile(toExport([makePerson(0, '6401')]), {
      '6401': toExport([makePerson(5, '6401')]),
      [KUDUS]: toExport([makePerson(0, KUDUS)]),
    });
    expect(outcome.rows('pasangan.csv')).toEqual([]);
    expect(outcome.rows('hanya-simpeg.csv').find(({ instansi }) => instansi === KUDUS)?.['dugaan']).toContain(
      'Kab. Semarang',
    );
    expect(outcome.rows('hanya-bkn.csv')[0]?.['dugaan']).toContain('Kab. Kudus');
  });

  it('whom two offices claim are paired with the office that BKN names', async () => {
    const outcome = await runReconcile(toExport([makePerson(0, '6401')]), {
      '6401': toExport([makePerson(0, '6401')]),
      [KUDUS]: toExport([makePerson(0, KUDUS)]),
    });
    expect(outcome.rows('pasangan.csv').map(({ instansi }) => instansi)).toEqual(['6401']);
    expect(outcome.rows('ganda.csv').map(({ instansi, jenis }) => [instansi, jenis])).toEqual([
      ['6401', 'dua_instansi'],
      [KUDUS, 'dua_instansi'],
    ]);
    expect(outcome.rows('selisih.csv')).toEqual([]);
  });
});

describe('codes that nothing explains on either side', () => {
  it('are told as not comparable', async () => {
    const people = Array.from({ length: 10 }, (_, n) =>
      makePerson(n, KUDUS, { unit_kerja_id: '', unit_kerja: `7${n}` }),
    );
    const atSimpeg = people.map((person) => ({ ...person, unit_kerja: '9' }));
    const outcome = await runReconcile(toExport(people), { [KUDUS]: toExport(atSimpeg) });
    const rows = outcome.rows('selisih.csv');
    expect(rows.map(({ kolom, kelas }) => `${kolom} ${kelas}`)).toEqual(
      people.map(() => 'unit_kerja tak_terbandingkan'),
    );
  });
});

describe('a person whom two former offices still list', () => {
  it('is told as claimed by both', async () => {
    const outcome = await runReconcile(toExport([makePerson(0, '6401')]), {
      '6402': toExport([makePerson(0, '6402')]),
      [KUDUS]: toExport([makePerson(0, KUDUS)]),
    });
    expect(outcome.rows('pasangan.csv')).toEqual([]);
    expect(outcome.rows('hanya-simpeg.csv').map(({ instansi }) => instansi)).toEqual(['6402']);
    expect(outcome.rows('ganda.csv').map(({ instansi, jenis }) => [instansi, jenis])).toEqual([
      ['6402', 'dua_instansi'],
      [KUDUS, 'dua_instansi'],
    ]);
  });
});

describe('rows and values that cannot be used', () => {
  it('are quarantined with their place, and the good ones go on', async () => {
    const people = [
      makePerson(0),
      makePerson(1, KUDUS, { nip: '1.99201E+17', pns_id_bkn: '' }),
      { nama: 'JUMLAH' },
      { nip: '6677', nama: 'asdf' },
      makePerson(2, KUDUS, { nik: '331901020280900', tmt_golongan: '31-02-2022' }),
    ];
    const outcome = await runReconcile(toExport([makePerson(0), makePerson(1), makePerson(2)]), {
      [KUDUS]: toExport(people),
    });
    const lines = outcome.rows('karantina.csv').map(({ baris, kolom, kode }) => [baris, kolom, kode]);
    expect(lines).toEqual([
      ['2', 'NIP BARU', 'DIGIT_RUSAK'],
      ['3', '', 'BARIS_BUKAN_ORANG'],
      ['4', 'NIP BARU', 'NIP_PANJANG'],
      ['4', '', 'BARIS_DATA_UJI'],
      ['5', 'NIK', 'NIK_PANJANG'],
      ['5', 'TMT GOLONGAN', 'TANGGAL_TIDAK_ADA'],
    ]);
    expect(outcome.rows('pasangan.csv')).toHaveLength(3);
    expect(outcome.rows('selisih.csv')).toEqual([]);
    const [, file] = outcome.summary.berkas;
    expect(file).toMatchObject({ dibaca: 5, diterima: 3, karantina: 2 });
  });

  it('refuse one file whole without stopping the others', async () => {
    const outcome = await runReconcile(toExport([makePerson(0)]), { '6401': '', [KUDUS]: toExport([makePerson(0)]) });
    expect(outcome.refusals.map(({ kiriman }) => kiriman)).toEqual(['6401']);
    expect(outcome.rows('pasangan.csv')).toHaveLength(1);
  });
});

describe('the result', () => {
  it('is the same bytes twice and with another number of threads', async () => {
    const bkn = toExport(Array.from({ length: 60 }, (_, n) => makePerson(n, n % 2 === 0 ? KUDUS : '6401')));
    const simpeg = {
      '6401': toExport(
        Array.from({ length: 30 }, (_, n) =>
          makePerson(2 * n + 1, '6401', n % 5 === 0 ? { golongan: 'II/a', golongan_id: '21' } : {}),
        ),
      ),
      [KUDUS]: toExport(
        Array.from({ length: 32 }, (_, n) => makePerson(2 * n, KUDUS, n % 3 === 0 ? { nama: 'SITI LESTARY' } : {})),
      ),
    };
    const outcomes = [
      await runReconcile(bkn, simpeg, 1),
      await runReconcile(bkn, simpeg, 2),
      await runReconcile(bkn, simpeg, 2),
    ];
    for (const name of [
      'selisih.csv',
      'pasangan.csv',
      'hanya-simpeg.csv',
      'hanya-bkn.csv',
      'ganda.csv',
      'karantina.csv',
      'ringkasan.json',
    ]) {
      const [first, ...others] = outcomes.map((outcome) => outcome.text(name));
      for (const other of others) expect(other).toBe(first);
    }
  });
});

describe('staff that is no ASN', () => {
  it('is quarantined by its lack of a NIP, a golongan and a TMT CPNS', async () => {
    const honorer: Person = {
      nip: 'NA6410000001',
      nama: 'RINI ASTUTI',
      tanggal_lahir: '01-02-1995',
      jenis_kelamin: 'F',
    };
    const outcome = await runReconcile(toExport([makePerson(0)]), { [KUDUS]: toExport([makePerson(0), honorer]) });
    expect(outcome.rows('karantina.csv').find(({ kolom }) => kolom === '')).toMatchObject({
      baris: '2',
      kode: 'BARIS_BUKAN_ASN',
    });
    expect(outcome.rows('hanya-simpeg.csv')).toEqual([]);
  });
});

describe('a unit code over several columns', () => {
  it('is read whole: the people of one branch are told apart by the levels below', async () => {
    const people = Array.from({ length: 70 }, (_, n) => makePerson(n));
    const rows = people.map(({ nip, nama, tanggal_lahir: born, jenis_jabatan: kind }, n) => {
      const unit = n === 3 ? 5 : n % 7;
      return [nip, nama, born, kind, '01', String(10 + (unit % 3)), unit === 6 ? '' : String(20 + unit)];
    });
    const simpeg = [['nip', 'nama', 'tgl_lahir', 'jenis_jabatan', 'KDU1', 'KDU2', 'KDU3'], ...rows];
    const outcome = await runReconcile(toExport(people), { [KUDUS]: simpeg.map((row) => row.join(',')).join('\n') });
    expect(outcome.rows('selisih.csv')).toMatchObject([
      { nip: people[3]?.nip, kolom: 'unit_kerja', nilai_simpeg: '01.12.25', kelas: 'beda' },
    ]);
  });
});

describe('a delivery that a spreadsheet ruined or that holds nothing', () => {
  const people = Array.from({ length: 30 }, (_, n) => makePerson(n));
  const headings = ['NIP', 'NAMA', 'TGL LAHIR', 'JENIS KELAMIN', 'TMT CPNS'];
  const deliver = (nip: (person: Person) => string): string =>
    [headings, ...people.map((p) => [nip(p), p.nama, p.tanggal_lahir, p.jenis_kelamin, p.tmt_cpns])]
      .map((row) => row.join(';'))
      .join('\n');

  it.each([
    ['one number for all', () => '1,98E+17'],
    ['shortened numbers', (person: Person) => `${(Number(person.nip) / 1e17).toFixed(5)}E+17`],
    ['the other form of it', (person: Person) => `${(Number(person.nip) / 1e17).toFixed(14)}E+017`],
  ])('names every NIP of a column that is ruined whole: %s', async (_, nip) => {
    const outcome = await runReconcile(toExport(people), { [KUDUS]: deliver(nip) });
    const named = outcome.rows('karantina.csv').filter(({ kode, kolom }) => kode === 'DIGIT_RUSAK' && kolom === 'NIP');
    expect(named).toHaveLength(people.length);
    expect(outcome.rows('selisih.csv').filter(({ kolom }) => kolom === 'nip')).toEqual([]);
  });

  it('refuses a file of headings only, on either side', async () => {
    const outcome = await runReconcile(toExport(people), { [KUDUS]: headings.join(';'), '6411': toExport(people) });
    expect(outcome.refusals.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('hanya berisi judul kolom'),
    ]);
    await expect(runReconcile(toExport([]), { [KUDUS]: toExport(people) })).rejects.toThrow('BERKAS_TANPA_BARIS');
  });
});
