import { findField } from '#canonical';

/** A class of differences, as in selisih.csv. */
export type Kelas = 'beda' | 'mirip' | 'kosong_simpeg' | 'kosong_bkn' | 'tak_terbandingkan';

/** One way in which a cause is told: what the engine's words begin with, and the sentence about a field. */
interface Pattern {
  readonly kunci: string;
  readonly words: RegExp;
  readonly kalimat: (label: string) => string;
}

/** The closed list of the engine's words (the `describe*` functions of the rules), most telling first. */
const PATTERNS: readonly Pattern[] = [
  {
    kunci: 'tertukar',
    words: /^hari dan bulan tertukar/,
    kalimat: (label) => `Tanggal dan bulan tertukar pada ${label}`,
  },
  { kunci: 'satu-hari', words: /^berbeda satu hari/, kalimat: (label) => `Berbeda satu hari pada ${label}` },
  {
    kunci: 'januari',
    words: /^salah satu 1 Januari/,
    kalimat: (label) => `Salah satu sisi hanya menulis 1 Januari pada ${label}`,
  },
  {
    kunci: 'satu-digit',
    words: /^satu digit (berbeda|kurang)/,
    kalimat: (label) => `Satu angka salah ketik pada ${label}`,
  },
  {
    kunci: 'digit-tertukar',
    words: /^dua digit tertukar/,
    kalimat: (label) => `Dua angka bertukar tempat pada ${label}`,
  },
  { kunci: 'tahun', words: /^tahun berbeda/, kalimat: (label) => `Hanya tahunnya berbeda pada ${label}` },
  {
    kunci: 'bulan',
    words: /^(hanya bulan|bulan) berbeda/,
    kalimat: (label) => `Hanya bulannya berbeda pada ${label}`,
  },
  { kunci: 'hari', words: /^hari berbeda/, kalimat: (label) => `Hanya harinya berbeda pada ${label}` },
  {
    kunci: 'simpeg-di-bawah',
    words: /^Simpeg .+ tingkat di bawah BKN/,
    kalimat: (label) => `${label} di Simpeg lebih rendah daripada di BKN`,
  },
  {
    kunci: 'simpeg-di-atas',
    words: /^Simpeg .+ tingkat di atas BKN/,
    kalimat: (label) => `${label} di Simpeg lebih tinggi daripada di BKN`,
  },
  { kunci: 'pns-pppk', words: /^golongan PNS dan PPPK/, kalimat: (label) => `${label} PNS disandingkan dengan PPPK` },
  {
    kunci: 'pengurangan',
    words: /^selisih \d+ tahun, seperti pengurangan/,
    kalimat: (label) => `${label} berselisih sebesar pengurangan saat naik golongan ruang`,
  },
  {
    kunci: 'tahun-penuh',
    words: /^selisih tepat \d+ tahun/,
    kalimat: (label) => `${label} berselisih tahun penuh`,
  },
  { kunci: 'satu-huruf', words: /^satu huruf/, kalimat: (label) => `Satu huruf berbeda pada ${label}` },
  {
    kunci: 'ejaan',
    words: /^(ejaan|dua huruf|huruf)/,
    kalimat: (label) => `Ejaan berbeda dari hal yang sama pada ${label}`,
  },
  {
    kunci: 'kata',
    words: /^(satu kata|kata|urutan kata|inisial|singkatan|nama)/,
    kalimat: (label) => `Kata hilang, digabung, dipisah, atau disingkat pada ${label}`,
  },
  { kunci: 'gelar-kurang-bkn', words: /^gelar kurang di BKN/, kalimat: () => 'Gelar belum tercatat di BKN' },
  { kunci: 'gelar-kurang-simpeg', words: /^gelar kurang di Simpeg/, kalimat: () => 'Gelar belum tercatat di Simpeg' },
  { kunci: 'gelar-lain', words: /^gelar lain/, kalimat: () => 'Gelar yang tercatat berlainan' },
  {
    kunci: 'kabupaten-kota',
    words: /^kabupaten dan kota/,
    kalimat: (label) => `Kabupaten disandingkan dengan kota pada ${label}`,
  },
  { kunci: 'bagian-nip', words: / di NIP berbeda/, kalimat: (label) => `Bagian ${label} berbeda` },
];

const SIDES = [
  { kunci: 'nip-simpeg', words: 'NIP sesuai dengan nilai Simpeg', kalimat: 'NIP membenarkan Simpeg' },
  { kunci: 'nip-bkn', words: 'NIP sesuai dengan nilai BKN', kalimat: 'NIP membenarkan BKN' },
  { kunci: 'nip-lain', words: 'NIP tidak sesuai dengan keduanya', kalimat: 'NIP tidak membenarkan keduanya' },
] as const;

/** What to say where no pattern was found, by class. */
const PLAIN: Readonly<Record<Kelas, (label: string) => string>> = {
  beda: (label) => `${label} berbeda`,
  mirip: (label) => `${label} ditulis hampir sama`,
  kosong_simpeg: (label) => `${label} kosong di Simpeg`,
  kosong_bkn: (label) => `${label} kosong di BKN`,
  tak_terbandingkan: (label) => `${label} belum dapat dibandingkan: kodenya belum dikenal`,
};

/** Name and label of a field; a field that the catalogue no longer has stands for itself. */
export function labelOf(bidang: string): string {
  return findField(bidang)?.label ?? bidang;
}

/**
 * The group of differences that one thing explains, by the field, the class, and the engine's words about the difference: a key that
 * stays the same from delivery to delivery (`<bidang>.<kelas>[.<pola>][.<sisi>]`).
 */
export function causeOf(bidang: string, kelas: string, rincian: string): string {
  const pattern = PATTERNS.find(({ words }) => words.test(rincian));
  const side = SIDES.find(({ words }) => rincian.includes(words));
  return [bidang, kelas, pattern?.kunci, side?.kunci].filter((part) => part !== undefined).join('.');
}

/** The sentence of a cause, such as "Tanggal dan bulan tertukar pada TMT golongan". */
export function describeCause(sebab: string): string {
  const [bidang = '', kelas = 'beda', ...parts] = sebab.split('.');
  const label = labelOf(bidang);
  const pattern = PATTERNS.find(({ kunci }) => parts.includes(kunci));
  const side = SIDES.find(({ kunci }) => parts.includes(kunci));
  const plain = kelas in PLAIN ? PLAIN[kelas as Kelas](label) : `${label} berbeda`;
  const sentence = pattern ? pattern.kalimat(label) : plain;
  return side ? `${sentence}; ${side.kalimat}` : sentence;
}
