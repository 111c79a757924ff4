/**
 * Values of made-up people for tests: what a column of a canonical field could hold. Serials of NIP lie in 901-999, which are
 * never given out.
 */
export interface MadeUp {
  readonly index: number;
  readonly nip: string;
  readonly lahir: Day;
  readonly cpns: Day;
  readonly isWoman: boolean;
}

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const two = (value: number): string => String(value).padStart(2, '0');
const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] ?? (list[0] as T);

export function makeUp(index: number): MadeUp {
  const lahir = { year: 1968 + (index % 25), month: 1 + ((index * 5) % 12), day: 1 + ((index * 11) % 28) };
  const cpns = { year: lahir.year + 24 + (index % 5), month: pick([1, 3, 4, 12], index), day: 1 };
  const isWoman = index % 3 !== 0;
  const nip = `${lahir.year}${two(lahir.month)}${two(lahir.day)}${cpns.year}${two(cpns.month)}${isWoman ? 2 : 1}${901 + (index % 99)}`;
  return { index, nip, lahir, cpns, isWoman };
}

export const iso = ({ year, month, day }: Day): string => `${year}-${two(month)}-${two(day)}`;
export const dmy = ({ year, month, day }: Day, mark = '-'): string => `${two(day)}${mark}${two(month)}${mark}${year}`;
/** The month first, as a spreadsheet of another country shows it. */
export const mdy = ({ year, month, day }: Day): string => `${month}/${day}/${year}`;

const NAMA = ['WARTINI', 'SUTRISNO', 'SITI AMINAH', 'BUDI SANTOSO', 'ENDANG LESTARI', 'AGUS PRIYANTO', 'SRI WAHYUNI'];
const TEMPAT = ['KENDAL', 'SEMARANG', 'DEMAK', 'KUDUS', 'PATI', 'BLORA'];
const JABATAN = ['Guru Ahli Pertama', 'Perawat Terampil', 'Pengadministrasi Umum', 'Kepala Seksi Data', 'Bidan Mahir'];
const UNIT = [
  'SD NEGERI 1 PATEBON',
  'PUSKESMAS WELERI',
  'SEKSI DATA',
  'SMP NEGERI 2 KENDAL',
  'SUBBAGIAN UMUM',
  'SMP NEGERI 5 BOJA',
];
const DINAS = ['DINAS PENDIDIKAN', 'DINAS KESEHATAN', 'BADAN KEPEGAWAIAN DAERAH'];

/** Text of a person's column that means the field; '' for fields that the test does not need. */
export function valueOf(field: string, person: MadeUp): string {
  const { index } = person;
  const later = (years: number, day: number): Day => ({
    year: person.cpns.year + years,
    month: pick([4, 10], index),
    day,
  });
  const decree = (kind: string): string => `${kind}/${1000 + index}/${person.cpns.year}`;
  const bare = field.replace(/^.*\./, '');
  const fixed: Readonly<Record<string, string>> = {
    nip: person.nip,
    '@pegawai_key': String(4000 + index),
    nip_lama: `${510_000_000 + index * 37}`,
    pns_id_bkn: `${'a5eb03e2'.repeat(3)}${(index * 2_654_435_761).toString(16).padStart(8, '0').slice(-8)}`,
    nama: `${pick(NAMA, index)} ${pick(['', 'HANDAYANI', 'NUGROHO', 'PURWANTI'], index * 3)}${'A'.repeat(index % 4)}`.trim(),
    gelar_depan: index % 9 === 0 ? 'dr.' : '',
    gelar_belakang: pick(['S.Pd.', 'S.E.', 'A.Md.Kep.', 'S.H., M.M.', ''], index),
    tempat_lahir: pick(TEMPAT, index),
    tanggal_lahir: iso(person.lahir),
    jenis_kelamin: person.isWoman ? 'P' : 'L',
    agama: index % 20 === 0 ? 'Kristen' : 'Islam',
    status_perkawinan: pick(['Menikah', 'Menikah', 'Menikah', 'Belum Kawin'], index),
    golongan_darah: pick(['A', 'B', 'AB', 'O'], index),
    nik: `332401${two(person.lahir.day + (person.isWoman ? 40 : 0))}${two(person.lahir.month)}${two(person.lahir.year % 100)}9${String(index).padStart(3, '0')}`,
    npwp: `12.345.6${two(index % 100)}.9-50${index % 10}.000`,
    no_hp: `08120000${String(1000 + index)}`,
    no_telepon: `024-76${String(10_000 + index)}`,
    email: `pegawai${index}@contoh.test`,
    email_dinas: `nip${index}@dinas.contoh.test`,
    alamat: `JL. MAWAR NO. ${index}`,
    kode_pos: String(51_000 + (index % 99)),
    golongan: pick(['III/a', 'III/b', 'III/c', 'II/d', 'IV/a'], index),
    jabatan: pick(JABATAN, index),
    jenis_jabatan: pick(['Fungsional', 'Fungsional', 'Pelaksana', 'Struktural'], index),
    eselon: index % 7 === 0 ? pick(['III.a', 'IV.a', 'IV.b'], index) : '',
    unit_kerja: pick(UNIT, index),
    unit_organisasi_induk: pick(DINAS, index),
    pendidikan_tingkat: pick(['S-1/Sarjana', 'Diploma III', 'SLTA', 'S-2'], index),
    tingkat: pick(['S-1/Sarjana', 'Diploma III', 'SLTA', 'S-2'], index),
    pendidikan_nama: pick(['S-1 PENDIDIKAN MATEMATIKA', 'D-III KEPERAWATAN', 'SMA IPA', 'S-2 MANAJEMEN'], index),
    pendidikan_tahun_lulus: String(person.cpns.year - 1 - (index % 3)),
    tahun_lulus: String(person.cpns.year - 1 - (index % 3)),
    kedudukan_hukum: index % 25 === 24 ? 'Pensiun' : 'Aktif',
    status_cpns_pns: index % 12 === 11 ? 'CPNS' : 'PNS',
    gaji_pokok: String(2_600_000 + (index % 40) * 57_300),
    bup: pick(['58', '60'], index),
    jumlah_anak: String(index % 3),
    jumlah_pasangan: String(index % 2),
    alamat_rt: `00${1 + (index % 9)}`,
    alamat_rw: `00${1 + ((index * 3) % 7)}`,
  };
  const known = fixed[bare];
  if (known !== undefined) return known;
  if (bare === 'tmt_cpns') return iso(person.cpns);
  if (bare.startsWith('tmt_') || bare === 'tmt') return iso(later(4 + (index % 6), 1));
  if (bare.startsWith('tgl_')) return iso(later(3, 2 + ((index * 7) % 26)));
  if (bare.startsWith('masa_kerja') && bare.endsWith('tahun')) return String(index % 31);
  if (bare.startsWith('masa_kerja') && bare.endsWith('bulan')) return String(index % 12);
  if (bare === 'masa_kerja_teks') return `${index % 31} tahun ${index % 12} bulan`;
  if (bare.startsWith('golongan')) return pick(['II/a', 'II/c', 'III/a'], index);
  if (bare.startsWith('no_')) return decree(bare.slice(3, 6).toUpperCase());
  if (bare.startsWith('pejabat')) return pick(['BUPATI KENDAL', 'GUBERNUR JAWA TENGAH'], index);
  if (bare.startsWith('nama')) return `${pick(NAMA, index + 3)} ${pick(['UTOMO', 'RAHAYU'], index)}`;
  return '';
}
