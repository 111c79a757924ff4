import { problem } from '#kernel/problem.ts';
import type { Command } from '../command.ts';
import { textOption } from '../options.ts';

/** The first administrator, and the last one who lost everything: both have nobody in the portal who could help. */
export const pengguna: Command = {
  nama: 'pengguna',
  guna: 'menambah atau memulihkan pengguna portal di basis data DATABASE_URL, misalnya admin yang pertama',
  bentuk: [
    {
      kerja: 'tambah',
      guna: 'menambah pengguna; kata sandi pertamanya ditampilkan sekali',
      wajib: ['nama-pengguna', 'nama', 'peran', 'instansi'],
      boleh: [],
      contoh: 'tambah --nama-pengguna sri.rahayu --nama "Sri Rahayu" --peran admin-provinsi --instansi 6400',
    },
    {
      kerja: 'pulihkan',
      guna: 'memberi kata sandi pertama yang baru dan mengakhiri semua sesi pengguna itu',
      wajib: ['nama-pengguna'],
      boleh: ['hapus-faktor-kedua'],
      contoh: 'pulihkan --nama-pengguna sri.rahayu --hapus-faktor-kedua',
    },
    {
      kerja: 'ganti-kunci',
      guna: 'mengenkripsi ulang rahasia faktor kedua dengan kunci baru; portal boleh berjalan',
      wajib: [],
      boleh: [],
      contoh: 'ganti-kunci',
    },
  ],
  opsi: {
    'nama-pengguna': textOption('<nama>', 'nama untuk masuk: huruf kecil, angka, titik, atau garis'),
    nama: textOption('<nama lengkap>', 'nama lengkap orangnya'),
    peran: textOption(
      '<peran>',
      'peran di portal, misalnya admin-provinsi; pengelola dan verifikator ada di tiap instansi',
    ),
    instansi: textOption('<kode>', 'kode instansi empat angka, atau 1 untuk BKN; daftarnya: bantuan instansi'),
    'hapus-faktor-kedua': { jenis: 'tanda', isi: '', guna: 'faktor kedua dipasang lagi saat masuk berikutnya' },
  },
  async run(args, terminal) {
    const [kerja] = args.positionals;
    // The libraries of the server are loaded by this command only.
    const { readSettings } = await import('../settings.ts');
    const { databaseUrl, ...settings } = readSettings(process.env);
    if (databaseUrl === undefined)
      return {
        salah: problem('SETELAN_SALAH', {
          nama: 'DATABASE_URL',
          bentuk: 'postgres://akun:sandi@server:5432/basisdata',
        }),
      };
    const { changePortalUsers, renewSecrets } = await import('../portal-users.ts');
    if (kerja === 'ganti-kunci') return renewSecrets(databaseUrl, settings, terminal);
    return changePortalUsers(kerja === 'tambah' ? 'tambah' : 'pulihkan', databaseUrl, args, terminal);
  },
};
