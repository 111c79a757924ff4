import { problem } from '#kernel/problem.ts';
import type { Command } from '../command.ts';
import { readSettings } from '../settings.ts';

/** The first administrator, and the last one who lost everything: both have nobody in the portal who could help. */
export const pengguna: Command = {
  nama: 'pengguna',
  guna: 'menambah atau memulihkan pengguna portal di basis data DATABASE_URL, misalnya admin yang pertama',
  bentuk:
    'tambah --nama-pengguna <nama> --nama <nama lengkap> --peran <peran> --instansi <kode> | pulihkan --nama-pengguna <nama> [--hapus-faktor-kedua]',
  opsi: {
    'nama-pengguna': 'teks',
    nama: 'teks',
    peran: 'teks',
    instansi: 'teks',
    'hapus-faktor-kedua': 'tanda',
  },
  async run(args, terminal) {
    const [kerja] = args.positionals;
    if (kerja !== 'tambah' && kerja !== 'pulihkan')
      return { salah: problem('PERINTAH_TIDAK_DIKENAL', { perintah: `pengguna ${kerja ?? ''}`.trim() }) };
    const { databaseUrl } = readSettings(process.env);
    if (databaseUrl === undefined)
      return {
        salah: problem('SETELAN_SALAH', {
          nama: 'DATABASE_URL',
          bentuk: 'postgres://akun:sandi@server:5432/basisdata',
        }),
      };
    // The server's libraries are loaded by this command only.
    const { changePortalUsers } = await import('../portal-users.ts');
    return changePortalUsers(kerja, databaseUrl, args, terminal);
  },
};
