import { BKN_INSTANSI, type Instansi } from '#identity';
import { RefusedFile } from '#kernel/problem.ts';
import { type Database, migrate, openDatabase, readMigrations } from '#platform';
import { INSTANSI_JATENG } from '#reference';
import { MIGRATIONS_FOLDER } from './folders.ts';

const KINDS = { PROV: 'provinsi', KAB: 'kabupaten', KOT: 'kota' } as const;

/** The tenants: the 36 governments, and BKN, whose deliveries are its own. */
export const TENANTS: readonly Instansi[] = [
  { instansi: BKN_INSTANSI, nama: 'Badan Kepegawaian Negara', jenis: 'bkn' },
  ...INSTANSI_JATENG.map(({ kode, nama, jenis }) => ({ instansi: Number(kode), nama, jenis: KINDS[jenis] })),
];

/** The database of `url`, brought up to this version. Throws an `Error` with a sentence where it cannot be. */
export async function openPrepared(url: string, say: (line: string) => void): Promise<Database> {
  const migrated = await migrate(url, readMigrations(MIGRATIONS_FOLDER));
  if (!migrated.ok) throw new RefusedFile(migrated.error);
  if (migrated.value > 0) say(`Basis data disiapkan: ${migrated.value} migrasi diterapkan.`);
  return openDatabase(url);
}
