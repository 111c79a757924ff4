/**
 * The closed list of problem codes with the sentence that people read: what is wrong, where, and what to do about it.
 * Places in braces are filled by `describeProblem`. Grouped by the room that raises them.
 */
export const MESSAGES = {
  // command line
  PERINTAH_TIDAK_DIKENAL: 'Perintah "{perintah}" tidak dikenal{saran}. Daftar perintah: npm run -s portal -- bantuan.',
  PERINTAH_TANPA_KERJA: 'Perintah {perintah} belum lengkap: sesudahnya tulis salah satu dari {pilihan}.',
  KERJA_TIDAK_DIKENAL:
    'Perintah {perintah} tidak mengenal "{kerja}"{saran}. Sesudah {perintah} tulis salah satu dari {pilihan}.',
  KATA_KURANG: 'Perintah {perintah} belum lengkap: sebutkan {kata}.',
  KATA_LEBIH: 'Perintah {perintah} tidak mengenal "{kata}" di tempat itu. {petunjuk}.',
  OPSI_TIDAK_DIKENAL: 'Opsi "{opsi}" tidak dikenal untuk perintah {perintah}{saran}.',
  OPSI_TANDA:
    'Opsi "{opsi}" diawali tanda {tanda} yang panjang, biasanya karena disalin dari Word atau WhatsApp. Ketik ulang dengan dua tanda hubung (--).',
  OPSI_BUKAN_DI_SINI: 'Opsi --{opsi} tidak dipakai oleh {perintah}, hanya oleh {lain}. Hapus opsi itu.',
  OPSI_KURANG: 'Opsi --{opsi} wajib diisi untuk perintah {perintah}.',
  OPSI_SALAH: 'Nilai "{nilai}" untuk --{opsi} tidak dapat dipakai: {sebab}.',
  FOLDER_TIDAK_KOSONG_CONTOH: 'Folder {folder} tidak kosong. Pilih folder yang kosong atau belum ada.',
  TANPA_KIRIMAN:
    'Tidak satu pun kiriman dapat dibaca, sehingga tidak ada hasil yang ditulis; hasil sebelumnya tetap ada. {sebab}',
  FOLDER_TIDAK_KOSONG: 'Folder {folder} tidak kosong. Pilih folder lain atau tambahkan --timpa.',

  KESALAHAN_DALAM:
    'Terjadi kesalahan di dalam aplikasi ({rincian}). Hasil sebelumnya tidak diubah. Sampaikan kalimat ini kepada pengelola aplikasi.',

  // recipes
  PEMETAAN_BUKAN_JSON:
    'Berkas pemetaan {berkas} tidak dapat dibaca pada baris {baris}, huruf ke-{huruf}: {sebab}. {obat}, atau buat lagi dengan perintah petakan.',
  PEMETAAN_SALAH:
    'Berkas pemetaan {berkas} salah pada baris {baris}, huruf ke-{huruf} ({bagian}): {sebab}. Perbaiki bagian itu, atau buat lagi dengan perintah petakan.',
  PEMETAAN_BANYAK_SALAH:
    'Berkas pemetaan {berkas} salah di {jumlah} tempat: {rincian}. Perbaiki semuanya, atau buat lagi dengan perintah petakan.',
  PEMETAAN_TERLALU_BESAR:
    'Berkas {berkas} lebih besar dari {batas}, jadi bukan berkas pemetaan. Sebutkan berkas JSON yang dibuat perintah petakan.',

  BUKTI_BUKAN_EKSPOR:
    'Berkas {berkas} bukan ekspor "Data ASN" BKN, jadi tidak dipakai sebagai bukti. Sebutkan ekspor dari SIASN yang judul kolomnya tidak diubah.',

  // recipe book
  BUKU_RUSAK:
    'Berkas {berkas} di buku pemetaan rusak pada baris {baris}, huruf ke-{huruf}: {sebab}. Kembalikan dari cadangan, atau pindahkan berkas itu ke luar buku.',
  RIWAYAT_TANPA_URUTAN:
    'Berkas {berkas} hanya memuat riwayat (tabel {tabel}) tanpa kolom tanggal yang menunjukkan baris terakhir tiap orang. Sertakan kolom TMT-nya, atau tabel pegawainya.',
  BUKU_TIDAK_ADA: 'Buku pemetaan {buku} tidak ada. Periksa ejaannya; buku dibuat oleh pemetaan simpan.',
  BUKU_PERLU: 'Versi {versi} ada di buku pemetaan. Sebutkan bukunya dengan --buku <folder>.',
  BUKU_TANPA_VERSI: 'Buku pemetaan {buku} tidak memuat {versi}. Lihat yang ada dengan: pemetaan daftar --buku {buku}.',
  BUKU_BEDA_KOLOM:
    'Pemetaan {berkas} memakai kolom {kolom}, yang tidak ada di kiriman {kiriman}. Sahkan bersama kiriman yang dipetakannya.',
  UJI_BEDA_TABEL:
    'Berkas {berkas} tidak dapat diuji: pemetaan yang satu membaca tabel {satu}, yang lain {lain}. Samakan "tabel"-nya.',

  TANPA_TABEL_PEGAWAI:
    'Berkas {berkas} tidak memuat tabel pegawai yang dikenali. Sebutkan tabelnya, misalnya {berkas}#nama_tabel. Yang ada: {ada}.',
  BERKAS_BUKAN_PEGAWAI:
    'Berkas {berkas} tidak memuat data pegawai yang dikenali (tabel {ada}, {kolom} kolom dibaca). Pastikan berkasnya benar, satu baris satu orang, dan judul kolom (NIP, nama, tanggal lahir, ...) di satu baris di atas datanya.',

  BKN_BUKAN:
    'Berkas {berkas} yang disebut di --bkn bukan data BKN: tidak ada judul, id, atau nama instansi dari BKN di dalamnya. Pakai ekspor "Data ASN" dari SIASN apa adanya.',
  BKN_TERTUKAR:
    'Berkas di --bkn dan --simpeg tertukar: {berkas} bukan data BKN, sedangkan {kiriman} adalah ekspor BKN. Tukar keduanya, lalu jalankan lagi.',
  KIRIMAN_INSTANSI_LAIN:
    '{jumlah} dari {baris} orang di kiriman {kiriman} menurut BKN pegawai instansi lain, terbanyak {lain}. Periksa kode instansi di --simpeg, dan apakah berkasnya benar.',
  KIRIMAN_TANPA_BARIS:
    'Tidak satu pun dari {baris} baris kiriman {kiriman} dapat dipakai; yang terbanyak {kode}. Lihat pesannya di karantina.csv.',
  KIRIMAN_TERPOTONG:
    'Kiriman {kiriman} terpotong atau rusak sesudah {baris} baris: orang di bagian yang hilang tampak sebagai "hanya BKN". Lihat barisnya di karantina.csv, lalu kirim ulang berkas yang utuh.',
  KIRIMAN_TAK_DIKENAL:
    'Hanya {jumlah} dari {baris} orang di kiriman {kiriman} ada di data BKN. Periksa apakah berkasnya benar, dan apakah ekspor BKN memuat instansi itu (PNS dan PPPK).',

  // the file system
  JALUR_TIDAK_ADA:
    'Berkas atau folder "{nama}" tidak ditemukan. Periksa nama dan letaknya; bila akan ditulisi, buat foldernya lebih dahulu.',
  JALUR_BUKAN_FOLDER: '"{nama}" adalah berkas, padahal yang diperlukan folder. Sebutkan nama folder yang lain.',
  JALUR_BUKAN_BERKAS: '"{nama}" adalah folder, padahal yang diperlukan berkas. Sebutkan nama berkasnya.',
  JALUR_TERTUTUP: 'Akun Anda tidak boleh membaca atau menulis "{nama}". Minta hak aksesnya, atau pilih tempat lain.',
  PENYIMPANAN_PENUH: 'Tempat penyimpanan penuh sehingga penulisan berhenti. Kosongkan sebagian, lalu jalankan lagi.',

  // files as a whole
  BERKAS_TIDAK_ADA: 'Berkas {berkas} tidak ditemukan{saran}. Periksa nama dan letaknya.',
  BERKAS_TIDAK_TERBACA: 'Berkas {berkas} tidak dapat dibuka. Periksa hak baca berkas itu.',
  BERKAS_TANPA_BARIS:
    'Berkas {berkas} hanya berisi judul kolom, tanpa satu pun baris data. Ekspor ulang, lalu periksa jumlah barisnya.',
  BERKAS_KOSONG: 'Berkas {berkas} kosong (0 byte). Ekspor ulang dari aplikasi asalnya.',

  // reading of files: kinds that hold no table, or are not read
  JENIS_BUKAN_DATA:
    'Berkas {berkas} adalah {jenis}, bukan tabel data. Ekspor datanya sebagai .csv atau .xlsx dari aplikasi asalnya.',
  JENIS_BELUM_DIDUKUNG:
    'Berkas {berkas} adalah {jenis}, yang belum dapat dibaca. Buka di aplikasinya lalu simpan ulang sebagai .xlsx atau .csv.',
  ARSIP_BELUM_DIDUKUNG:
    'Berkas {berkas} adalah {jenis}, yang tidak dapat dibuka di sini. Bongkar arsip itu, lalu kirim isinya sebagai folder atau simpan ulang sebagai .zip.',
  BERKAS_KUNCI:
    'Berkas {berkas} hanya tanda bahwa {asli} sedang dibuka di Office, bukan datanya. Tutup aplikasinya, lalu kirim {asli}.',
  HALAMAN_MASUK:
    'Berkas {berkas} adalah halaman masuk (login) aplikasi, bukan data: sesinya berakhir sebelum diunduh. Masuk lagi, unduh ulang, lalu periksa isinya.',
  HALAMAN_WEB:
    'Berkas {berkas} adalah halaman web tanpa tabel data. Unduh ulang datanya dari aplikasi asalnya sebagai .xlsx atau .csv.',
  JENIS_BERSANDI: 'Berkas {berkas} dilindungi kata sandi. Simpan ulang tanpa kata sandi, lalu kirim lagi.',
  JENIS_TIDAK_DIKENAL:
    'Isi berkas {berkas} tidak dikenal sebagai CSV, Excel, ODS, SQL, DBF, Access, atau JSON. Ekspor ulang dari aplikasi asalnya.',
  GZIP_BERLAPIS: 'Berkas {berkas} dimampatkan berlapis-lapis. Buka satu lapis lalu kirim lagi.',
  ZIP_BERLAPIS:
    'Berkas {berkas} adalah zip di dalam berkas mampat lain. Keluarkan isinya, lalu kirim dalam satu zip saja.',
  ZIP_TANPA_TABEL:
    'Tidak ada isi berkas {berkas} yang memuat tabel data. Periksa isi zip itu, lalu kirim lagi bersama data pegawainya.',
  FOLDER_TANPA_TABEL: 'Tidak ada berkas di folder {folder} yang memuat tabel data. Periksa isi folder itu.',
  FOLDER_TAUTAN:
    'Folder {folder} memuat {nama}, yang hanya tautan ke tempat lain dan tidak diikuti. Ganti dengan berkas aslinya, atau keluarkan dari folder itu.',
  FOLDER_TERLALU_BANYAK:
    'Folder {folder} memuat lebih dari {batas} berkas. Pindahkan kiriman satu instansi ke folder tersendiri.',
  TANPA_TABEL: 'Berkas {berkas} tidak memuat tabel dengan baris judul. Periksa ekspornya.',
  TABEL_TIDAK_ADA:
    'Tabel "{tabel}" tidak ada di berkas {berkas}. Yang ada: {ada}. Perbaiki nama tabelnya, atau pakai pemetaan yang dibuat untuk berkas ini.',

  // live databases: the address and the password
  ALAMAT_SALAH:
    'Alamat basis data itu tidak dapat dibaca. Bentuknya mysql://akun@server:3306/basisdata#tabel, postgresql://akun@server:5432/basisdata#skema.tabel, atau sqlserver://akun@server:1433/basisdata#skema.tabel; sesudah basisdata boleh ?tls=mati, ?ca=<berkas>, atau ?nama=<nama>.',
  ALAMAT_BERSANDI:
    'Kata sandi tidak boleh ditulis di alamat basis data. Hapus dari alamat itu dan ganti kata sandinya, karena mungkin sudah tersimpan di riwayat perintah; cara memberikannya ada di pedoman, bagian "Membaca basis data langsung".',
  ALAMAT_SERVER_LAIN:
    'Server {jenis} belum dapat dibaca langsung. Ekspor tabelnya sebagai .csv atau .xlsx, lalu sebutkan berkas itu.',
  ALAMAT_BUKAN_DI_SINI: 'Di sini yang dibaca adalah berkas, bukan basis data. Sebutkan nama berkasnya.',
  SANDI_BERKAS_TERBUKA:
    'Berkas kata sandi {berkas} dapat dibaca orang lain di komputer ini. Jalankan chmod 600 atas berkas itu, lalu ulangi.',
  SANDI_BERKAS_TIDAK_ADA: 'Berkas kata sandi {berkas} (dari variabel {variabel}) tidak dapat dibaca. Periksa letaknya.',
  SANDI_BERKAS_SALAH:
    'Baris {baris} berkas kata sandi {berkas} tidak dapat dibaca. Tulis akun@server:port, satu spasi, lalu kata sandinya.',

  // the portal in the browser
  PENYEDIA_TAK_TERJANGKAU:
    'Penyedia identitas tidak dapat dihubungi sekarang, jadi akun belum dihubungkan. Ulangi beberapa saat lagi.',
  ALAMAT_TIDAK_ADA: 'Alamat ini tidak ada, atau Anda tidak berhak membukanya. Kembali ke Beranda dan pilih dari menu.',
  PERMINTAAN_SALAH: 'Permintaan tidak dapat dibaca atau terlalu besar. Muat ulang halaman lalu ulangi.',
  ISIAN_SALAH: 'Isian {isian} {sebab}. Perbaiki isian itu lalu kirim lagi.',
  BELUM_MASUK: 'Anda belum masuk, atau sesi Anda sudah berakhir. Masuk lagi untuk meneruskan.',
  TIDAK_BERHAK: 'Peran Anda tidak mencakup tindakan ini. Bila diperlukan, mintalah kepada admin instansi Anda.',
  ASAL_LAIN:
    'Permintaan ini datang dari halaman di luar portal dan tidak dijalankan. Buka portal langsung lalu ulangi.',
  MASUK_SALAH:
    'Nama pengguna atau kata sandi tidak cocok. Periksa keduanya; bila lupa, mintalah sandi baru kepada admin.',
  MASUK_TUNGGU: 'Terlalu banyak percobaan masuk yang gagal. Tunggu {detik} detik lalu coba lagi.',
  KODE_SALAH:
    'Kode itu salah, sudah dipakai, atau waktunya habis. Masukkan kode terbaru; bila tetap ditolak, masuk dari awal.',
  SANDI_LAMA_SALAH: 'Kata sandi Anda yang sekarang tidak cocok. Periksa lalu ulangi.',
  SANDI_LEMAH: 'Kata sandi baru {sebab}. Pilih yang lain.',
  KUNCI_SANDI_DITOLAK:
    'Kunci sandi itu tidak dapat dipasang: jawabannya tidak sah, waktunya habis, atau sudah terpasang. Mulai lagi dari tombol Tambah kunci sandi.',
  KUNCI_SANDI_TAK_DIKENAL:
    'Kunci sandi itu tidak terdaftar untuk akun yang aktif, atau waktunya habis. Ulangi, atau masuk dengan kata sandi.',
  SUREL_DIPAKAI: 'Alamat surel itu sudah dipakai pengguna lain. Periksa ejaannya.',
  FAKTOR_KEDUA_ADA: 'Faktor kedua sudah terpasang. Matikan dahulu bila hendak memasang yang baru.',
  FAKTOR_KEDUA_BELUM: 'Faktor kedua belum disiapkan. Mulailah dari langkah memindai kode.',
  PERAN_DI_LUAR_HAK:
    'Anda tidak dapat memberi atau mengubah pengguna berperan {peran} di instansi ini. Mintalah kepada admin provinsi.',
  PENGGUNA_SENDIRI:
    'Akun sendiri tidak dapat diubah dari sini. Gunakan halaman keamanan akun, atau mintalah kepada admin lain.',
  SANDI_HARUS_DIGANTI: 'Kata sandi pertama harus diganti sebelum portal dapat dipakai. Ganti dahulu kata sandi Anda.',
  FAKTOR_KEDUA_HARUS_DIPASANG:
    'Akun Anda memerlukan faktor kedua. Pasang dahulu aplikasi kode atau kunci sandi di halaman keamanan akun Anda.',
  PENGGUNA_TIDAK_ADA: 'Tidak ada pengguna bernama {nama}. Periksa ejaannya.',
  NAMA_PENGGUNA_DIPAKAI: 'Nama pengguna {nama} sudah dipakai. Pilih nama lain.',
  PENGAMBILAN_DITAHAN:
    'Anda sudah mengambil {jumlah} {apa} dalam satu jam, jadi berhenti sebentar di sini. Tulis alasannya untuk meneruskan; admin instansi Anda dan admin provinsi diberi tahu.',
  PENGAMBILAN_TIDAK_DITAHAN: 'Tidak ada yang ditahan, jadi tidak perlu alasan. Teruskan pekerjaan Anda.',
  SEDANG_DIPULIHKAN:
    'Basis data portal sedang dipulihkan. Tunggu sebentar, muat ulang halaman untuk melihat apakah yang terakhir tersimpan, lalu teruskan.',
  PERUBAHAN_BERTABRAKAN:
    'Perubahan ini bertabrakan dengan perubahan lain pada saat yang sama, jadi tidak disimpan. Muat ulang halaman, lalu ulangi.',
  PERMINTAAN_TERLALU_LAMA:
    'Permintaan ini terlalu lama dikerjakan, jadi dihentikan dan tidak ada yang diubah. Persempit saringannya, atau ulangi beberapa saat lagi.',
  PORTAL_PENUH:
    'Ruang penyimpanan portal penuh, sehingga ini tidak disimpan. Sampaikan kepada pengelola portal; sesudah ada ruang, ulangi dari sini.',
  KESALAHAN_PORTAL:
    'Terjadi kesalahan di portal dan tidak ada yang diubah. Ulangi; bila terulang, sampaikan nomor rujukan kepada pengelola portal.',

  RAHASIA_TAK_TERBUKA:
    'Rahasia faktor kedua {jumlah} pengguna tidak terbuka dengan kunci yang ada. Kembalikan kunci yang dulu (PORTAL_KUNCI atau berkas kunci-rahasia); bila hilang, pulihkan pengguna itu dengan menghapus faktor keduanya.',
  SETELAN_SALAH: 'Setelan {nama} tidak dapat dipakai. Bentuknya: {bentuk}.',

  // the portal's own database
  BASIS_FOLDER_TERTUTUP:
    'Folder {folder} tertutup bagi akun postgres, yang menjalankan basis data bila Anda masuk sebagai root. Jalankan sebagai pengguna biasa, atau bukalah dengan: chmod o+x {folder}.',
  BASIS_TANPA_PROGRAM:
    'PostgreSQL bawaan tidak tersedia untuk sistem ini ({sistem}). Pasang PostgreSQL 15 atau lebih baru, lalu isi DATABASE_URL.',
  BASIS_TANPA_AKUN:
    'Sebagai root, basis data perlu akun postgres, dan akun itu tidak dapat dibuat di sini. Buat dengan: useradd --system --user-group postgres, atau jalankan sebagai pengguna biasa.',
  PORTAL_SUDAH_BERJALAN:
    'Portal di folder ini sudah berjalan: {alamat}. Buka alamat itu, atau hentikan dulu dengan Ctrl-C di terminalnya.',
  PORTAL_SEDANG_DISIAPKAN:
    'Portal di folder ini sedang disiapkan di terminal lain. Tunggu sampai alamatnya disebut di sana, atau hentikan dulu dengan Ctrl-C di terminal itu.',
  PORT_DIPAKAI:
    'Port {port} sedang dipakai program lain. Hentikan program itu, atau pilih port lain: PORT={lain} npm start (di Windows: set PORT={lain}, lalu npm start).',
  PORT_TERTUTUP:
    'Akun Anda tidak boleh memakai port {port}. Pilih port lain: PORT={lain} npm start (di Windows: set PORT={lain}, lalu npm start).',
  CONTOH_TERTUTUP:
    'Tanpa DATABASE_URL portal berisi akun contoh yang kata sandinya diketahui semua orang, jadi hanya dapat dibuka dari komputer ini. Hapus setelan HOST, atau isi DATABASE_URL.',
  BASIS_LEBIH_BARU:
    'Basis data portal sudah dipakai versi aplikasi yang lebih baru (migrasi {migrasi}). Jalankan versi itu, atau pulihkan cadangan sebelum pembaruan.',
  MIGRASI_BERUBAH:
    'Migrasi {migrasi} berbeda dari yang sudah diterapkan pada basis data. Kembalikan berkas itu; perubahan ditulis sebagai migrasi baru.',

  // live databases: the server
  BASIS_TAK_TERJANGKAU:
    'Server basis data {server} tidak dapat dihubungi. Periksa nama server, port, dan tembok apinya, lalu ulangi.',
  BASIS_SANDI:
    'Server {server} menolak akun {akun}: kata sandinya salah atau belum diberikan, atau akun itu tidak boleh masuk dari komputer ini. Isi variabel {variabel}, lalu ulangi.',
  BASIS_TIDAK_ADA:
    'Basis data {basis} tidak ada di server {server}, atau akun {akun} tidak boleh melihatnya. Periksa namanya, atau minta: {izin}.',
  BASIS_TANPA_TABEL: 'Akun {akun} tidak melihat satu tabel pun di basis data {basis}. Minta: {izin}.',
  BASIS_HAK: 'Akun {akun} tidak boleh membaca {tabel} di basis data {basis}. Minta: {izin}.',
  BASIS_BOLEH_MENULIS:
    'Akun {akun} di server {server} boleh mengubah data ({hak}), padahal membaca saja sudah cukup. Buat akun baru dengan satu izin saja: {izin}.',
  BASIS_TANPA_PEMBACA:
    'Pembaca SQL Server belum terpasang di komputer ini. Jalankan {perintah} sekali di folder aplikasi, lalu ulangi.',
  BASIS_ASING:
    'Yang menjawab di {server} bukan server basis data yang disebut di alamat itu. Periksa nama server dan portnya.',
  BASIS_TANPA_POTRET:
    'Basis data {basis} di server {server} tidak mengizinkan potret (SNAPSHOT), sehingga isinya dapat berubah selagi dibaca. Minta pengelolanya menjalankan ALTER DATABASE [{basis}] SET ALLOW_SNAPSHOT_ISOLATION ON, atau, bila tidak ada yang mengubah isinya selagi dibaca, tambahkan ?potret=tanpa pada alamatnya.',
  BASIS_MINTA_TLS:
    'Server {server} hanya menerima sambungan terenkripsi (TLS). Tambahkan ?tls=wajib pada alamatnya, dan ?ca=<berkas sertifikat server> bila sertifikatnya buatan sendiri.',
  BASIS_TANPA_TLS:
    'Server {server} tidak menyediakan sambungan terenkripsi (TLS). Aktifkan TLS di server itu, atau tambahkan ?tls=mati pada alamatnya bila jaringannya milik sendiri dan terjaga.',
  BASIS_SERTIFIKAT:
    'Sertifikat TLS server {server} tidak dapat dipercaya ({sebab}). Tambahkan ?ca=<berkas sertifikat server> pada alamatnya, dan &nama=<nama> bila nama di sertifikat lain dari nama servernya.',
  BASIS_CA: 'Berkas sertifikat {berkas} pada alamat basis data tidak dapat dibaca. Periksa letak dan isinya (PEM).',
  BASIS_PENUH: 'Server {server} sedang menolak sambungan baru karena penuh. Ulangi sesudah server longgar.',
  BASIS_WAKTU:
    'Server {server} tidak menjawab untuk {tabel} dalam batas waktu, atau tabel itu sedang dikunci. Ulangi saat server longgar.',
  BASIS_PUTUS:
    'Sambungan ke server {server} putus sebelum {tabel} selesai dibaca, sehingga basis data {basis} ditolak seluruhnya. Ulangi saat jaringan dan server stabil.',
  DIBATALKAN: 'Dihentikan dengan Ctrl-C. Kueri di server ikut dihentikan, dan hasil yang belum selesai tidak disimpan.',
  BASIS_DIBATALKAN: 'Pembacaan basis data {basis} dibatalkan, dan kuerinya sudah dihentikan di server.',
  BASIS_TOLAK: 'Server {server} menolak membaca {tabel} (kode {kode}). Sampaikan kode itu kepada pengelola basis data.',

  // reading of files: limits and damage
  BATAS_KEMBANG:
    'Isi berkas {berkas} mengembang melebihi {batas} saat dibuka. Pecah berkas itu atau kirim tanpa dimampatkan.',
  BATAS_RASIO:
    'Berkas {berkas} mengembang lebih dari {rasio} kali ukurannya, ciri berkas jebakan. Kirim ulang tanpa dimampatkan.',
  BATAS_UTUH:
    'Isi berkas {berkas} lebih besar dari {batas}, batas untuk jenis berkas ini atau untuk buku kerja di dalam berkas mampat. Simpan ulang sebagai .xlsx atau .csv dan kirim tanpa dimampatkan.',
  BATAS_KOLOM:
    'Tabel "{tabel}" di berkas {berkas} punya {jumlah} kolom; batasnya {batas}. Hapus kolom yang tidak dipakai.',
  BATAS_TABEL: 'Berkas {berkas} memuat lebih dari {batas} tabel. Ekspor hanya tabel kepegawaian.',
  BERKAS_TERPOTONG:
    'Berkas {berkas} terpotong atau rusak mulai baris ini; baris sebelumnya tetap dipakai. Kirim ulang berkas yang utuh.',

  // reading of files: rows and cells
  BARIS_KURANG_KOLOM:
    'Baris ini hanya punya {jumlah} sel, padahal judulnya {kolom} kolom. Periksa pemisah kolom dan ganti baris di dalamnya.',
  BARIS_LEBIH_KOLOM:
    'Baris ini punya {jumlah} sel, padahal judulnya {kolom} kolom. Apit sel yang memuat pemisah dengan tanda kutip.',
  BARIS_KUTIP_TERBUKA:
    'Tanda kutip di baris ini tidak ditutup, sehingga batas selnya tidak jelas. Tutup atau gandakan tanda kutip itu.',
  BARIS_TERLALU_PANJANG: 'Baris ini lebih panjang dari {batas}. Periksa ganti baris dan tanda kutip di sekitarnya.',
  BARIS_TERHAPUS: 'Baris ini bertanda hapus di berkas DBF. Jalankan PACK, atau batalkan hapusnya bila masih dipakai.',
  BARIS_RUSAK: 'Susunan baris ini rusak sehingga selnya tidak dapat dipisahkan. Ekspor ulang dari aplikasi asalnya.',
  SEL_TERLALU_BESAR: 'Isi sel ini lebih besar dari {batas}. Pindahkan isinya ke lampiran, lalu kosongkan selnya.',
  SEL_PENYANDIAN: 'Huruf di sel ini rusak oleh penyandian campuran. Tulis ulang selnya, lalu ekspor sebagai UTF-8.',
  SEL_NUL: 'Sel ini memuat karakter kosong (NUL). Tulis ulang selnya di aplikasi asal.',
  SEL_MEMO:
    'Isi kolom memo tersimpan di berkas .dbt/.fpt yang tidak ikut dikirim. Ekspor tabelnya sebagai CSV bila perlu.',

  // values of cells
  DIGIT_RUSAK:
    'Angka panjang ini rusak oleh aplikasi lembar kerja (bentuk 1,99E+17 atau desimal), sehingga digit terakhirnya hilang. Ubah kolomnya menjadi Teks di aplikasi asal, lalu ekspor ulang.',
  DIGIT_KARAKTER: 'Nilai ini memuat huruf atau tanda, padahal seharusnya hanya angka. Perbaiki di aplikasi asal.',
  NIP_PANJANG: 'NIP harus 18 digit. Lengkapi atau perbaiki NIP menurut SK.',
  NIP_TANGGAL_LAHIR: 'Digit 1-8 NIP bukan tanggal lahir yang ada di kalender. Periksa NIP menurut SK.',
  NIP_BULAN: 'Digit 13-14 NIP bukan bulan pengangkatan (01-12) dan bukan tanda PPPK (21-29). Periksa NIP menurut SK.',
  NIP_KELAMIN: 'Digit 15 NIP harus 1 (laki-laki) atau 2 (perempuan). Periksa NIP menurut SK.',
  NIP_URUT:
    'Tiga digit terakhir NIP adalah 000, nomor urut yang tidak pernah dipakai. Bila banyak baris berakhir 000, kolom NIP tersimpan sebagai angka: ubah menjadi Teks dan ekspor ulang.',
  NIP_USIA: 'Menurut NIP, usia saat diangkat di luar 15 sampai 80 tahun. Periksa tanggal lahir dan TMT di dalam NIP.',
  NIP_LAMA_PANJANG: 'NIP lama harus 9 digit. Perbaiki menurut SK konversi NIP.',
  NIK_PANJANG: 'NIK harus 16 digit. Lengkapi menurut KTP atau kartu keluarga.',
  NIK_TANGGAL: 'Digit 7-12 NIK bukan tanggal lahir yang ada di kalender. Periksa NIK menurut KTP.',
  NIK_DIBULATKAN:
    'Semua NIK di kolom ini berakhir 0, tanda kolomnya tersimpan sebagai angka sehingga digit ke-16 hilang. Ubah kolomnya menjadi Teks di aplikasi asal, lalu ekspor ulang.',
  NPWP_PANJANG: 'NPWP harus 15 atau 16 digit. Perbaiki menurut kartu NPWP.',
  TELEPON_TIDAK_TERBACA: 'Nilai ini bukan nomor telepon. Isi dengan nomor seperti 081234567890.',
  EMAIL_TIDAK_TERBACA: 'Nilai ini bukan satu alamat email. Isi dengan satu alamat seperti nama@contoh.id.',
  GOLONGAN_TIDAK_DIKENAL:
    'Golongan ini tidak dikenal. Isi dengan I/a sampai IV/e, atau I sampai XVII untuk PPPK, atau petakan kodenya.',
  GOLONGAN_BERTENTANGAN:
    'Nama pangkat dan golongan di sel ini tidak cocok satu sama lain. Perbaiki menurut SK pangkat.',
  TANGGAL_TIDAK_TERBACA: 'Tanggal ini tidak dapat dibaca. Tulis sebagai dd-mm-yyyy.',
  TANGGAL_TIDAK_ADA: 'Tanggal ini tidak ada di kalender. Periksa hari dan bulannya menurut dokumen.',
  TANGGAL_TIDAK_LENGKAP:
    'Hari, bulan, dan tahun di kolom-kolom ini tidak terisi semuanya. Lengkapi ketiganya, atau kosongkan semuanya.',
  GABUNGAN_TANPA_TANGGAL:
    'Isi sel ini tidak dapat dipisahkan menjadi teks dan satu tanggal. Tulis seperti "Kudus, 12-03-1980", atau pakai dua kolom.',
  GABUNGAN_BAGIAN:
    'Isi sel ini tidak terbagi menjadi bagian sebanyak yang disebut pemetaan. Lengkapi bagian dan pemisahnya di aplikasi asal.',
  TAHUN_TIDAK_TERBACA: 'Tahun ini tidak dapat dibaca. Tulis empat digit, misalnya 2015.',
  MASA_KERJA_TIDAK_TERBACA: 'Masa kerja ini tidak dapat dibaca. Tulis seperti "12 tahun 3 bulan".',
  BILANGAN_TIDAK_TERBACA: 'Bilangan ini tidak dapat dibaca. Tulis angka dengan koma desimal, misalnya 1.234,5.',
  UANG_TIDAK_TERBACA: 'Jumlah uang ini bukan rupiah bulat. Tulis seperti 2660700.',
  BOOLEAN_TIDAK_TERBACA: 'Nilai ini bukan ya atau tidak. Tulis ya atau tidak.',
  KODE_TIDAK_DIKENAL:
    'Kode atau label ini tidak ada di tabel acuannya. Lengkapi tabel kode di aplikasi asal, atau petakan kode ini.',

  // rows that are no facts about a person in service
  BARIS_TIDAK_AKTIF:
    'Pegawai ini sudah tidak aktif menurut Simpeg (pensiun, pindah, berhenti, atau meninggal), sehingga tidak disandingkan.',
  BARIS_RIWAYAT: 'Baris ini riwayat orang yang sudah dibaca; yang disandingkan baris terakhirnya.',
  BARIS_BUKAN_ASN: 'Baris ini bukan pegawai ASN menurut Simpeg, sehingga tidak disandingkan.',
  BARIS_USULAN: 'Baris ini usulan perubahan yang belum disahkan, sehingga tidak disandingkan.',
  BARIS_DATA_UJI: 'Baris ini data percobaan, bukan pegawai. Hapus dari aplikasi asal.',
  BARIS_JUDUL:
    'Baris ini mengulang judul kolom, bukan data seorang pegawai (misalnya dua ekspor yang disambung). Hapus baris itu bila mengganggu.',
  BARIS_BUKAN_ORANG:
    'Baris ini tidak memuat NIP, NIK, atau nama dengan tanggal lahir, jadi bukan data seorang pegawai (misalnya jumlah atau tanda tangan).',

  // corrections: why a value is not written back into the Simpeg
  TULIS_TANPA_KOLOM: 'Kiriman Simpeg ini tidak punya kolom untuk isian ini menurut pemetaannya.',
  TULIS_NILAI_BKN: 'Nilai BKN tidak dapat dibaca sebagai nilai isian ini. Periksa berkas selisihnya.',
  TULIS_TANPA_BENTUK: 'Cara menulis nilai ini di kolom itu tidak diketahui. Isi lewat aplikasi Simpeg.',
  TULIS_TANPA_KODE:
    'Simpeg ini belum punya kode untuk nilai BKN itu. Tambahkan di tabel kodenya, atau isi lewat aplikasi Simpeg.',
  TULIS_TANPA_EJAAN:
    'Tidak ada baris di kiriman ini yang memuat nilai BKN itu, sehingga ejaan Simpeg untuknya tidak diketahui. Isi lewat aplikasi Simpeg.',
  TULIS_AMBIGU: 'Simpeg ini punya lebih dari satu kode untuk nilai BKN itu. Pilih sendiri lewat aplikasi Simpeg.',
  TULIS_KOSONG: 'Cara Simpeg ini mengosongkan kolom itu tidak diketahui. Kosongkan lewat aplikasi Simpeg.',
  TULIS_TAK_TERBACA:
    'Nilai yang ditulis ke kolom itu tidak terbaca kembali sebagai nilai BKN. Isi lewat aplikasi Simpeg.',
  TULIS_ISIAN_LAIN:
    'Perubahan ini ikut mengubah isian lain, karena kolomnya dipakai bersama atau menentukan kolom lain. Ubah lewat aplikasi Simpeg.',
  TULIS_BERUBAH: 'Nilai di berkas Simpeg sudah lain dari yang tercatat di selisih. Jalankan lagi rekonsiliasi.',
  TULIS_ORANG: 'Orang ini tidak ditemukan, atau lebih dari satu, di berkas Simpeg. Pakai kiriman yang disandingkan.',
  TULIS_KUNCI: 'Kunci barisnya di Simpeg kosong atau ganda, sehingga barisnya tidak dapat ditunjuk dengan pasti.',
  TULIS_KOLOM_KUNCI: 'Kolom itu kunci pegawai di Simpeg. Ubah lewat aplikasi Simpeg supaya riwayatnya ikut.',
  TULIS_RIWAYAT:
    'Isian ini tersimpan di tabel riwayat, dan baris riwayatnya belum ada. Tambahkan lewat aplikasi Simpeg.',
  TULIS_RIWAYAT_GANDA:
    'Baris riwayat yang berlaku tidak dapat ditunjuk dengan pasti, atau dipakai lebih dari satu orang. Ubah lewat aplikasi Simpeg.',
  TULIS_RIWAYAT_URUTAN:
    'Sesudah diubah, baris riwayat ini bukan lagi yang terbaru. Periksa urutan riwayatnya di aplikasi Simpeg.',
  TULIS_RIWAYAT_WAJIB:
    'Ini perlu baris riwayat baru, dan kolom yang wajib diisi di sana tidak ada nilainya di BKN: {jenis}. Tambahkan lewat aplikasi Simpeg.',
  TULIS_RIWAYAT_TANDA:
    'Ini perlu baris riwayat baru, sedangkan tabelnya menandai baris yang berlaku. Tambahkan lewat aplikasi Simpeg supaya tandanya ikut pindah.',
  TULIS_RIWAYAT_BARU:
    'Ini perlu baris riwayat baru, sedangkan susunan tabelnya tidak diketahui dari kiriman ini. Tambahkan lewat aplikasi Simpeg.',
  TULIS_JENIS_KOLOM:
    'Nilai ini tidak muat atau tidak sesuai dengan jenis kolomnya ({jenis}). Isi lewat aplikasi Simpeg.',
  TULIS_KOLOM_OTOMATIS: 'Kolom itu diisi sendiri oleh basis data Simpeg dari kolom lain, sehingga tidak dapat ditulis.',
  TULIS_KOLOM_WAJIB: 'Kolom itu wajib diisi di basis data Simpeg, sehingga tidak dapat dikosongkan.',
  TULIS_HURUF:
    'Nilai ini memuat huruf yang tidak dapat disimpan kolom itu (set karakter {jenis}). Isi lewat aplikasi Simpeg dengan huruf biasa.',
  TULIS_ZONA_WAKTU:
    'Kolom itu bertipe timestamp: isinya di dump dapat bergeser menurut zona waktu, sehingga tidak dapat dicocokkan. Isi lewat aplikasi Simpeg.',
  TULIS_SYARAT: 'Nilai ini tidak memenuhi syarat tabelnya di basis data Simpeg ({jenis}). Isi lewat aplikasi Simpeg.',
  TULIS_SYARAT_ASING:
    'Tabelnya punya syarat yang tidak dapat diperiksa di sini ({jenis}), dan satu penolakan membatalkan seluruh paket. Isi lewat aplikasi Simpeg.',
  TULIS_KEMBAR:
    'Nilai ini sudah dipakai baris lain, sedangkan kolom itu tidak boleh kembar. Periksa kedua orangnya di aplikasi Simpeg.',
  TULIS_CSV:
    'Isi selnya diawali tanda rumus (=, +, -, @), dan CSV tidak dapat membawanya utuh. Pakai --bentuk xlsx, yang menyimpannya sebagai teks.',
  TULIS_WEWENANG:
    'Untuk isian ini Simpeg yang berwenang, jadi BKN yang diperbaiki. Isi keputusan "bkn" bila BKN yang benar.',
  TULIS_BKN_KOSONG: 'BKN kosong, jadi Simpeg tidak dikosongkan. Isi keputusan "bkn" bila memang harus kosong.',
  TULIS_TAK_TERBANDING: 'Nilai Simpeg tidak diketahui artinya. Isi keputusan "bkn" bila nilai BKN yang dipakai.',
  TULIS_NIP: 'NIP di baris ini bukan 18 digit, sehingga orangnya tidak dapat dicari. Pakai berkas selisih yang asli.',
  CATATAN_TANPA_TRANSAKSI:
    'Tabel {tabel} disimpan sebagai {mesin}, yang tidak mengenal transaksi: bila paket terhenti di tengah, sebagian sudah terpasang. Jalankan lagi paketnya, atau jalankan batal.sql.',
  CATATAN_PEMICU:
    'Tabel {tabel} punya pemicu (trigger): isi lain dapat ikut berubah. batal.sql mengembalikan kolom yang ditulis paket, bukan yang diubah pemicu.',
  CATATAN_KOLOM_WAKTU:
    'Kolom {kolom} di tabel {tabel} berganti sendiri setiap kali barisnya diubah; batal.sql tidak mengembalikannya.',
  CATATAN_NOMOR:
    'Nomor baris baru di tabel {tabel} diberi oleh basis data. Sesudah batal.sql barisnya hilang, tetapi nomor itu tidak dipakai lagi.',
  CATATAN_TAMBAH:
    'Baris riwayat baru ditulis terpisah ({berkas}). Impor sekali saja: sebuah berkas tidak dapat mencegah baris kembar.',
  SELISIH_BUKAN:
    'Berkas {berkas} bukan hasil rekonsiliasi: kolom {kolom} tidak ada. Pakai selisih.csv dari folder hasil rekonsiliasi.',
  PERBAIKAN_TANPA_KIRIMAN:
    'Berkas kiriman Simpeg untuk pemetaan ini tidak ditemukan. Sebutkan dengan --simpeg <berkas>.',
  PERBAIKAN_BUKAN_DUMP:
    'Bentuk sql hanya untuk kiriman berupa dump basis data, sedangkan {berkas} bukan. Pilih --bentuk csv atau xlsx.',
  PERBAIKAN_TABEL_DISUSUN:
    'Pegawai kiriman ini ada di beberapa tabel ({tabel}), sehingga perintah SQL untuk satu tabel tidak cukup. Pilih --bentuk csv atau xlsx, atau sandingkan tiap tabel sendiri dengan berkas#tabel.',
  PERBAIKAN_SQLSERVER:
    'Perintah SQL untuk SQL Server belum dibuat di sini. Pilih --bentuk csv atau xlsx, lalu masukkan lewat aplikasi Simpeg.',
  PERBAIKAN_BANYAK_INSTANSI:
    'Berkas {berkas} memuat beberapa instansi ({ada}). Sebutkan salah satu: --simpeg <instansi>=<berkas>.',
  PERBAIKAN_TANPA_KUNCI:
    'Tabel {tabel} di berkas {berkas} tidak punya kolom kunci pegawai yang terisi. Petakan kolom NIP atau nomor pegawainya.',

  // data-quality index
  IKD_BUKAN_EKSPOR:
    'Berkas {berkas} bukan ekspor "Data ASN" BKN: kolom {kolom} tidak ada. Ekspor ulang dari SIASN tanpa mengubah judul kolom.',
  IKD_INDIKATOR_TIDAK_DIKENAL: 'Indikator {kode} tidak dikenal. Pilih salah satu dari {pilihan}.',

  // reference tables
  REFERENSI_TANPA_ID: 'Baris tanpa id tidak dapat dirujuk. Lengkapi kolom {kolom} atau hapus baris itu.',
  REFERENSI_TANPA_NAMA: 'Baris dengan id {id} tidak bernama. Lengkapi kolom {kolom} atau hapus baris itu.',
  REFERENSI_DIHAPUS: 'Baris dengan id {id} sudah ditandai hapus oleh BKN dan tidak dipakai.',
  REFERENSI_GANDA: 'Baris dengan id {id} sama persis dengan baris sebelumnya; cukup satu yang dipakai.',
  REFERENSI_KOLOM_KURANG:
    'Berkas {berkas} tidak memuat kolom {kolom} yang diperlukan tabel {tabel}. Unduh ulang tabel itu.',
  REFERENSI_TIDAK_ADA: 'Folder {folder} tidak memuat satu pun tabel acuan yang dikenal. Periksa letak foldernya.',
  REFERENSI_RUSAK: 'Tabel acuan {tabel} di {folder} rusak atau terpotong. Jalankan lagi perintah referensi impor.',

  // crosswalks
  SILANG_RUSAK: 'Berkas silang {berkas} rusak atau bukan berkas silang. Kembalikan berkas itu dari cadangan.',
  SILANG_RUSAK_DI:
    'Berkas silang {berkas} rusak pada baris {baris}, huruf ke-{huruf}: {sebab}. Betulkan bagian itu, atau kembalikan berkasnya dari cadangan.',
  SILANG_TIDAK_ADA:
    'Folder silang {folder} tidak ada. Periksa ejaannya; folder itu dibuat oleh silang putuskan atau silang terima.',
  SILANG_TERKUNCI:
    'Silang di {folder} sedang diubah proses lain, jadi keputusan ini belum disimpan. Ulangi sebentar lagi; bila tidak ada yang sedang bekerja, hapus berkas {kunci}.',
  SILANG_KUNCI_BASI:
    'Berkas {kunci} ditinggalkan proses {pid}, yang sudah berhenti mendadak, jadi dibersihkan. Periksa dengan silang daftar apakah keputusannya yang terakhir tersimpan.',
  SILANG_TANPA_NILAI: 'Kode dan label Simpeg kosong, sehingga tidak ada yang dapat disilangkan. Isi salah satunya.',
  SILANG_TANPA_ID: 'Id BKN untuk "{nilai}" belum diisi. Isi kolom id_bkn, atau --id.',
  SILANG_PRIBADI:
    'Nilai ini tampak seperti data seseorang (nomor panjang, alamat surel, atau kalimat), sehingga tidak disimpan sebagai silang. Perbaiki isinya di Simpeg.',
  SILANG_MASA: 'Masa berlaku silang "{nilai}" berakhir sebelum mulai. Periksa --mulai dan --sampai.',
  SILANG_SUDAH_BERARTI:
    'Nilai "{nilai}" sudah berarti "{arti}". Bila artinya berubah, sebutkan sejak kapan dengan --mulai; bila arti lama keliru, tolak dulu yang lama.',
  SILANG_PENUH: 'Silang instansi ini sudah terlalu banyak. Buang yang tidak dipakai lagi.',
  SILANG_KOLOM: 'Isian "{kolom}" tidak disilangkan{saran}. Pilih salah satu dari {pilihan}.',
  SILANG_INSTANSI: 'Kode instansi "{instansi}" tidak dikenal. Pakai kode empat angka BKN, misalnya 6410.',
  SILANG_BUKAN: 'Berkas {berkas} bukan usulan silang: kolom {kolom} tidak ada. Pakai hasil perintah silang usul.',
  SILANG_KEPUTUSAN: 'Isi keputusan "{isi}" tidak dikenal. Tulis terima atau tolak, atau kosongkan.',
  SILANG_SIDIK:
    'Kode atau label di baris ini berubah sejak diusulkan (sering karena Excel membuang nol di depan). Kembalikan seperti semula, atau usulkan lagi ke berkas .xlsx.',
  SILANG_ID_TIDAK_ADA: 'Id BKN "{id}" tidak ada di tabel acuan {tabel}. Periksa id itu, atau impor tabel yang terbaru.',
  ACUAN_BUKAN:
    'Folder {folder} tidak memuat hasil referensi impor, jadi hanya tabel acuan bawaan yang dipakai. Impor dulu: npm run -s portal -- referensi impor <folder tabel> --ke {folder}.',
  SILANG_TANPA_ACUAN:
    'Belum ada tabel acuan nasional yang diimpor, jadi tidak ada yang dapat diperiksa. Jalankan dulu referensi impor.',

  // the portal: deliveries and what was found
  KIRIMAN_DITOLAK: '{sebab}',
  KIRIMAN_BKN_BELUM_TERBIT:
    'Data BKN belum terbit di portal, sehingga kiriman ini belum dapat disandingkan. Minta BKN menerbitkan kirimannya, lalu kirim ulang.',
  KIRIMAN_SUDAH_ADA: 'Berkas ini sudah diproses pada {tanggal}. Buka kiriman itu, atau kirim berkas yang lebih baru.',
  KIRIMAN_DIKIRIM_LAGI: 'Berkas ini sudah dikirim lagi sesudah ditolak. Petakan kiriman yang lebih baru itu.',
  KIRIMAN_KEADAAN: 'Kiriman ini berkeadaan "{keadaan}", sehingga tidak dapat {tindakan}. Muat ulang halaman ini.',
  SUREL_MASIH_MENUNGGU: 'Surel ini masih menunggu dikirim. Bila belum terkirim, lihat sebabnya di kolom Keadaan.',
  KIRIMAN_TANPA_SEBELUMNYA: 'Belum ada kiriman terbit sebelum ini, jadi tidak ada yang dapat dikembalikan.',
  KIRIMAN_BERGANTI:
    'Data yang menjadi dasar pemeriksaan ini sudah berganti. Kiriman sedang diperiksa ulang; terbitkan sesudah selesai.',
  KIRIMAN_BKN_TIDAK_KEMBALI:
    'Data BKN dipakai semua instansi dan tidak dapat dikembalikan dari sini. Kirim berkas BKN yang benar.',
  PEMETAAN_SUDAH_SAH: 'Pemetaan versi {versi} sudah berlaku. Muat ulang halaman ini.',
  PEMETAAN_BELUM_DIUJI:
    'Pemetaan versi {versi} belum dicoba pada kiriman yang lalu. Coba dahulu, lalu lihat sel mana yang akan berubah.',
  PEMETAAN_UBAHAN: 'Ubahan pemetaan tidak dapat dipakai: {sebab}. Muat ulang halaman, lalu ulangi ubahan itu.',
  PEMETAAN_TABEL_LAIN:
    'Kedua pemetaan membaca tabel yang berlainan, jadi selnya tidak dapat dibandingkan. Periksa sepuluh orangnya sebelum mengesahkan.',
  PEMETAAN_BELUM_ADA:
    'Kiriman ini belum selesai diperiksa, jadi pemetaannya belum ada. Buka lagi sesudah pemeriksaan selesai.',
  GERBANG_MENAHAN: 'Penerbitan ditahan: {sebab} Periksa berkasnya, atau tulis alasan untuk tetap menerbitkan.',
  UNGGAH_LETAK: 'Unggahan terputus di byte {letak}. Lanjutkan dari sana.',
  UNGGAH_LEBIH: 'Berkas yang diunggah lebih besar dari yang diumumkan ({besar} byte). Mulai lagi dari awal.',
  UNGGAH_TERLALU_BESAR: 'Berkas lebih besar dari {batas} MB. Kemas dengan ZIP, atau ekspor sebagai CSV.',
  DISK_PENUH:
    'Ruang disk portal hampir penuh, jadi kiriman baru belum diterima. Data yang terbit tetap dapat dibaca. Sampaikan kepada pengelola portal.',
  UNGGAH_SIDIK: 'Isi berkas berubah selama diunggah. Mulai lagi dari awal.',
  ISIAN_TIDAK_TERSAMAR: 'Isian "{isian}" tidak tersamar, jadi tidak perlu dibuka.',
  UNGGAH_DITINGGALKAN:
    'Unggahan ini tidak dilanjutkan selama {hari} hari, jadi dibatalkan. Kirim berkasnya lagi bila perlu.',
  KIRIMAN_BERKAS_DIHAPUS:
    'Berkas kiriman ini sudah dihapus karena masa simpannya habis. Kirim berkas itu lagi bila masih ada.',
  EKSPOR_ALASAN:
    'Ekspor {baris} baris melampaui {batas}, jadi alasannya dicatat. Tulis untuk apa data ini dipakai, lalu ekspor lagi.',
  EKSPOR_TIADA: 'Tautan unduhan ini sudah dipakai atau kedaluwarsa. Ekspor lagi dari daftarnya.',
  EKSPOR_BELUM_SIAP: 'Berkas ekspor ini belum siap. Tunggu sampai selesai disusun; kabarnya muncul di bilah atas.',
  TAMPILAN_NAMA:
    'Anda sudah punya tampilan bernama "{nama}" pada daftar ini. Pakai nama lain, atau perbarui yang lama.',
  TAMPILAN_TERLALU_BANYAK: 'Anda sudah menyimpan {batas} tampilan pada daftar ini. Hapus yang tidak dipakai lagi.',
  KEPUTUSAN_KOSONG:
    'Tidak ada selisih terbuka yang dapat diputuskan di sini: semuanya sudah diputuskan atau sudah dikirim. Muat ulang daftarnya.',
  KEPUTUSAN_BENTROK:
    '{jumlah} dari selisih ini sudah berubah atau diputuskan orang lain sejak daftar Anda dimuat, sehingga pilihan Anda "{anda}" tidak disimpan dan tidak satu pun diubah. Muat ulang daftarnya, bandingkan keputusannya, lalu putuskan lagi bila perlu.',
  KEPUTUSAN_BENTROK_SATU:
    'Selisih ini sudah diputuskan orang lain: {kini}. Pilihan Anda "{anda}" tidak disimpan. Muat ulang daftarnya, bandingkan keduanya, lalu putuskan lagi bila perlu.',
  KEPUTUSAN_TUNDA:
    'Tanggal buka kembali hanya untuk tunda, dan harus sesudah hari ini. Pilih tanggal yang akan datang.',
  KEPUTUSAN_DATA_BERGANTI:
    'Data instansi ini terbit lagi sejak daftar Anda dimuat, sehingga tidak satu pun diubah. Muat ulang daftarnya, lalu putuskan lagi.',
  KEPUTUSAN_SEDANG_TERBIT: 'Data instansi ini sedang diterbitkan. Coba lagi sebentar lagi.',
  KEPUTUSAN_TERKIRIM:
    '{perkara} selisih dari keputusan ini sudah dikirim sebagai perbaikan, sehingga keputusannya tidak dapat diurungkan. Tunggu kiriman berikutnya, lalu putuskan lagi bila hasilnya lain.',
  KEPUTUSAN_BERGANTI: 'Keputusan ini sudah disahkan, ditolak, atau diurungkan. Muat ulang halaman ini.',
  KEPUTUSAN_SENDIRI: 'Keputusan tidak dapat disahkan oleh orang yang mengambilnya. Minta verifikator memeriksanya.',
  PROSES_TERHENTI: 'Pemeriksaan terhenti di tengah jalan. Portal mencobanya lagi.',

  // workbooks (XLSX)
  XLSX_BUKAN:
    'Berkas {berkas} bukan buku kerja XLSX. Buka dengan aplikasi asalnya, lalu Simpan Sebagai "Excel Workbook (.xlsx)".',
  XLSX_RUSAK:
    'Berkas {berkas} rusak atau terpotong pada bagian {bagian}. Salin atau unduh ulang; bila tetap gagal, buka di aplikasi asalnya dan simpan ulang.',
  XLSX_TIDAK_AMAN:
    'Berkas {berkas} memuat {temuan} yang tidak pernah ada dalam berkas biasa, sehingga ditolak. Buka di aplikasi asalnya dan simpan ulang.',
  XLSX_MENGEMBANG:
    'Bagian {bagian} dalam berkas {berkas} mengembang lebih dari {batas} kali ukurannya, sehingga ditolak. Hapus baris dan kolom kosong yang berformat, lalu simpan ulang.',
  XLSX_TERLALU_BESAR:
    'Bagian {bagian} dalam berkas {berkas} lebih besar dari {batas} MB. Bagi menjadi beberapa berkas, atau ekspor sebagai CSV.',
  XLSX_TERLALU_BANYAK:
    'Berkas {berkas} memuat lebih dari {batas} {hal}. Pisahkan yang diperlukan ke dalam berkas tersendiri.',
  XLSX_KOLOM:
    'Lembar "{lembar}" dalam berkas {berkas} terisi sampai melewati kolom ke-{batas}. Hapus kolom yang tidak diperlukan, lalu simpan ulang.',
  XLSX_SEL_GALAT: 'Sel ini berisi galat rumus. Perbaiki rumusnya atau ganti dengan nilainya.',
  XLSX_SEL_TANPA_NILAI:
    'Sel ini berisi rumus tanpa hasil tersimpan. Buka di Excel, biarkan menghitung, lalu simpan ulang.',
  XLSX_SEL_DI_LUAR: 'Sel ini berada di kanan tabel, tanpa judul kolom. Beri judul kolomnya atau kosongkan selnya.',
  XLSX_SEL_RUSAK: 'Isi sel ini menunjuk teks yang tidak ada dalam berkas. Buka di aplikasi asalnya dan simpan ulang.',
} as const;

export type ProblemCode = keyof typeof MESSAGES;
