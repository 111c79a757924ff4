type Details = Readonly<Record<string, string | number | boolean>>;
type Sentence = string | ((rincian: Details) => string);

/** What somebody took much of, as the end of a sentence. */
export const TAKEN_WORDS = { orang: 'data pegawai', ekspor: 'ekspor' } as const;
const wordsOf = (jenis: unknown): string => (jenis === 'orang' ? TAKEN_WORDS.orang : TAKEN_WORDS.ekspor);

/**
 * Every kind of event of the audit trail, in the words that people read: what the one who did it did. A kind that some room records
 * and this list lacks fails a test. The first word of a kind is its group.
 */
const EVENTS: Readonly<Record<string, Sentence>> = {
  masuk: 'Masuk ke portal',
  'masuk.gagal': ({ cara }) => `Gagal masuk ${WAYS[String(cara)] ?? 'dengan kata sandi'}`,
  'masuk.faktor-kedua': ({ cara }) =>
    cara === 'pemulihan' ? 'Memakai kode pemulihan sebagai faktor kedua' : 'Memasukkan kode faktor kedua',
  'masuk.kode-salah': 'Memasukkan kode faktor kedua yang salah',
  'masuk.kunci-sandi': 'Membuktikan diri dengan kunci sandi',
  'masuk.penyedia': 'Membuktikan diri lewat penyedia identitas',
  keluar: 'Keluar dari portal',
  'akun.ganti-sandi': 'Mengganti kata sandinya',
  'akun.pasang-faktor-kedua': 'Memasang aplikasi kode sebagai faktor kedua',
  'akun.lepas-faktor-kedua': 'Mematikan aplikasi kode',
  'akun.kode-pemulihan-baru': 'Membuat kode pemulihan baru',
  'akun.tambah-kunci-sandi': 'Menambah kunci sandi',
  'akun.ubah-kunci-sandi': 'Mengganti nama kunci sandi',
  'akun.hapus-kunci-sandi': 'Menghapus kunci sandi',
  'akun.tautkan-penyedia': 'Akunnya terhubung dengan penyedia identitas',
  'akun.lepas-penyedia': 'Melepas akunnya dari penyedia identitas',
  'akun.pengingat': ({ pengingat }) =>
    pengingat === true ? 'Menyalakan pengingat lewat surel' : 'Mematikan pengingat lewat surel',
  'akun.akhiri-sesi': 'Mengakhiri salah satu sesinya',
  'pengguna.tambah': ({ peran }) => `Menambah pengguna berperan ${String(peran)}`,
  'pengguna.ubah': describeChange,
  'pengguna.pulihkan': ({ hapusFaktorKedua }) =>
    hapusFaktorKedua === true ? 'Memulihkan akses: sandi baru, faktor kedua dihapus' : 'Memulihkan akses: sandi baru',
  'pengguna.akhiri-sesi': 'Mengakhiri semua sesi pengguna',
  'audit.periksa': ({ peristiwa, putus }) =>
    Number(putus) === 0
      ? `Memeriksa rantai jejak: ${figure(peristiwa)} peristiwa, utuh`
      : `Memeriksa rantai jejak: ${figure(peristiwa)} peristiwa, ${figure(putus)} rantai putus`,
  'kiriman.kirim': 'Mengirim berkas',
  'kiriman.periksa': 'Memeriksa kiriman',
  'kiriman.terbitkan': 'Menerbitkan kiriman',
  'kiriman.kembalikan': 'Mengembalikan terbitan sebelumnya',
  'kiriman.batal': 'Membatalkan kiriman',
  'kiriman.unduh-karantina': 'Mengunduh baris karantina',
  'kiriman.lihat-orang': 'Membuka nama orang yang berubah dalam kiriman',
  'kiriman.unduh-perbandingan': ({ baris }) =>
    `Mengunduh perbandingan dengan kiriman sebelumnya: ${figure(baris)} baris`,
  'jadwal.tetapkan': (rincian) => `Menetapkan jadwal kiriman untuk semua: ${rhythm(rincian)}`,
  'jadwal.ubah': (rincian) =>
    rincian['umum'] === true
      ? 'Mengembalikan jadwal kiriman ke jadwal umum'
      : `Mengubah jadwal kiriman: ${rhythm(rincian)}`,
  'surel.kirim-ulang': 'Mengirim ulang surel pengingat',
  'surel.hapus': ({ jumlah }) => `Menghapus ${figure(jumlah)} surel pengingat yang lewat masa simpannya`,
  'pemetaan.lihat': 'Membuka pemetaan kiriman',
  'pemetaan.ambil-tawaran': 'Mengambil pemetaan instansi lain ke meja pemetaan',
  'pemetaan.ganti-tabel': 'Memilih tabel pegawai lain di meja pemetaan',
  'pemetaan.simpan': 'Menyimpan versi pemetaan',
  'pemetaan.uji': 'Mencoba versi pemetaan pada kiriman lama',
  'pemetaan.sahkan': 'Mengesahkan versi pemetaan',
  'kiriman.hapus-berkas': 'Menghapus berkas kiriman yang lewat masa simpannya',
  'ekspor.buat': ({ daftar, baris }) => `Menyiapkan ekspor ${String(daftar)}: ${figure(baris)} baris`,
  'ekspor.unduh': ({ baris }) => `Mengunduh ${figure(baris)} baris`,
  'peringatan.ambil': ({ jenis, jumlah }) => `Ditahan sesudah ${figure(jumlah)} ${wordsOf(jenis)} dalam satu jam`,
  'peringatan.jawab': ({ alasan }) => `Menjelaskan pengambilan data yang banyak: ${String(alasan)}`,
  'tampilan.simpan': ({ daftar, dibagikan }) => `Menyimpan tampilan daftar ${String(daftar)}${shared(dibagikan)}`,
  'tampilan.ubah': ({ daftar, dibagikan }) => `Mengubah tampilan daftar ${String(daftar)}${shared(dibagikan)}`,
  'tampilan.hapus': ({ daftar }) => `Menghapus tampilan daftar ${String(daftar)}`,
  'pegawai.lihat': 'Membuka data pegawai',
  'pegawai.buka-data-pribadi': ({ alasan }) => `Membuka data pribadi yang tersamar, alasan: ${String(alasan)}`,
};

const WAYS: Readonly<Record<string, string>> = {
  'kunci-sandi': 'dengan kunci sandi',
  penyedia: 'lewat penyedia identitas',
};

/** Groups of kinds, by which events are searched. */
export const EVENT_GROUPS: Readonly<Record<string, string>> = {
  masuk: 'Masuk',
  keluar: 'Keluar',
  akun: 'Akun sendiri',
  pengguna: 'Pengelolaan pengguna',
  pegawai: 'Pembukaan data pegawai',
  kiriman: 'Kiriman',
  jadwal: 'Jadwal kiriman',
  surel: 'Surel pengingat',
  pemetaan: 'Pemetaan',
  ekspor: 'Ekspor',
  tampilan: 'Tampilan daftar',
  audit: 'Pemeriksaan jejak',
  peringatan: 'Peringatan pengambilan',
};

/** Whether there are words for a kind of event. */
export function isDescribed(tindakan: string): boolean {
  return Object.hasOwn(EVENTS, tindakan) && Object.hasOwn(EVENT_GROUPS, tindakan.split('.')[0] ?? '');
}

/** What was done, in a few Indonesian words. A kind of a newer version stands as it is. */
export function describeEvent(tindakan: string, rincian: Details): string {
  const sentence = Object.hasOwn(EVENTS, tindakan) ? EVENTS[tindakan] : undefined;
  return typeof sentence === 'function' ? sentence(rincian) : (sentence ?? tindakan);
}

function describeChange({ aktifSebelum, aktifSesudah, peranSebelum, peranSesudah, surelDiubah }: Details): string {
  const parts = [
    aktifSebelum === aktifSesudah ? [] : [aktifSesudah === true ? 'membuka akun' : 'menutup akun'],
    peranSebelum === peranSesudah ? [] : [`mengubah peran dari ${String(peranSebelum)} ke ${String(peranSesudah)}`],
    surelDiubah === true ? ['mengubah surel dinas'] : [],
  ].flat();
  const text = parts.join(', ');
  return text === '' ? 'Menyimpan pengguna tanpa perubahan' : `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function rhythm({ setiapBulan, tanggal, mulai }: Details): string {
  const every = Number(setiapBulan) === 1 ? 'tiap bulan' : `tiap ${String(setiapBulan)} bulan`;
  return `${every} tanggal ${String(tanggal)}, mulai ${String(mulai)}`;
}

function shared(dibagikan: string | number | boolean | undefined): string {
  return dibagikan === true ? ', dibagikan' : '';
}

function figure(value: string | number | boolean | undefined): string {
  return Number(value).toLocaleString('id-ID');
}
