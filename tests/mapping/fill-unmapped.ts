import { below, pick, throwOf } from './lot.ts';
import type { Structure, StructureColumn } from './structures.ts';
import type { RowFacts } from './row-facts.ts';

const two = (value: number): string => String(value).padStart(2, '0');
const NAMES = [
  'SUTRISNO',
  'SITI AMINAH',
  'BUDI SANTOSO',
  'ENDANG LESTARI',
  'AGUS PRIYANTO',
  'SRI WAHYUNI',
  'TUTIK RAHAYU',
];

/** Number of a row of a history: no two rows share it. */
const serialOf = ({ filling, key }: RowFacts): string =>
  String(
    filling.number * 200 +
      ['pangkat', 'jabatan', 'kgb', 'pendidikan'].findIndex((kind) => key.startsWith(kind)) * 40 +
      Number(/\d+$/.exec(key)?.[0] ?? 0) +
      1,
  );

/** Values of a column that must stay unmapped: as plausible as its name makes them, so that they tempt. */
export function fillUnmapped(
  { name, type = '' }: StructureColumn,
  structure: Structure,
  salt: string,
  row: RowFacts,
): string {
  const { facts, filling } = row;
  const seed = `${salt}/${filling.number}/${row.key}`;
  const word = name.toLowerCase();
  const day = (from: number, years: number): string =>
    `${from + below(`${seed}/y`, years)}-${two(1 + below(`${seed}/m`, 12))}-${two(1 + below(`${seed}/d`, 28))}`;
  const stamp = (): string => `${day(2019, 6)} ${two(7 + below(`${seed}/h`, 10))}:${two(below(`${seed}/i`, 60))}:00`;
  const number = (low: number, high: number): string => String(low + below(`${seed}/n`, high - low));
  const sometimes = (share: number, text: string): string => (throwOf(`${seed}/ada`) < share ? text : '');
  const birth = Number(facts.tanggal_lahir?.slice(0, 4) ?? 1980);
  if (/^(?:no\.?|nomor|urut|id|#|seq|row)$/.test(word)) return String(filling.number + 1);
  if (structure.entity !== 'pegawai' && /^id$|riwayat.*id|id.*riwayat|^id_peg_jabatan/.test(word)) return serialOf(row);
  if (/^tmp|usul|temp_/.test(word)) return sometimes(0.03, facts.unit_kerja ?? '');
  if (/login|stamp|creat|updat|modif|tgl_ubah|log_/.test(word) && !/user|_by/.test(word)) return stamp();
  if (/user|oleh|_by|validator/.test(word)) return word === 'username' ? (facts.nip ?? '') : number(1, 40);
  if (/nip/.test(word))
    return sometimes(
      0.2,
      `${day(birth - 2, 5).replaceAll('-', '')}${number(2000, 2020)}03${pick(seed, ['1', '2'])}001`,
    );
  if (
    /(?:tgl|tanggal|tg|birth|date)/.test(word) &&
    /(?:istri|suami|issu|pasangan|spouse|anak|ayah|ibu|child)/.test(word)
  )
    return day(birth - 3, 7);
  if (/nikah|kawin|wedding/.test(word)) return sometimes(0.85, day(birth + 24, 6));
  if (/tempat.*(?:istri|suami)|pob_spouse/.test(word)) return pick(seed, ['KENDAL', 'SEMARANG', 'DEMAK', 'KUDUS']);
  if (/gaji.*tgl|tglgaji/.test(word)) return '2025-08-01';
  if (/gaji|^tj|kotor|bersih|potong|piwp|pajak|beras|salary|allow|deduct|netto|bruto|tunj/.test(word))
    return number(100_000, 5_000_000);
  if (/usia|umur|age\b/.test(word)) return String(2025 - birth);
  if (/thijaz/.test(word)) return String(birth + 18);
  if (/^mk.*(?:th|thn)|masker|mkth/.test(word)) return number(0, 32);
  if (/^mk.*bln|mkbl/.test(word)) return number(0, 12);
  if (/tinggi|height/.test(word)) return number(148, 182);
  if (/berat|weight/.test(word)) return number(43, 95);
  if (/foto|photo|image|berkas|doc|scan|file/.test(word)) return `${number(1000, 9999)}.jpg`;
  if (/(?:tgl|tanggal|tmt|^tg|date|selesai)/.test(word))
    return sometimes(0.7, /tmt|berlaku/.test(word) ? `${day(2010, 15).slice(0, 8)}01` : day(2010, 15));
  if (/suku|tribe/.test(word)) return pick(seed, ['JAWA', 'JAWA', 'SUNDA', 'BATAK']);
  if (/hobi|hobby/.test(word)) return pick(seed, ['Membaca', 'Olahraga', 'Memasak']);
  if (/rambut|muka|warna|ciri/.test(word)) return pick(seed, ['Hitam', 'Lurus', 'Oval', 'Sawo Matang', '-']);
  if (/nama_pendek|panggil|alias|nick/.test(word)) return (facts.nama ?? '').split(' ')[0] ?? '';
  if (/kepsek|atasan|kepala|ayah|ibu|anak|istri|suami|father|mother|boss/.test(word))
    return sometimes(0.8, `${pick(seed, NAMES)} ${pick(`${seed}/2`, ['UTOMO', 'RAHAYU', 'WIBOWO'])}`);
  if (/satuan_kerja|satker/.test(word))
    return /nama/.test(word)
      ? (facts.satuan_kerja_induk ?? '')
      : structure.source.startsWith('sapk')
        ? (facts.satuan_kerja_induk_id ?? '')
        : number(100, 180);
  if (/sekolah|kampus/.test(word))
    return /alm|alamat/.test(word)
      ? `JL. PEMUDA NO. ${number(1, 99)}`
      : /id/.test(word)
        ? number(1, 90)
        : sometimes(0.3, `SD NEGERI ${number(1, 9)} ${pick(seed, ['PATEBON', 'WELERI'])}`);
  if (/ket|catatan|uraian|remark|note/.test(word))
    return sometimes(0.15, pick(seed, ['sudah lengkap', 'belum diperiksa', 'berkas kurang']));
  if (/nomor|no_|^no|register|reg|nopak|dosir/.test(word))
    return sometimes(0.5, `${number(100, 9999)}/${number(1, 12)}/${number(2005, 2024)}`);
  if (/aktif|active|flag|^is|valid|sudah|status_hidup|^status$|^sts/.test(word))
    return pick(seed, ['1', '1', '1', '0']);
  if (/telp|phone|hp/.test(word)) return `024-76${number(10_000, 99_999)}`;
  if (/^id|_id|^kd|kode|code|char\(/.test(`${word} ${type}`)) return number(1, 12);
  if (/int|double|decimal/.test(type)) return number(0, 30);
  return sometimes(0.4, pick(seed, ['A', 'B', 'Ya', 'Tidak', 'Lengkap']));
}
