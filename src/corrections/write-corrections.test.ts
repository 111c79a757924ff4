import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cellText, openSource, readTable } from '#formats';
import { describeProblem } from '#kernel/problem.ts';
import { compareText } from '#kernel/text.ts';
import { type CorrectionOptions, type CorrectionSummary, writeCorrections } from './write-corrections.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perbaikan-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const A = '198503122010012901';
const B = '199004052015031902';
const SOURCE = [
  'NIP;NAMA LENGKAP;TGL_LAHIR;GOL;AGAMA;UNIT',
  `'${A};dr. SITI AMINAH, M.Kes;12/03/1985;III/a;1;SEKSI DATA`,
  `'${B};BUDI SANTOSO;05/04/1990;III/b;2;SEKSI DATA`,
].join('\r\n');
const RECIPE = {
  berkas: 'kudus.csv',
  tabel: 'kudus',
  kolom: [
    { sumber: 'NIP', kanonik: 'nip' },
    { sumber: 'NAMA LENGKAP', kanonik: 'nama', pembaca: { jenis: 'nama_bergelar' } },
    { sumber: 'TGL_LAHIR', kanonik: 'tanggal_lahir', pembaca: { jenis: 'tanggal', urutan: 'dmy' } },
    { sumber: 'GOL', kanonik: 'golongan' },
    { sumber: 'AGAMA', kanonik: 'agama', pembaca: { jenis: 'kode', tabel: { '1': '1', '2': '2', '9': '3' } } },
    { sumber: 'UNIT', kanonik: 'unit_kerja' },
  ],
};
const HEADER = 'instansi,nip,kolom,nilai_simpeg,nilai_bkn,kelas,sebab';

const put = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

function options(lines: readonly string[], more: Partial<CorrectionOptions> = {}): CorrectionOptions {
  put('kudus.csv', SOURCE);
  return {
    selisih: put('selisih.csv', `${lines.join('\n')}\n`),
    pemetaan: put('kudus.json', JSON.stringify(RECIPE)),
    bentuk: 'csv',
    keluar: join(folder, 'paket'),
    timpa: true,
    acuan: undefined,
    ...more,
  };
}

async function run(lines: readonly string[], more: Partial<CorrectionOptions> = {}): Promise<CorrectionSummary> {
  const outcome = await writeCorrections(options(lines, more));
  if (!outcome.ok) throw new Error(describeProblem(outcome.error));
  return outcome.value;
}

const text = (name: string): string => readFileSync(join(folder, 'paket', name), 'utf8');
const codes = (): readonly string[] =>
  text('tidak-ditulis.csv')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => /,(TULIS_\w+),/.exec(line)?.[1] ?? '');

describe('a packet of corrections', () => {
  it('is written in the headings, codes and forms of the source, with the old values for its undo', async () => {
    const summary = await run([
      HEADER,
      `6410,${A},tanggal_lahir,1985-03-12,1985-12-03,beda,`,
      `6410,${A},nama,SITI AMINAH,Siti Aminah Putri,beda,`,
      `6410,${A},gelar_belakang,M.Kes,"S.Ked, M.Kes",beda,`,
      `6410,${B},golongan,32,33,beda,`,
      `6410,${B},agama,2,3,beda,`,
    ]);
    expect(codes()).toEqual([]);
    expect(text('perbaikan.csv')).toBe(
      [
        'NIP,NAMA LENGKAP,TGL_LAHIR,GOL,AGAMA',
        `'${A},"dr. SITI AMINAH PUTRI, S.Ked, M.Kes",03/12/1985,III/a,1`,
        `'${B},BUDI SANTOSO,05/04/1990,III/c,9`,
        '',
      ].join('\n'),
    );
    expect(text('batal.csv')).toBe(
      [
        'NIP,NAMA LENGKAP,TGL_LAHIR,GOL,AGAMA',
        `'${A},"dr. SITI AMINAH, M.Kes",12/03/1985,III/a,1`,
        `'${B},BUDI SANTOSO,05/04/1990,III/b,2`,
        '',
      ].join('\n'),
    );
    expect(summary.selisih).toEqual({ dibaca: 5, ditulis: 5, tidak_ditulis: 0, dibiarkan: 0, instansi_lain: 0 });
    expect(summary.kolom_diubah).toEqual({
      'kudus.AGAMA': 1,
      'kudus.GOL': 1,
      'kudus.NAMA LENGKAP': 1,
      'kudus.TGL_LAHIR': 1,
    });
  });

  it('changes the part of a cell that holds several values, two parts of one cell together', async () => {
    const ttl = (ambil: string) => ({ jenis: 'teks_tanggal', ambil, urutan: 'dmy' });
    const recipe = {
      berkas: 'kudus.csv',
      tabel: 'kudus',
      kolom: [
        { sumber: 'NIP', kanonik: 'nip' },
        { sumber: 'TTL', kanonik: 'tempat_lahir', pembaca: ttl('teks') },
        { sumber: 'TTL', kanonik: 'tanggal_lahir', pembaca: ttl('tanggal') },
      ],
    };
    const lines = [
      HEADER,
      `6410,${A},tempat_lahir,Kudus,DEMAK,beda,`,
      `6410,${A},tanggal_lahir,1985-03-12,1985-12-13,beda,`,
      `6410,${B},tanggal_lahir,,1990-05-04,kosong_simpeg,`,
    ];
    const given = options(lines, { pemetaan: put('ttl.json', JSON.stringify(recipe)) });
    put('kudus.csv', ['NIP;TTL', `${A};Kudus, 12 Maret 1985`, `${B};Pati`].join('\n'));
    expect((await writeCorrections(given)).ok).toBe(true);
    expect(text('perbaikan.csv')).toBe(`NIP,TTL\n${A},"DEMAK, 13 Desember 1985"\n`);
    expect(text('batal.csv')).toBe(`NIP,TTL\n${A},"Kudus, 12 Maret 1985"\n`);
    expect(codes()).toEqual(['TULIS_TANPA_BENTUK']);
  });

  it('holds as texts in a workbook what would be numbers and dates there', async () => {
    await run([HEADER, `6410,${A},tanggal_lahir,1985-03-12,1985-12-03,beda,`], { bentuk: 'xlsx' });
    const source = await openSource(join(folder, 'paket', 'perbaikan.xlsx'));
    if (!source.ok) throw new Error(source.error.code);
    const rows: string[][] = [];
    for await (const block of readTable(source.value, 'kudus'))
      rows.push([cellText(block, 0, 0), cellText(block, 0, 1)]);
    expect(rows).toEqual([[`'${A}`, '03/12/1985']]);
    expect(existsSync(join(folder, 'paket', 'batal.xlsx'))).toBe(true);
    await run([HEADER, `6410,${A},tanggal_lahir,1985-03-12,1985-12-03,beda,`]);
    expect(existsSync(join(folder, 'paket', 'batal.xlsx'))).toBe(false);
  });

  it('is the same bytes every time', async () => {
    const lines = [HEADER, `6410,${B},golongan,32,33,beda,`, `6410,${A},tanggal_lahir,1985-03-12,1985-12-03,beda,`];
    await run(lines);
    const first = ['perbaikan.csv', 'batal.csv', 'daftar.csv', 'ringkasan.json'].map(text);
    await run(lines);
    expect(['perbaikan.csv', 'batal.csv', 'daftar.csv', 'ringkasan.json'].map(text)).toEqual(first);
  });

  it('leaves alone what nobody decided for BKN', async () => {
    const summary = await run(
      [
        `${HEADER},keputusan`,
        `6410,${A},tanggal_lahir,1985-03-12,1985-12-03,beda,,simpeg`,
        `6410,${B},golongan,32,33,beda,,`,
        `6410,${B},agama,2,3,beda,,BKN`,
        `6411,${B},agama,2,3,beda,,bkn`,
      ],
      { simpeg: { instansi: '6410', berkas: join(folder, 'kudus.csv') } },
    );
    expect(summary.selisih).toEqual({ dibaca: 4, ditulis: 1, tidak_ditulis: 0, dibiarkan: 2, instansi_lain: 1 });
    expect(text('perbaikan.csv')).toBe(`NIP,AGAMA\n'${B},9\n`);
  });

  it('says of every decision that it does not write why not, and loses none', async () => {
    const summary = await run([
      HEADER,
      `6410,${A},unit_kerja,SEKSI DATA,SEKSI ARSIP,beda,`,
      `6410,${A},agama,1,,kosong_bkn,`,
      `6410,${A},agama,1,5,beda,`,
      `6410,${A},tanggal_lahir,1985-03-13,1985-12-03,beda,`,
      `6410,${A},nik,,3319015203850001,kosong_simpeg,`,
      `6410,${A},nip,${A},198503122010012903,beda,`,
      `6410,199912122020121999,agama,1,2,beda,`,
      '6410,1.98E+17,agama,1,2,beda,',
      `6410,${A},tinggi_badan,1,2,beda,`,
    ]);
    expect(codes().toSorted(compareText)).toEqual(
      [
        'TULIS_WEWENANG',
        'TULIS_BKN_KOSONG',
        'TULIS_TANPA_KODE',
        'TULIS_BERUBAH',
        'TULIS_TANPA_KOLOM',
        'TULIS_KOLOM_KUNCI',
        'TULIS_ORANG',
        'TULIS_NIP',
        'TULIS_TANPA_KOLOM',
      ].toSorted(compareText),
    );
    expect(summary.selisih).toEqual({ dibaca: 9, ditulis: 0, tidak_ditulis: 9, dibiarkan: 0, instansi_lain: 0 });
    expect(summary.alasan.every(({ alasan }) => alasan.length > 20 && !alasan.includes('{'))).toBe(true);
  });

  it('finds people in the rows in which the reconciliation found them', async () => {
    const given = options([HEADER, `6410,199004052015031903,agama,2,3,beda,`]);
    put(
      'pasangan.csv',
      `instansi,baris_simpeg,baris_bkn,nip_simpeg,nip_bkn,cara,skor\n6410,2,9,${B},199004052015031903,kunci,\n`,
    );
    const outcome = await writeCorrections(given);
    expect(outcome.ok && outcome.value.selisih.ditulis).toBe(1);
    put(
      'pasangan.csv',
      `instansi,baris_simpeg,baris_bkn,nip_simpeg,nip_bkn,cara,skor\n6410,1,9,${B},199004052015031903,kunci,\n`,
    );
    await writeCorrections(given);
    expect(codes()).toEqual(['TULIS_ORANG']);
  });
});

describe('the delivery, where nobody names it', () => {
  const lama = { ...RECIPE, berkas: 'bulan-lalu.csv', tabel: 'kudus' };
  const listed = (kiriman: string, name: string) => ({
    instansi: kiriman.slice(0, 4),
    kiriman,
    berkas: join(folder, name),
  });
  const summary = (...berkas: readonly object[]): string =>
    put('ringkasan.json', JSON.stringify({ berkas: [{ instansi: 'bkn', berkas: 'bkn.csv' }, ...berkas] }));
  const line = `6410,${B},agama,2,3,beda,`;

  it.each<readonly [how: string, pemetaan: string]>([
    ["by its name, which is that of the result's recipe", '6410.json'],
    ['by the government of the differences', 'yang-disunting.json'],
  ])('is found in the summary although the recipe was made of another file: %s', async (_how, pemetaan) => {
    summary(listed('6410', 'kudus.csv'), listed('6411', 'jepara.csv'));
    const made = await run([HEADER, line], { pemetaan: put(pemetaan, JSON.stringify(lama)) });
    expect(made).toMatchObject({ instansi: '6410', berkas: 'kudus.csv', selisih: { ditulis: 1 } });
  });

  it('is the one of the recipe where a government sent two, with its own pairs only', async () => {
    summary(listed('6410-1', 'guru.csv'), listed('6410-2', 'kudus.csv'));
    put('guru.csv', SOURCE.replaceAll('1990', '1991'));
    const pairs = [`6410,1,8,,${B},kunci,,6410-1`, `6410,2,9,${B},${B},nip,,6410-2`].join('\n');
    put('pasangan.csv', `instansi,baris_simpeg,baris_bkn,nip_simpeg,nip_bkn,cara,skor,kiriman\n${pairs}\n`);
    const made = await run([HEADER, line], { pemetaan: put('6410-2.json', JSON.stringify(lama)) });
    expect(made).toMatchObject({ instansi: '6410', berkas: 'kudus.csv', selisih: { ditulis: 1 } });
  });
});

describe('a delivery that is only a history', () => {
  const HISTORY = [
    'nip,nama,gol,tmt',
    `${A},SITI,III/a,2010-04-01`,
    `${A},SITI,III/b,2014-04-01`,
    `${B},BUDI,III/a,2015-03-01`,
  ];
  const recipe = {
    berkas: 'pangkat.csv',
    tabel: 'pangkat',
    satu_per: 'nip',
    gabung: [{ tabel: 'pangkat', kunci: 'nip', ke: 'nip', terbesar: 'tmt', hanya: [], sebagai: 'riwayat' }],
    kolom: [
      { sumber: 'nip', kanonik: 'nip' },
      { sumber: 'nama', kanonik: 'nama' },
      { sumber: 'riwayat.gol', kanonik: 'golongan' },
      { sumber: 'riwayat.tmt', kanonik: 'tmt_golongan', pembaca: { jenis: 'tanggal', urutan: 'ymd' } },
    ],
  };

  it('is corrected in the last row of a person; what stands in every row of theirs is left alone', async () => {
    put('pangkat.csv', HISTORY.join('\n'));
    const pemetaan = put('pangkat.json', JSON.stringify(recipe));
    const lines = [HEADER, `6410,${A},golongan,32,33,beda,`, `6410,${A},nama,SITI,SITI AMINAH,beda,`];
    const summary = await run(lines, { pemetaan });
    expect(summary.selisih).toMatchObject({ ditulis: 1, tidak_ditulis: 1 });
    expect(codes()).toEqual(['TULIS_KUNCI']);
    expect(text('perbaikan.csv')).toBe(`nip,tmt,gol\n${A},2014-04-01,III/c\n`);
  });
});

describe('a packet that cannot be made', () => {
  const sentenceOf = async (given: CorrectionOptions): Promise<string> => {
    const outcome = await writeCorrections(given);
    return outcome.ok ? '' : describeProblem(outcome.error);
  };
  const line = `6410,${B},agama,2,3,beda,`;

  it.each<readonly [what: string, given: () => CorrectionOptions, words: string]>([
    [
      'no such differences',
      () => options([HEADER, line], { selisih: join(folder, 'tiada.csv') }),
      'tiada.csv tidak ditemukan',
    ],
    ['another table', () => options(['nama,umur', 'A,1']), 'bukan hasil rekonsiliasi: kolom instansi tidak ada'],
    [
      'no such recipe',
      () => options([HEADER, line], { pemetaan: join(folder, 'tiada.json') }),
      'tiada.json tidak ditemukan',
    ],
    ['no recipe', () => options([HEADER, line], { pemetaan: put('rusak.json', '{') }), 'baris 1, huruf ke-1'],
    [
      'a recipe of another table',
      () => options([HEADER, line], { pemetaan: put('t.json', JSON.stringify({ ...RECIPE, tabel: 'pegawai' })) }),
      'Tabel "pegawai" tidak ada',
    ],
    [
      'no delivery',
      () => options([HEADER, line], { pemetaan: put('x.json', JSON.stringify({ ...RECIPE, berkas: 'tiada.csv' })) }),
      '--simpeg',
    ],
    ['SQL of what is no dump', () => options([HEADER, line], { bentuk: 'sql' }), 'hanya untuk kiriman berupa dump'],
    ['several governments', () => options([HEADER, line, line.replace('6410', '6411')]), '(6410, 6411)'],
    [
      'no key',
      () =>
        options([HEADER, line], {
          pemetaan: put('k.json', JSON.stringify({ ...RECIPE, kolom: RECIPE.kolom.slice(1) })),
        }),
      'kolom kunci pegawai',
    ],
  ])('is told in one sentence: %s', async (_, given, words) => {
    expect(await sentenceOf(given())).toContain(words);
    expect(existsSync(join(folder, 'paket', 'perbaikan.csv'))).toBe(false);
  });

  it('leaves a folder alone that holds something', async () => {
    const given = options([HEADER, line], { timpa: false });
    mkdirSync(given.keluar);
    writeFileSync(join(given.keluar, 'lain.txt'), 'x');
    expect(await sentenceOf(given)).toContain('tidak kosong');
  });
});

describe('a row that a history lacks', () => {
  const dump = [
    '-- MySQL dump 10.13',
    'CREATE TABLE `pegawai` (`id` int(11) NOT NULL, `nip` varchar(18) NOT NULL, `nama` varchar(80)) ENGINE=MyISAM;',
    `INSERT INTO \`pegawai\` VALUES (1,'${A}','SITI AMINAH'),(2,'${B}','BUDI SANTOSO');`,
    'CREATE TABLE `r_gol` (`id` int NOT NULL AUTO_INCREMENT, `pegawai_id` int NOT NULL, `gol` varchar(9), `tmt` date, `no_sk` varchar(40), `kini` char(1) NOT NULL);',
    "INSERT INTO `r_gol` VALUES (1,1,'III/a','2015-04-01','SK 1','Y'),(2,2,'III/a','2017-04-01','SK 3','Y'),(3,2,'II/d','2013-04-01','SK 2','T');",
  ].join('\n');
  const recipe = (lain: object) => ({
    berkas: 'kudus.sql',
    tabel: 'pegawai',
    kolom: [
      { sumber: 'id', kanonik: '@pegawai_key' },
      { sumber: 'nip', kanonik: 'nip' },
      { sumber: 'r_gol.gol', kanonik: 'golongan' },
      { sumber: 'r_gol.tmt', kanonik: 'tmt_golongan' },
    ],
    gabung: [{ tabel: 'r_gol', kunci: 'pegawai_id', ke: 'id', terbesar: 'tmt', ...lain }],
  });
  const lines = [
    HEADER,
    `6410,${A},golongan,31,32,beda,`,
    `6410,${A},tmt_golongan,2015-04-01,2019-04-01,beda,`,
    `6410,${B},tmt_golongan,2017-04-01,2017-10-01,beda,`,
  ];
  const write = async (lain: object, dumped = dump, more: Partial<CorrectionOptions> = {}, asked = lines) => {
    put('kudus.sql', dumped);
    return run(asked, { pemetaan: put('sql.json', JSON.stringify(recipe(lain))), ...more });
  };

  it('stands in files of its own, with what the recipe reads and no old decree; a corrected date stays a correction', async () => {
    const filled = dump.replace('`kini` char(1) NOT NULL', '`kini` char(1)');
    const summary = await write({}, filled);
    expect(summary).toMatchObject({ baris_diubah: 1, baris_ditambah: 1, selisih: { ditulis: 3 } });
    expect(text('tambah.csv')).toBe('pegawai_id,gol,tmt\n1,III/b,2019-04-01\n');
    expect(text('hapus.csv')).toBe(text('tambah.csv'));
    expect(text('perbaikan.csv')).toBe('id,tmt\n2,2017-10-01\n');
    expect(summary.catatan).toEqual([
      'Baris riwayat baru ditulis terpisah (berkas yang diawali "tambah"). Impor sekali saja: sebuah berkas tidak dapat mencegah baris kembar.',
    ]);
    await write({}, filled, { bentuk: 'xlsx' });
    const book = await openSource(join(folder, 'paket', 'perbaikan.xlsx'));
    expect(book.ok && book.value.tables.map(({ name }) => name)).toEqual(['r_gol', 'tambah r_gol']);
    expect(existsSync(join(folder, 'paket', 'tambah.csv'))).toBe(false);
  });

  it.each<readonly [what: string, lain: object, text: string, code: string]>([
    ['a column must be filled that nobody knows', {}, dump, 'TULIS_RIWAYAT_WAJIB'],
    [
      'a mark says which row is the current one',
      { hanya: [{ sumber: 'kini', nilai: ['Y'] }] },
      dump,
      'TULIS_RIWAYAT_TANDA',
    ],
    [
      'the dump does not define the table',
      {},
      dump
        .replace(/CREATE TABLE `r_gol`.*/, '')
        .replace('INTO `r_gol`', 'INTO `r_gol` (id, pegawai_id, gol, tmt, no_sk, kini)'),
      'TULIS_RIWAYAT_BARU',
    ],
  ])('is not added where %s', async (_, lain, dumped, code) => {
    const summary = await write(lain, dumped);
    expect(codes()).toEqual([code, code]);
    expect(summary).toMatchObject({ baris_ditambah: 0, selisih: { ditulis: 1, tidak_ditulis: 2 } });
  });

  it('is not added where it would not count on the day for which the data were read', async () => {
    put('ringkasan.json', JSON.stringify({ per: '2018-01-01' }));
    const summary = await write({}, dump.replace('`kini` char(1) NOT NULL', '`kini` char(1)'));
    expect(summary).toMatchObject({ baris_ditambah: 0 });
    // Of a person with another row a row that lies ahead is not the current one.
    const ahead = [HEADER, `6410,${B},golongan,31,32,beda,`, `6410,${B},tmt_golongan,2017-04-01,2019-04-01,beda,`];
    expect(await write({}, dump, {}, ahead)).toMatchObject({ baris_ditambah: 0 });
    expect(codes()).toContain('TULIS_RIWAYAT_URUTAN');
  });
});
