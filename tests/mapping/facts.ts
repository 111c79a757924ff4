import { FIELDS } from '../../src/canonical/index.ts';
import type { Facts } from '../../src/sample-data/person.ts';
import { below, pick, throwOf } from './lot.ts';

/** Fields of history rows by the field of the person that the same event sets. */
const OF_HISTORY: Readonly<Record<string, string>> = {
  'riwayat_pangkat.no_sk': 'no_sk_golongan',
  'riwayat_pangkat.tgl_sk': 'tgl_sk_golongan',
  'riwayat_pangkat.pejabat_sk': 'pejabat_sk_golongan',
  'riwayat_pangkat.no_pertek': 'no_pertek_golongan',
  'riwayat_pangkat.tgl_pertek': 'tgl_pertek_golongan',
  'riwayat_jabatan.no_sk': 'no_sk_jabatan',
  'riwayat_jabatan.tgl_sk': 'tgl_sk_jabatan',
  'riwayat_jabatan.pejabat_sk': 'pejabat_sk_jabatan',
  'riwayat_jabatan.tmt_akhir': 'tmt_akhir_jabatan',
  'riwayat_jabatan.tunjangan': 'tunjangan_jabatan',
  'riwayat_kgb.no_sk': 'no_sk_kgb',
  'riwayat_kgb.tgl_sk': 'tgl_sk_kgb',
  'riwayat_kgb.pejabat_sk': 'pejabat_sk_kgb',
  'riwayat_kgb.golongan': 'golongan_kgb',
  'riwayat_kgb.masa_kerja_tahun': 'masa_kerja_kgb_tahun',
  'riwayat_kgb.masa_kerja_bulan': 'masa_kerja_kgb_bulan',
  'riwayat_pendidikan.tingkat': 'pendidikan_tingkat',
  'riwayat_pendidikan.nama': 'pendidikan_nama',
  'riwayat_pendidikan.lembaga': 'pendidikan_lembaga',
  'riwayat_pendidikan.tahun_lulus': 'pendidikan_tahun_lulus',
  'riwayat_pendidikan.pendidikan_id_bkn': 'pendidikan_nama_id',
  'riwayat.no_sk': 'no_sk',
  'riwayat.tgl_sk': 'tgl_sk',
};

/** The field of a person that a canonical field means. */
export const personField = (canonical: string): string =>
  OF_HISTORY[canonical] ?? canonical.replace(/^riwayat[a-z_]*\./, '');

const TYPES = new Map(FIELDS.map((field) => [field.nama as string, field.tipe as string]));
export const typeOf = (canonical: string): string => TYPES.get(canonical) ?? 'teks';

const two = (value: number): string => String(value).padStart(2, '0');

/** The plain value of a field: an ISO date, a label, digits; invented where the population does not know the field. */
export function factOf(field: string, facts: Facts, seed: string): string {
  const known = (facts as Readonly<Record<string, string | undefined>>)[field];
  if (known !== undefined) return known;
  return invent(field, facts, seed);
}

function invent(field: string, facts: Facts, seed: string): string {
  const day = (from: string | undefined, months: number): string => {
    if (from === undefined) return '';
    const month = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months;
    return `${Math.floor(month / 12)}-${two((month % 12) + 1)}-${two(1 + below(`${seed}/hari`, 28))}`;
  };
  const number = below(`${seed}/nomor`, 90_000) + 10_000;
  const sometimes = (share: number, text: string): string => (throwOf(`${seed}/ada`) < share ? text : '');
  switch (field) {
    case 'no_pertek_cpns':
    case 'no_pertek_golongan':
      return facts.tmt_golongan === undefined ? '' : `AF-${13 + (number % 3)}${number}`;
    case 'tgl_pertek_cpns':
      return day(facts.tmt_cpns, -3);
    case 'tgl_pertek_golongan':
      return day(facts.tmt_golongan, -2);
    case 'no_spmt_cpns':
      return `800/${number}/${facts.tmt_cpns?.slice(0, 4) ?? ''}`;
    case 'tgl_spmt_cpns':
      return day(facts.tmt_cpns, 0);
    case 'no_sttpl_prajabatan':
      return `${number}/LATSAR/${facts.tmt_pns?.slice(0, 4) ?? '2010'}`;
    case 'tgl_sttpl_prajabatan':
      return day(facts.tmt_cpns, 8);
    case 'masa_kerja_teks':
      return `${facts.masa_kerja_tahun ?? 0} tahun ${facts.masa_kerja_bulan ?? 0} bulan`;
    case 'masa_kerja_keseluruhan_tahun':
      return facts.tmt_cpns === undefined ? '' : String(2025 - Number(facts.tmt_cpns.slice(0, 4)));
    case 'golongan_pns':
      return facts.golongan_cpns ?? '';
    case 'golongan_pns_id':
      return facts.golongan_cpns_id ?? '';
    case 'no_kpe':
      return `KPE${number}`;
    case 'no_askes_bpjs':
      return `00${number}${number}123`;
    case 'no_tapera':
      return `BT${number}`;
    case 'diklat_struktural':
      return facts.eselon === undefined ? '' : pick(seed, ['PIM IV', 'PIM III', 'SPAMA', 'ADUM']);
    case 'hukuman_disiplin':
      return sometimes(0.02, pick(seed, ['Teguran lisan', 'Penundaan KGB']));
    case 'jenis_pensiun':
      return facts.no_sk_pensiun === undefined ? '' : pick(seed, ['BUP', 'APS', 'Meninggal']);
    case 'angka_kredit':
      return facts.jenis_jabatan_id === '2' ? `${below(seed, 400)}.${two(below(`${seed}/s`, 100))}0` : '';
    case 'no_pelantikan':
      return facts.eselon === undefined ? '' : `821.2/${number}/BAP`;
    case 'tunjangan_jabatan':
      return facts.eselon === undefined ? '' : String(pick(seed, [540_000, 980_000, 1_260_000, 2_025_000]));
    case 'tmt_akhir_jabatan':
      return sometimes(0.3, day(facts.tmt_jabatan, 30));
    case 'no_kk':
      return `3324${number}${number}12`.slice(0, 16);
    case 'is_terakhir':
      return '1';
    case 'jenis_kenaikan_gaji':
      return pick(seed, ['1', '2']);
    case 'tempat':
      return facts.tempat_lahir ?? '';
    case 'is_pendidikan_cpns':
      return pick(seed, ['0', '1']);
    case 'berkas':
      return `sk${number}.pdf`;
    case 'keterangan':
      return sometimes(0.2, 'Masa kerja sesuai SK');
    case 'id_bkn':
      return Array.from({ length: 32 }, (_, i) => '0123456789abcdef'.charAt(below(`${seed}/${i}`, 16))).join('');
    case 'gaji_pokok_lama':
      return facts.gaji_pokok === undefined ? '' : String(Math.floor(Number(facts.gaji_pokok) / 103) * 100);
    case 'kelas_jabatan':
      return String(facts.eselon === undefined ? 5 + below(seed, 5) : 9 + below(seed, 6));
    case 'tmt_kp_berikutnya':
      return facts.tmt_golongan === undefined ? '' : `${day(facts.tmt_golongan, 48).slice(0, 8)}01`;
    case 'masa_kerja_keseluruhan_bulan':
      return String(below(`${facts.nip ?? seed}/bulan`, 12));
    case 'tgl_npwp':
      return facts.npwp === undefined ? '' : day(facts.tmt_pns, 14);
    case 'jenis_penugasan':
      return throwOf(`${seed}/tugas`) < 0.96 ? 'Definitif' : 'Plt';
    case 'nip_lokal':
      return facts.karpeg === undefined ? '' : `3${facts.karpeg.slice(-5)}`;
    case 'kppn':
      return facts.kpkn ?? '';
    default:
      return '';
  }
}
