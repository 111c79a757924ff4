import { foldText } from '#kernel/text.ts';
import { foldInstansi } from './fold-instansi.ts';

/** How one table of the reference service is read: which published column holds what. */
export interface TableDefinition {
  readonly tabel: string;
  /** Column of the id; `id` by default. */
  readonly id?: string;
  readonly nama?: string;
  readonly kode?: string;
  readonly induk?: string;
  readonly jenis?: string;
  readonly status?: string;
  readonly ciri?: readonly string[];
  /** Form in which names are compared; foldText by default. */
  readonly fold?: (nama: string) => string;
  /** Kinds of which two rows of one name and parent are nevertheless two things. */
  readonly distinctKinds?: readonly string[];
}

/** The tables that are too long to live in the project and are imported from a folder of the published lists. */
export const IMPORTABLE: readonly TableDefinition[] = [
  { tabel: 'alasan_hukuman_disiplin', ciri: ['keterangan'] },
  { tabel: 'alasan_tolak', nama: 'alasan', induk: 'layanan_id', jenis: 'keterangan' },
  { tabel: 'instansi', kode: 'kodeCepat', jenis: 'jenisInstansiId', ciri: ['jenis'], fold: foldInstansi },
  {
    tabel: 'jabatan_fungsional',
    kode: 'kodeCepat',
    induk: 'kelompokJabatanId',
    jenis: 'jenjang',
    status: 'status',
    ciri: ['usiaBup'],
  },
  { tabel: 'jabatan_pelaksana', kode: 'kodeCepat', status: 'status' },
  { tabel: 'jenis_kursus', kode: 'kodeCepat' },
  { tabel: 'kelompok_jabatan', jenis: 'jenisJabatanId', ciri: ['rumpunJabatanId', 'pembinaId'] },
  { tabel: 'kompetensi' },
  { tabel: 'kpkn' },
  { tabel: 'lembaga_sertifikasi', status: 'status' },
  // KB is kabupaten or kota: BKN prints SEMARANG and 24 more twice under one province
  { tabel: 'lokasi_kabupaten', induk: 'lokasiId', jenis: 'jenis', distinctKinds: ['KB'] },
  { tabel: 'pendidikan', induk: 'tingkatPendidikanId', status: 'status' },
  { tabel: 'profesi' },
  { tabel: 'rumpun_jabatan', kode: 'kodeCepat' },
  { tabel: 'satuan_kerja', induk: 'instansiId', fold: foldInstansi },
  { tabel: 'status_usul' },
  { tabel: 'sub_jabatan', induk: 'kelompokJabatanId', status: 'status' },
  { tabel: 'taspen', ciri: ['ktuaId'] },
];

const BY_TABLE: ReadonlyMap<string, TableDefinition> = new Map(IMPORTABLE.map((row) => [row.tabel, row]));

export function findDefinition(tabel: string): TableDefinition | undefined {
  return BY_TABLE.get(tabel);
}

/** Names of some tables are compared in a form of their own. */
export function foldFor(tabel: string): (nama: string) => string {
  if (tabel === 'instansi_jateng') return foldInstansi;
  return BY_TABLE.get(tabel)?.fold ?? foldText;
}
