import type { Database } from '#platform';
import { BKN_INSTANSI, PROVINCE_INSTANSI } from './contract.ts';
import type { Role } from './roles.ts';
import { addUser } from './users.ts';

/** Known to everybody who read this: for a portal on one's own machine with invented people, never elsewhere. */
export const SAMPLE_PASSWORD = 'contoh-portal-2026';

const KUDUS = 6410;

/** An account a role, by which the portal is tried. */
export const SAMPLE_ACCOUNTS: readonly {
  readonly namaPengguna: string;
  readonly nama: string;
  readonly peran: Role;
  readonly instansi: number;
}[] = [
  { namaPengguna: 'pengelola.kudus', nama: 'Pengelola Contoh', peran: 'pengelola', instansi: KUDUS },
  { namaPengguna: 'verifikator.kudus', nama: 'Verifikator Contoh', peran: 'verifikator', instansi: KUDUS },
  { namaPengguna: 'admin.kudus', nama: 'Admin Contoh', peran: 'admin-instansi', instansi: KUDUS },
  { namaPengguna: 'pimpinan.kudus', nama: 'Pimpinan Contoh', peran: 'pimpinan', instansi: KUDUS },
  { namaPengguna: 'pegawai.kudus', nama: 'Pegawai Contoh', peran: 'pegawai', instansi: KUDUS },
  {
    namaPengguna: 'admin.provinsi',
    nama: 'Admin Provinsi Contoh',
    peran: 'admin-provinsi',
    instansi: PROVINCE_INSTANSI,
  },
  { namaPengguna: 'auditor.provinsi', nama: 'Auditor Contoh', peran: 'auditor', instansi: PROVINCE_INSTANSI },
  { namaPengguna: 'petugas.bkn', nama: 'Petugas BKN Contoh', peran: 'bkn', instansi: BKN_INSTANSI },
];

/** Adds the sample accounts that are not there yet. */
export async function addSampleAccounts(database: Database): Promise<void> {
  for (const account of SAMPLE_ACCOUNTS) {
    await database.withContext({ lingkup: 'instansi', instansi: account.instansi }, async (transaction) => {
      const there = await transaction.query('SELECT 1 FROM identity.nama_masuk WHERE nama_pengguna = $1', [
        account.namaPengguna,
      ]);
      if (there.length === 0) await addUser(transaction, account, 'sistem', SAMPLE_PASSWORD);
    });
  }
}

/** Where the sample pegawai works, by which one's own record is tried. */
export const SAMPLE_PEGAWAI = { namaPengguna: 'pegawai.kudus', instansi: KUDUS } as const;

/** Makes the sample pegawai one of the people of the sample. */
export async function linkSamplePegawai(
  database: Database,
  { orang, nama }: { readonly orang: string; readonly nama: string },
): Promise<void> {
  const { instansi, namaPengguna } = SAMPLE_PEGAWAI;
  await database.withContext({ lingkup: 'instansi', instansi }, (transaction) =>
    transaction.query(
      'UPDATE identity.pengguna SET orang = $3, nama = $4 WHERE instansi_id = $1 AND nama_pengguna = $2',
      [instansi, namaPengguna, orang, nama],
    ),
  );
}
