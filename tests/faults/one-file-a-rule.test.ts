import { beforeAll, describe, expect, it } from 'vitest';
import { INSTANSI_JATENG } from '#reference';
import {
  makePerson,
  type Outcome,
  type Person,
  runReconcile,
  toExport,
} from '../../src/reconcile/testing/deliveries.ts';
import { report } from './size.ts';

/** People of each instansi; what a rule is about happens to the first. */
const PEOPLE = 24;

/** A person with every value that the rules touch. */
type Whole = Person & Record<'nip' | 'nip_lama' | 'nik' | 'nama', string>;
type Change = Person | ((person: Whole) => Person);

/** What one file breaks, on which side, and everything that must come of it: nothing is mended silently, and nobody else is touched. */
interface Rule {
  readonly apa: string;
  readonly simpeg?: Change;
  readonly bkn?: Change;
  /** Changes the rows of the delivery, or of BKN, where a value is not enough. */
  readonly kiriman?: (people: readonly Whole[]) => readonly Person[];
  readonly padaBkn?: (people: readonly Whole[]) => readonly Person[];
  /** Changes the text of the delivery. */
  readonly teks?: (text: string) => string;
  /** How often each thing is said; the order plays no part. */
  readonly hasil: Readonly<Record<string, number>>;
}

const SYLLABLES = ['BA', 'KO', 'RI', 'SU', 'TE', 'MA', 'NI', 'LO', 'DU', 'PA'];
/** Nobody of another file is like them, by number or by name. */
function wholePerson(n: number, instansi: string): Whole {
  const person = makePerson(n, instansi) as Whole;
  const own = String(n).replaceAll(/\d/g, (digit) => SYLLABLES[Number(digit)] ?? '');
  return { ...person, pns_id_bkn: (n + 1).toString(16).toUpperCase().padStart(32, '0'), nama: `${person.nama} ${own}` };
}
const misspelt = (nama: string): string => `${nama.slice(0, -1)}${nama.endsWith('E') ? 'A' : 'E'}`;
const first = (people: readonly Whole[]): Whole => people[0] ?? wholePerson(0, '6410');
const cut = (text: string, cells: number): string => {
  const lines = text.split('\n');
  lines[1] = (lines[1] ?? '').split(',').slice(0, cells).join(',');
  return lines.join('\n');
};

const RULES: readonly Rule[] = [
  { apa: 'nothing', hasil: {} },
  // numbers of people
  {
    apa: 'a NIP that a spreadsheet rounded',
    simpeg: ({ nip }) => ({ nip: `${nip[0]}.${nip.slice(1, 15)}E+17` }),
    hasil: { 'karantina NIP BARU DIGIT_RUSAK': 1 },
  },
  {
    apa: 'a NIP of 17 digits',
    simpeg: ({ nip }) => ({ nip: nip.slice(0, 17) }),
    hasil: { 'karantina NIP BARU NIP_PANJANG': 1 },
  },
  {
    apa: 'a NIP of 19 digits',
    simpeg: ({ nip }) => ({ nip: `${nip}1` }),
    hasil: { 'karantina NIP BARU NIP_PANJANG': 1 },
  },
  {
    apa: 'letters in a NIP',
    simpeg: ({ nip }) => ({ nip: `${nip.slice(0, 14)}l${nip.slice(15)}` }),
    hasil: { 'karantina NIP BARU DIGIT_KARAKTER': 1 },
  },
  {
    apa: 'a NIP without a birth date',
    simpeg: ({ nip }) => ({ nip: `198013${nip.slice(6)}` }),
    hasil: { 'karantina NIP BARU NIP_TANGGAL_LAHIR': 1 },
  },
  {
    apa: 'month 13 of appointment in a NIP',
    simpeg: ({ nip }) => ({ nip: `${nip.slice(0, 12)}13${nip.slice(14)}` }),
    hasil: { 'karantina NIP BARU NIP_BULAN': 1 },
  },
  {
    apa: 'sex 3 in a NIP',
    simpeg: ({ nip }) => ({ nip: `${nip.slice(0, 14)}3${nip.slice(15)}` }),
    hasil: { 'karantina NIP BARU NIP_KELAMIN': 1 },
  },
  {
    apa: 'serial number 000 in a NIP',
    simpeg: ({ nip }) => ({ nip: `${nip.slice(0, 15)}000` }),
    hasil: { 'karantina NIP BARU NIP_URUT': 1 },
  },
  {
    apa: 'appointed at the age of five',
    simpeg: ({ nip }) => ({ nip: `2005${nip.slice(4)}` }),
    hasil: { 'karantina NIP BARU NIP_USIA': 1 },
  },
  {
    apa: 'another NIP of the same person',
    simpeg: ({ nip }) => ({ nip: `${nip.slice(0, 15)}777` }),
    hasil: { 'nip beda (nomor urut di NIP berbeda)': 1 },
  },
  {
    apa: 'a former NIP of eight digits',
    simpeg: ({ nip_lama }) => ({ nip_lama: nip_lama.slice(1) }),
    hasil: { 'karantina NIP LAMA NIP_LAMA_PANJANG': 1 },
  },
  {
    apa: 'a NIK of 15 digits',
    simpeg: ({ nik }) => ({ nik: nik.slice(1) }),
    hasil: { 'karantina NIK NIK_PANJANG': 1 },
  },
  {
    apa: 'a NIK without a birth date',
    simpeg: ({ nik }) => ({ nik: `${nik.slice(0, 6)}99${nik.slice(8)}` }),
    hasil: { 'karantina NIK NIK_TANGGAL': 1 },
  },
  {
    apa: 'letters in a NIK',
    simpeg: ({ nik }) => ({ nik: `${nik.slice(0, 15)}O` }),
    hasil: { 'karantina NIK DIGIT_KARAKTER': 1 },
  },
  {
    apa: 'a NIK that a spreadsheet rounded',
    simpeg: { nik: '3,31901E+15' },
    hasil: { 'karantina NIK DIGIT_RUSAK': 1 },
  },
  {
    apa: 'the NIK of somebody else',
    simpeg: { nik: '3319015502859777' },
    hasil: { 'nik beda (NIP sesuai dengan nilai BKN)': 1 },
  },
  {
    apa: 'a column of rounded NIKs',
    kiriman: (people) => people.map((person) => ({ ...person, nik: `${person.nik.slice(0, 15)}0` })),
    hasil: { 'karantina NIK NIK_DIBULATKAN': 24 },
  },
  { apa: 'an NPWP of nine digits', simpeg: { npwp: '123456789' }, hasil: { 'karantina NPWP NOMOR NPWP_PANJANG': 1 } },
  {
    apa: 'a telephone that is a word',
    simpeg: { no_hp: 'belum punya hp' },
    hasil: { 'karantina NOMOR HP TELEPON_TIDAK_TERBACA': 1 },
  },
  {
    apa: 'an address of mail without a place',
    simpeg: { email: 'orang.contoh.test' },
    hasil: { 'karantina EMAIL EMAIL_TIDAK_TERBACA': 1 },
  },
  // dates
  {
    apa: 'a 31st of April',
    simpeg: { tmt_golongan: '31-04-2022' },
    hasil: { 'karantina TMT GOLONGAN TANGGAL_TIDAK_ADA': 1 },
  },
  {
    apa: 'a 29th of February in another year',
    simpeg: { tmt_golongan: '29-02-2023' },
    hasil: { 'karantina TMT GOLONGAN TANGGAL_TIDAK_ADA': 1 },
  },
  {
    apa: 'a date in words that are none',
    simpeg: { tmt_golongan: 'bulan depan' },
    hasil: { 'karantina TMT GOLONGAN TANGGAL_TIDAK_TERBACA': 1 },
  },
  {
    apa: 'day and month swapped',
    simpeg: { tmt_golongan: '02-01-2022' },
    bkn: { tmt_golongan: '01-02-2022' },
    hasil: { 'tmt_golongan beda (hari dan bulan tertukar)': 1 },
  },
  {
    apa: 'a birth date unlike the NIP',
    simpeg: { tanggal_lahir: '17-08-1979' },
    hasil: { 'tanggal_lahir beda (NIP sesuai dengan nilai BKN)': 1 },
  },
  {
    apa: 'a birth date unlike the NIP on both sides',
    simpeg: { tanggal_lahir: '17-08-1979' },
    bkn: { tanggal_lahir: '18-08-1979' },
    hasil: { 'tanggal_lahir beda (berbeda satu hari; NIP tidak sesuai dengan keduanya)': 1 },
  },
  {
    apa: 'an effect before birth',
    simpeg: { tmt_golongan: '01-04-1970' },
    hasil: { 'tmt_golongan beda (tahun berbeda)': 1 },
  },
  { apa: 'a year off', simpeg: { tmt_jabatan: '01-01-2022' }, hasil: { 'tmt_jabatan beda (satu digit berbeda)': 1 } },
  {
    apa: 'a digit typed twice in a year',
    simpeg: { tmt_jabatan: '01-01-2011' },
    hasil: { 'tmt_jabatan beda (satu digit berbeda; sama dengan TMT PNS di BKN)': 1 },
  },
  {
    apa: 'an appointment unlike the NIP',
    simpeg: { tmt_cpns: '01-03-2010' },
    hasil: { 'tmt_cpns beda (satu digit berbeda; NIP sesuai dengan nilai BKN)': 1 },
  },
  {
    apa: 'the date of another column',
    simpeg: { tmt_pns: '01-01-2010' },
    hasil: { 'tmt_pns beda (satu digit berbeda; sama dengan TMT CPNS di BKN)': 1 },
  },
  // golongan, posts, units
  {
    apa: 'a golongan that there is not',
    simpeg: { golongan_id: '', golongan: 'V/z' },
    hasil: { 'karantina GOL AKHIR NAMA KODE_TIDAK_DIKENAL': 1 },
  },
  {
    apa: 'pangkat and golongan that disagree',
    simpeg: { golongan_id: '', golongan: 'Pembina (III/c)' },
    hasil: { 'karantina GOL AKHIR NAMA KODE_TIDAK_DIKENAL': 1 },
  },
  {
    apa: 'a golongan one step lower',
    simpeg: { golongan_id: '32', golongan: 'III/b' },
    hasil: { 'golongan beda (Simpeg satu tingkat di bawah BKN)': 1 },
  },
  {
    apa: 'a golongan that went down far',
    simpeg: { golongan_id: '21', golongan: 'II/a' },
    hasil: { 'golongan beda (Simpeg 6 tingkat di bawah BKN)': 1 },
  },
  {
    apa: 'a golongan one step higher',
    simpeg: { golongan_id: '34', golongan: 'III/d' },
    hasil: { 'golongan beda (Simpeg satu tingkat di atas BKN)': 1 },
  },
  { apa: 'a golongan code beside another label', simpeg: { golongan_id: '33', golongan: 'III/d' }, hasil: {} },
  {
    apa: 'years of service in words',
    simpeg: { masa_kerja_tahun: 'lama sekali' },
    hasil: { 'karantina MK TAHUN MASA_KERJA_TIDAK_TERBACA': 1 },
  },
  {
    apa: 'other years of service',
    simpeg: { masa_kerja_tahun: '17' },
    hasil: { 'masa_kerja_tahun beda (selisih 5 tahun, seperti pengurangan masa kerja golongan II ke III)': 1 },
  },
  { apa: 'forty months of service', simpeg: { masa_kerja_bulan: '40' }, hasil: { 'masa_kerja_tahun beda': 1 } },
  {
    apa: 'another unit',
    simpeg: { unit_kerja_id: '', unit_kerja: 'DINAS PERHUBUNGAN' },
    hasil: { 'unit_kerja beda': 1 },
  },
  { apa: 'another post', simpeg: { jabatan_id: '', jabatan: 'BIDAN AHLI MUDA' }, hasil: { 'jabatan beda': 1 } },
  {
    apa: 'another level of the same post',
    simpeg: { jabatan_id: '', jabatan: 'GURU AHLI PERTAMA' },
    hasil: { 'jabatan beda': 1 },
  },
  // codes
  {
    apa: 'a religion that is in no list',
    simpeg: { agama_id: '', agama: 'Lainnya sekali' },
    hasil: { 'karantina AGAMA NAMA KODE_TIDAK_DIKENAL': 1 },
  },
  {
    apa: 'a code that is in no list',
    simpeg: { agama_id: '99', agama: '' },
    hasil: { 'karantina AGAMA ID KODE_TIDAK_DIKENAL': 1 },
  },
  { apa: 'another religion', simpeg: { agama_id: '2', agama: 'Kristen' }, hasil: { 'agama beda': 1 } },
  {
    apa: 'the other sex',
    simpeg: { jenis_kelamin: 'F' },
    hasil: { 'jenis_kelamin beda (NIP sesuai dengan nilai BKN)': 1 },
  },
  {
    apa: 'a sex that there is not',
    simpeg: { jenis_kelamin: 'X' },
    hasil: { 'karantina JENIS KELAMIN KODE_TIDAK_DIKENAL': 1 },
  },
  {
    apa: 'a status that there is not',
    simpeg: { status_cpns_pns: 'Z' },
    hasil: { 'karantina STATUS CPNS PNS KODE_TIDAK_DIKENAL': 1 },
  },
  // names
  {
    apa: 'a name one letter off',
    simpeg: ({ nama }) => ({ nama: misspelt(nama) }),
    hasil: { 'nama mirip (satu huruf berbeda)': 1 },
  },
  { apa: 'another name', simpeg: { nama: 'JOKO SUSILO' }, hasil: { 'nama beda': 1 } },
  {
    apa: 'another title',
    simpeg: { gelar_belakang: 'S.E.' },
    hasil: { 'gelar_belakang beda (gelar lain: S.E., S.Pd.)': 1 },
  },
  { apa: 'a broken letter in a name', simpeg: { nama: 'SITI LEST\ufffdRI UTAMI' }, hasil: { 'nama beda': 1 } },
  // nothing on one side
  { apa: 'nothing in the Simpeg', simpeg: { email: '' }, hasil: { 'email kosong_simpeg': 1 } },
  { apa: 'nothing at BKN', bkn: { email: '' }, hasil: { 'email kosong_bkn': 1 } },
  // rows
  {
    apa: 'a row too short',
    teks: (text) => cut(text, 10),
    hasil: { 'karantina BARIS_KURANG_KOLOM': 1, 'hanya-bkn': 1 },
  },
  {
    apa: 'a row too long',
    teks: (text) => text.replace(/^(.*\n.*)\n/, '$1,x,y\n'),
    hasil: { 'karantina BARIS_LEBIH_KOLOM': 1, 'hanya-bkn': 1 },
  },
  {
    apa: 'a quote that is not closed',
    teks: (text) => text.replace(/\n[^,]*,/, '\n"tidak ditutup,'),
    hasil: { 'karantina BARIS_KUTIP_TERBUKA': 1, 'hanya-bkn': 1 },
  },
  { apa: 'a row of sums', teks: (text) => `${text}JUMLAH\n`, hasil: { 'karantina BARIS_KURANG_KOLOM': 1 } },
  {
    apa: "somebody else's name without NIP and NIK",
    simpeg: { nama: 'TES DATA', nip: '', pns_id_bkn: '', nik: '' },
    hasil: { 'nip kosong_simpeg': 1, 'nama beda': 1, 'nik kosong_simpeg': 1, 'pasangan nip_lama': 1 },
  },
  {
    apa: 'somebody who retired',
    simpeg: { kedudukan_hukum_id: '77', kedudukan_hukum: 'Pensiun' },
    hasil: { 'karantina BARIS_TIDAK_AKTIF': 1, 'hanya-bkn (tercatat tidak aktif di Simpeg <instansi>)': 1 },
  },
  {
    apa: 'somebody who is no ASN',
    simpeg: { kedudukan_hukum_id: '', kedudukan_hukum: 'Honorer' },
    hasil: { 'karantina KEDUDUKAN HUKUM NAMA KODE_TIDAK_DIKENAL': 1 },
  },
  // people
  { apa: 'a person twice', kiriman: (people) => [...people, first(people)], hasil: { 'ganda dalam_berkas': 2 } },
  {
    apa: 'two people with one NIP',
    kiriman: (people) => people.map((person, n) => (n === 1 ? { ...person, nip: first(people).nip } : person)),
    hasil: { 'nip beda (tanggal lahir, nomor urut di NIP berbeda)': 1, 'ganda dalam_berkas': 2 },
  },
  {
    apa: 'a person with two NIP',
    kiriman: (people) => [...people, { ...first(people), nip: `${first(people).nip.slice(0, 15)}777` }],
    hasil: { 'ganda dalam_berkas': 2 },
  },
  { apa: 'a person whom BKN has twice', padaBkn: (people) => [...people, first(people)], hasil: { 'hanya-bkn': 1 } },
  { apa: 'a person whom only the Simpeg has', padaBkn: (people) => people.slice(1), hasil: { 'hanya-simpeg': 1 } },
  { apa: 'a person whom only BKN has', kiriman: (people) => people.slice(1), hasil: { 'hanya-bkn': 1 } },
  { apa: 'a person known by the NIP alone', simpeg: { pns_id_bkn: '' }, hasil: { 'pasangan nip': 1 } },
  {
    apa: 'a person known by the former NIP',
    simpeg: { pns_id_bkn: '', nip: '' },
    hasil: { 'nip kosong_simpeg': 1, 'pasangan nip_lama': 1 },
  },
  {
    apa: 'a person known by the NIK',
    simpeg: { pns_id_bkn: '', nip: '', nip_lama: '' },
    hasil: { 'nip kosong_simpeg': 1, 'nip_lama kosong_simpeg': 1, 'pasangan nik': 1 },
  },
  {
    apa: 'a person known by the name',
    simpeg: { pns_id_bkn: '', nip: '', nip_lama: '', nik: '' },
    hasil: { 'nip kosong_simpeg': 1, 'nip_lama kosong_simpeg': 1, 'nik kosong_simpeg': 1, 'pasangan kunci': 1 },
  },
  {
    apa: 'a person known by likeness',
    simpeg: ({ nama }) => ({ pns_id_bkn: '', nip: '', nip_lama: '', nik: '', nama: misspelt(nama) }),
    hasil: {
      'nip kosong_simpeg': 1,
      'nip_lama kosong_simpeg': 1,
      'nik kosong_simpeg': 1,
      'nama mirip (satu huruf berbeda)': 1,
      'pasangan probabilistik': 1,
    },
  },
];

describe('one file a rule', () => {
  const office = (at: number): string => INSTANSI_JATENG[at % INSTANSI_JATENG.length]?.kode ?? '';
  const said = new Map<Rule, Record<string, number>>();
  const counts = new Map<Rule, { dibaca: number; diterima: number; karantina: number }>();

  beforeAll(async () => {
    for (let start = 0; start < RULES.length; start += INSTANSI_JATENG.length) {
      const part = RULES.slice(start, start + INSTANSI_JATENG.length);
      await runTogether(part);
    }
  });

  /** Each rule in an instansi of its own, all in one run: what one breaks must not reach another. */
  async function runTogether(part: readonly Rule[]): Promise<void> {
    const atBkn: Person[] = [];
    const deliveries: Record<string, string> = {};
    for (const [at, rule] of part.entries()) {
      const people = Array.from({ length: PEOPLE }, (_, n) => wholePerson(at * PEOPLE + n, office(at)));
      const changed = (change: Change = {}): readonly Whole[] =>
        people.map((person, n) =>
          n === 0 ? { ...person, ...(typeof change === 'function' ? change(person) : change) } : person,
        );
      atBkn.push(...(rule.padaBkn ?? ((all) => all))(changed(rule.bkn)));
      const text = toExport((rule.kiriman ?? ((all) => all))(changed(rule.simpeg)));
      deliveries[office(at)] = (rule.teks ?? ((same) => same))(text);
    }
    const outcome = await runReconcile(toExport(atBkn), deliveries);
    for (const [at, rule] of part.entries()) {
      said.set(rule, tell(outcome, office(at)));
      const file = outcome.summary.berkas.find(({ instansi }) => instansi === office(at));
      counts.set(rule, { dibaca: file?.dibaca ?? 0, diterima: file?.diterima ?? 0, karantina: file?.karantina ?? 0 });
    }
  }

  /** Everything that a result says of one instansi, counted. */
  function tell(outcome: Outcome, kode: string): Record<string, number> {
    const nama = INSTANSI_JATENG.find((one) => one.kode === kode)?.nama ?? '';
    const found: Record<string, number> = {};
    const add = (...words: readonly (string | undefined)[]): void => {
      const text = words.filter(Boolean).join(' ');
      found[text] = (found[text] ?? 0) + 1;
    };
    for (const row of outcome.rows('karantina.csv'))
      if (row['berkas']?.includes(`${kode}.csv`)) add('karantina', row['kolom'], row['kode']);
    for (const row of outcome.rows('selisih.csv'))
      if (row['instansi'] === kode) add(row['kolom'], row['kelas'], row['sebab'] && `(${row['sebab']})`);
    for (const row of outcome.rows('pasangan.csv'))
      if (row['instansi'] === kode && row['cara'] !== 'pns_id') add('pasangan', row['cara']);
    for (const row of outcome.rows('hanya-simpeg.csv'))
      if (row['instansi'] === kode) add('hanya-simpeg', row['dugaan'] && `(${row['dugaan']})`);
    for (const row of outcome.rows('hanya-bkn.csv'))
      if (row['instansi'] === kode || row['instansi'] === nama)
        add('hanya-bkn', row['dugaan'] && `(${row['dugaan'].replace(nama, '<instansi>')})`);
    for (const row of outcome.rows('ganda.csv')) if (row['instansi'] === kode) add('ganda', row['jenis']);
    return found;
  }

  it('names each thing once', () => {
    expect(new Set(RULES.map(({ apa }) => apa)).size).toBe(RULES.length);
  });

  it.each(RULES.map((rule) => [rule.apa, rule] as const))('%s (B12)', (_, rule) => {
    expect(said.get(rule)).toEqual(rule.hasil);
    const { dibaca = 0, diterima = 0, karantina = 0 } = counts.get(rule) ?? {};
    expect(dibaca).toBe(diterima + karantina);
  });

  it('is told with exact counts (B12)', (context) => {
    const wrong = RULES.filter((rule) => JSON.stringify(sorted(said.get(rule))) !== JSON.stringify(sorted(rule.hasil)));
    report(context, {
      uji: 'B12',
      dicoba: 'berkas, masing-masing melanggar satu aturan',
      jumlah: RULES.length - 1,
      terlarang: 'jumlah lain dari yang benar',
      ditemukan: wrong.length,
    });
  });
});

const sorted = (counts: Readonly<Record<string, number>> = {}): readonly (readonly [string, number])[] =>
  Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1));
