/**
 * Tables of vendors that do not exist: the half that may be looked at while proposals are improved. One line a column: name | field
 * (`-` must stay unmapped, `!` must be kept secret) | how it is written. `isi:` names what stands in a column without a field
 * (`fill-traps.ts`). Frozen: a wrong answer is repaired, a hard one is not removed.
 */
export const TUNED_VENDORS = `
# belanda pegawai tb_medewerker
volgnummer | - | isi:urut
personeelsnr | nip
oud_personeelsnr | nip_lama
achternaam | nama
titel_voor | gelar_depan
titel_achter | gelar_belakang
geboorteplaats | tempat_lahir
geboortedatum | tanggal_lahir | dd-mm-yyyy
geslacht | jenis_kelamin
godsdienst | agama | words
burgerlijke_staat | status_perkawinan | words
geboortedatum_partner | - | isi:lahir-pasangan dd-mm-yyyy
naam_partner | nama_pasangan
aantal_kinderen | jumlah_anak
adres | alamat
postcode | kode_pos
telefoon_mobiel | no_hp
email_adres | email
golongan_nu | golongan | roman
golongan_vorig | - | isi:golongan-lama
ingang_golongan | tmt_golongan | dd-mm-yyyy
besluit_nr_golongan | no_sk_golongan
besluit_datum_golongan | tgl_sk_golongan | dd-mm-yyyy
ingang_cpns | tmt_cpns | dd-mm-yyyy
ingang_pns | tmt_pns | dd-mm-yyyy
functie | jabatan | text
ingang_functie | tmt_jabatan | dd-mm-yyyy
afdeling | unit_kerja | text
dienst | unit_organisasi_induk | text
opleiding_niveau | pendidikan_tingkat | words
opleiding_richting | pendidikan_nama | text
opleiding_jaar | pendidikan_tahun_lulus
basissalaris | gaji_pokok
bruto_salaris | - | isi:uang
belastingnummer | npwp
bankrekening | no_rekening
pensioendatum | tmt_pensiun | dd-mm-yyyy
pasfoto | - | isi:foto
wachtwoord | ! | isi:sandi
aangemaakt_op | - | isi:waktu
gewijzigd_door | - | isi:pengguna
reserve1 | - | isi:kosong
reserve2 | - | isi:kosong
bedrijfscode | - | isi:konstan

# hongaria pegawai TPegawai
intIdPeg | @pegawai_key
strNipBaru | nip | blanks
strNipLm | nip_lama
strNmLengkap | nama
strGlrDpn | gelar_depan
strGlrBlkg | gelar_belakang
strTmpLhr | tempat_lahir
dtTglLhr | tanggal_lahir | dd/mm/yyyy
chrJnsKel | jenis_kelamin | L/P
chrUkrBaju | - | isi:ukuran-baju
intKdAgm | agama | local code
intKdKwn | status_perkawinan | local code
strNmIbu | - | isi:nama-orang
strNmPsg | nama_pasangan
dtTglNkh | - | isi:tgl-nikah
dtLhrPsg | - | isi:lahir-pasangan
strNoKtp | nik
strNoKk | no_kk
strNoHp | no_hp
strHpDarurat | - | isi:telepon
intKdGol | golongan | local code
strNmPkt | pangkat_nama | text
dtTmtPkt | tmt_golongan | dd/mm/yyyy
strNoSkPkt | no_sk_golongan
dtTglSkPkt | tgl_sk_golongan | dd/mm/yyyy
strPjbSkPkt | pejabat_sk_golongan
intMkThn | masa_kerja_tahun
intMkBln | masa_kerja_bulan
dtTmtCpns | tmt_cpns | dd/mm/yyyy
strSkCpns | no_sk_cpns
dtTmtPns | tmt_pns | dd/mm/yyyy
strSkPns | no_sk_pns
dtTmtKgb | tmt_kgb | dd/mm/yyyy
strSkKgb | no_sk_kgb
dtKgbDtg | tmt_kgb_berikutnya | dd/mm/yyyy
dblGapok | gaji_pokok
dblTunjab | tunjangan_jabatan
strNmJab | jabatan | text
intJnsJab | jenis_jabatan | local code
dtTmtJab | tmt_jabatan | dd/mm/yyyy
dtTglLantik | tgl_pelantikan | dd/mm/yyyy
intKdEsl | eselon | local code
strNmUker | unit_kerja | text
intKdOpd | unit_organisasi_induk | local code
intKdPend | pendidikan_tingkat | local code
strJur | pendidikan_nama | text
strNmSek | pendidikan_lembaga
intThnLls | pendidikan_tahun_lulus
blnAktif | - | isi:ya-tidak
strPwd | ! | isi:sandi
strPinAbsen | ! | isi:pin
intIdFinger | - | isi:sidik-jari
strFilePhoto | - | isi:foto
dtUpdate | - | isi:waktu

# laravel pegawai employees
id | @pegawai_key
uuid | - | isi:uuid
user_id | - | isi:sidik-jari
nip | nip
nama_tanpa_gelar | nama
gelar_dpn | gelar_depan
gelar_blkg | gelar_belakang
tempat_lahir | tempat_lahir
tanggal_lahir | tanggal_lahir | yyyy-mm-dd
gender_id | jenis_kelamin | code
agama_id | agama | local code
marital_id | status_perkawinan | local code
blood_type | golongan_darah | words
email_pribadi | email
email_kantor | email_dinas
email_verified_at | - | isi:waktu
phone | no_hp
emergency_phone | - | isi:telepon
emergency_name | - | isi:nama-orang
address | alamat
address_ktp | - | isi:alamat-lain
village | alamat_kelurahan
sub_district | alamat_kecamatan
regency | alamat_kabupaten
postal | kode_pos
pangkat_id | golongan | local code
pangkat_sebelum_id | - | isi:kode-kecil
tmt_pangkat | tmt_golongan | yyyy-mm-dd
nomor_sk_pangkat | no_sk_golongan
tanggal_sk_pangkat | tgl_sk_golongan | yyyy-mm-dd
jabatan_type_id | jenis_jabatan | local code
jabatan_name | jabatan | text
tmt_jabatan | tmt_jabatan | yyyy-mm-dd
atasan_id | - | isi:sidik-jari
nip_atasan | - | isi:nip-atasan
unit_kerja_id | unit_kerja | local code
unit_kerja_name | unit_kerja | text
parent_unit_name | unit_organisasi_induk | text
pendidikan_terakhir_id | pendidikan_tingkat | local code
jurusan_name | pendidikan_nama | text
tahun_lulus | pendidikan_tahun_lulus
tmt_cpns | tmt_cpns | yyyy-mm-dd
tmt_pns | tmt_pns | yyyy-mm-dd
tmt_pensiun | tmt_pensiun | yyyy-mm-dd
nik | nik
npwp | npwp
photo_path | - | isi:foto
fingerprint_id | - | isi:sidik-jari
password | ! | isi:sandi
remember_token | ! | isi:token
api_key | ! | isi:token
otp_secret | ! | isi:token
security_answer | ! | isi:nama-orang
two_factor_recovery_codes | ! | isi:token
is_active | - | isi:ya-tidak
deleted_at | - | isi:kosong
created_at | - | isi:waktu
updated_at | - | isi:waktu

# formulir pegawai Form_Responses_1
Timestamp | - | isi:waktu
Email Address | email
1. Nama lengkap sesuai SK terakhir (tanpa gelar, huruf kapital) | nama
2. Gelar yang ditulis di depan nama, kosongkan bila tidak ada | gelar_depan
3. Gelar yang ditulis di belakang nama (contoh: S.Pd., M.M.) | gelar_belakang
4. Nomor Induk Pegawai (NIP) 18 digit tanpa spasi | nip
5. Kota/Kabupaten tempat Bapak/Ibu lahir | tempat_lahir
6. Tanggal Bapak/Ibu dilahirkan | tanggal_lahir | dd/mm/yyyy
7. Jenis kelamin Bapak/Ibu | jenis_kelamin | words
8. Agama yang dianut | agama | words
9. Nomor KTP (16 angka) | nik
10. Nomor kartu keluarga (16 angka) | no_kk
11. Nomor HP yang terhubung dengan WhatsApp | no_hp
12. Nomor HP keluarga yang dapat dihubungi dalam keadaan darurat | - | isi:telepon
13. Alamat rumah yang ditempati sekarang | alamat
14. Alamat sesuai KTP bila berbeda | - | isi:alamat-lain
15. Status pernikahan saat ini | status_perkawinan | words
16. Nama suami/istri | nama_pasangan
17. Tanggal lahir suami/istri | - | isi:lahir-pasangan dd/mm/yyyy
18. Pekerjaan suami/istri | - | isi:pekerjaan
19. Berapa jumlah anak yang masih menjadi tanggungan? | jumlah_anak
20. Nama ibu kandung | - | isi:nama-orang
21. Golongan ruang terakhir | golongan | roman
22. Terhitung mulai tanggal (TMT) golongan terakhir | tmt_golongan | dd/mm/yyyy
23. Terhitung mulai tanggal (TMT) CPNS | tmt_cpns | dd/mm/yyyy
24. Terhitung mulai tanggal (TMT) PNS | tmt_pns | dd/mm/yyyy
25. Nomor SK kenaikan pangkat terakhir | no_sk_golongan
26. Jabatan sekarang sesuai SK | jabatan | text
27. Sejak kapan menduduki jabatan tersebut? | tmt_jabatan | dd/mm/yyyy
28. Nama sekolah/bagian/seksi tempat bertugas | unit_kerja | text
29. Nama dinas/badan/kecamatan induk | unit_organisasi_induk | text
30. NIP atasan langsung | - | isi:nip-atasan
31. Pendidikan terakhir yang sudah diakui | pendidikan_tingkat | words
32. Jurusan pada pendidikan terakhir | pendidikan_nama | text
33. Tahun kelulusan | pendidikan_tahun_lulus
34. Nomor NPWP | npwp
35. Ukuran seragam | - | isi:ukuran-baju
36. Unggah pas foto terbaru | - | isi:tautan
37. Apakah data sudah benar? | - | isi:ya-kata
38. Buat PIN 6 angka untuk masuk aplikasi | ! | isi:pin
39. Saran dan masukan | - | isi:catatan

# rsud pegawai m_karyawan
no_rm_karyawan | - | isi:nomor-berkas
nik_karyawan | nip
nama_karyawan | nama
no_ktp | nik
t4_lahir | tempat_lahir
tgl_lhr | tanggal_lahir
jk | jenis_kelamin | L/P
agama | agama | words
gol_darah | golongan_darah | words
rhesus | - | isi:rhesus
stts_nikah | status_perkawinan | words
stts_pegawai | status_cpns_pns | words
stts_aktif | kedudukan_hukum | words
profesi | - | isi:profesi
no_str | - | isi:nomor-berkas
tgl_str | - | isi:tgl-bebas
tgl_akhir_str | - | isi:tgl-depan
no_sip | - | isi:nomor-berkas
masa_berlaku_sip | - | isi:tgl-depan
ruangan | unit_kerja | text
instalasi | unit_organisasi_induk | text
jabatan_fungsional | jabatan | text
tmt_fungsional | tmt_jabatan_fungsional
angka_kredit | angka_kredit
pangkat_gol | golongan | roman
tmt_gol | tmt_golongan
mulai_kerja | tmt_cpns
pendidikan | pendidikan_tingkat | words
prodi | pendidikan_nama | text
lulusan | pendidikan_lembaga
thn_lulus | pendidikan_tahun_lulus
shift | - | isi:regu
telp_rumah | no_telepon
hp | no_hp
no_bpjs | no_bpjs
no_bpjs_istri | - | isi:nomor-panjang
bank | - | isi:bank
no_rek | no_rekening
jasa_medis | - | isi:uang
kd_absen | - | isi:sidik-jari
passwd_sik | ! | isi:sandi-polos
foto_karyawan | - | isi:foto

# oracle pegawai PGW_MASTER
PGW_ID | @pegawai_key
PGW_NO_INDUK | nip
PGW_NO_INDUK_LAMA | nip_lama
PGW_NM | nama
PGW_GLR_DEPAN | gelar_depan
PGW_GLR_BLKG | gelar_belakang
PGW_KOTA_LHR | tempat_lahir
PGW_TGL_LHR | tanggal_lahir
PGW_KELAMIN_CD | jenis_kelamin | code
PGW_AGAMA_CD | agama | local code
PGW_NIKAH_CD | status_perkawinan | local code
PGW_STS_CD | kedudukan_hukum | local code
PGW_STS_TGL | tmt_kedudukan_hukum
PGW_GOL_CD | golongan | 2-digit
PGW_GOL_TMT | tmt_golongan
PGW_GOL_SK_NO | no_sk_golongan
PGW_GOL_SK_TGL | tgl_sk_golongan
PGW_GOL_AWAL_CD | golongan_cpns | 2-digit
PGW_GOL_LALU_CD | - | isi:golongan-lama-2
PGW_GOL_LALU_TMT | - | isi:tmt-golongan-lama
PGW_GOL_LALU_SK_NO | - | isi:sk-lama
PGW_CPNS_TMT | tmt_cpns
PGW_CPNS_SK_NO | no_sk_cpns
PGW_CPNS_SK_TGL | tgl_sk_cpns
PGW_PNS_TMT | tmt_pns
PGW_PNS_SK_NO | no_sk_pns
PGW_PNS_SK_TGL | tgl_sk_pns
PGW_KGB_TMT | tmt_kgb
PGW_KGB_SK_NO | no_sk_kgb
PGW_KGB_SK_TGL | tgl_sk_kgb
PGW_KGB_BRKT | tmt_kgb_berikutnya
PGW_JBT_JNS | jenis_jabatan | words
PGW_JBT_NM | jabatan | text
PGW_JBT_TMT | tmt_jabatan
PGW_JBT_SK_NO | no_sk_jabatan
PGW_JBT_SK_TGL | tgl_sk_jabatan
PGW_JBT_LALU_NM | - | isi:jabatan-lama
PGW_ESL_CD | eselon | local code
PGW_ESL_TMT | tmt_eselon
PGW_UNIT_NM | unit_kerja | text
PGW_UNIT_INDUK_NM | unit_organisasi_induk | text
PGW_PDDK_TKT | pendidikan_tingkat | local code
PGW_PDDK_NM | pendidikan_nama | text
PGW_PDDK_THN | pendidikan_tahun_lulus
PGW_PDDK_AWAL_THN | - | isi:tahun-sekolah
PGW_PENSIUN_TGL | tmt_pensiun
PGW_KARPEG | karpeg
PGW_TASPEN | no_taspen
PGW_NPWP | npwp
PGW_FLEX1 | - | isi:kosong
PGW_FLEX2 | - | isi:kosong
PGW_FLEX3 | - | isi:konstan
PGW_CRT_DT | - | isi:waktu
PGW_CRT_BY | - | isi:pengguna
PGW_SESS_TOKEN | ! | isi:token

# delphi-kgb riwayat_kgb TRKGB
KdTrans | - | isi:urut
NoPeg | @pegawai_key | nip
TglSurat | riwayat_kgb.tgl_sk | dd-mm-yyyy
NoSurat | riwayat_kgb.no_sk
TglMulai | riwayat_kgb.tmt_kgb | dd-mm-yyyy
GajiBaru | riwayat_kgb.gaji_pokok
GajiLama | riwayat_kgb.gaji_pokok_lama
MkThnBaru | riwayat_kgb.masa_kerja_tahun
MkBlnBaru | riwayat_kgb.masa_kerja_bulan
GolSaatItu | riwayat_kgb.golongan | roman
PjbTtd | riwayat_kgb.pejabat_sk
TglEntri | - | isi:waktu
Operator | - | isi:pengguna

# api-json pegawai asn
identitas.nipBaru | nip
identitas.nipLama | nip_lama
identitas.namaAsn | nama
identitas.glrDepan | gelar_depan
identitas.glrBelakang | gelar_belakang
identitas.kelahiran.kota | tempat_lahir
identitas.kelahiran.tanggal | tanggal_lahir | yyyy-mm-dd
identitas.jenisKelamin | jenis_kelamin
identitas.agama.kode | agama | local code
identitas.agama.nama | agama | words
identitas.nomorKtp | nik
keluarga.statusNikah | status_perkawinan | words
keluarga.pasangan.nama | nama_pasangan
keluarga.pasangan.tanggalLahir | - | isi:lahir-pasangan yyyy-mm-dd
keluarga.pasangan.nip | - | isi:nip-pasangan
keluarga.jumlahAnak | jumlah_anak
keluarga.ayah.nama | - | isi:nama-orang
kontak.ponsel | no_hp
kontak.surel | email
kontak.alamat.jalan | alamat
kontak.alamat.desa | alamat_kelurahan
kontak.alamat.kecamatan | alamat_kecamatan
kontak.alamat.kodePos | kode_pos
karier.pengangkatan.cpns.mulai | tmt_cpns | yyyy-mm-dd
karier.pengangkatan.cpns.nomorSurat | no_sk_cpns
karier.pengangkatan.pns.mulai | tmt_pns | yyyy-mm-dd
karier.pengangkatan.pns.nomorSurat | no_sk_pns
karier.golongan.kode | golongan | 2-digit
karier.golongan.ruang | golongan | roman
karier.golongan.mulai | tmt_golongan | yyyy-mm-dd
karier.golongan.sebelumnya | - | isi:golongan-lama
karier.masaKerja.tahun | masa_kerja_tahun
karier.masaKerja.bulan | masa_kerja_bulan
karier.jabatan.jenis | jenis_jabatan | words
karier.jabatan.nama | jabatan | text
karier.jabatan.mulai | tmt_jabatan | yyyy-mm-dd
karier.jabatan.eselon | eselon | words
karier.unit.nama | unit_kerja | text
karier.unit.induk | unit_organisasi_induk | text
karier.atasan.nip | - | isi:nip-atasan
karier.atasan.nama | - | isi:nama-orang
pendidikan.tingkat | pendidikan_tingkat | words
pendidikan.programStudi | pendidikan_nama | text
pendidikan.lulusTahun | pendidikan_tahun_lulus
akun.namaPengguna | - | isi:pengguna
akun.kataKunci | ! | isi:sandi
akun.sesi | ! | isi:token
meta.dibuatPada | - | isi:waktu
meta.versi | - | isi:konstan

# dua-baris pegawai Nominatif
NO. URUT | - | isi:urut
NAMA PEGAWAI | nama
NIP BARU | nip
NIP LAMA | nip_lama
KELAHIRAN TEMPAT | tempat_lahir
KELAHIRAN TANGGAL | tanggal_lahir | dd-mm-yyyy
L/P | jenis_kelamin | L/P
PANGKAT GOL/RUANG | golongan | roman
PANGKAT NAMA | pangkat_nama | text
PANGKAT T.M.T | tmt_golongan | dd-mm-yyyy
PANGKAT NOMOR SK | no_sk_golongan
CAPEG T.M.T | tmt_cpns | dd-mm-yyyy
CAPEG GOL | golongan_cpns | roman
JABATAN NAMA | jabatan | text
JABATAN T.M.T | tmt_jabatan | dd-mm-yyyy
JABATAN ESELON | eselon | words
MASA KERJA THN | masa_kerja_tahun
MASA KERJA BLN | masa_kerja_bulan
LATIHAN JABATAN NAMA | diklat_struktural | text
LATIHAN JABATAN TAHUN | - | isi:tahun-dinas
LATIHAN JABATAN JML JAM | - | isi:jam
PENDIDIKAN NAMA | pendidikan_lembaga
PENDIDIKAN LULUS TAHUN | pendidikan_tahun_lulus
PENDIDIKAN TINGKAT IJAZAH | pendidikan_tingkat | words
USIA | - | isi:usia
UNIT KERJA | unit_kerja | text
CATATAN MUTASI KEPEG. | - | isi:catatan
KET. | - | isi:kosong
`;
