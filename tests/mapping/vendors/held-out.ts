/**
 * Tables of vendors that do not exist: the half that nobody looks at while proposals are improved; only its score is read. Written in
 * the form of `tuned.ts` on the same day, before either was scored. Frozen.
 */
export const HELD_OUT_VENDORS = `
# jawa pegawai data_punggawa
urutan | - | isi:urut
nomer_punggawa | nip
nomer_lawas | nip_lama
jeneng_jangkep | nama
gelar_ngarep | gelar_depan
gelar_mburi | gelar_belakang
kutho_lair | tempat_lahir
tgl_lair | tanggal_lahir
lanang_wadon | jenis_kelamin
agami | agama | words
sampun_krama | status_perkawinan | words
jeneng_semah | nama_pasangan
tgl_lair_semah | - | isi:lahir-pasangan
cacahing_putra | jumlah_anak
griya | alamat
dhusun_desa | alamat_kelurahan
kecamatan | alamat_kecamatan
hape | no_hp
golongan_saiki | golongan | roman
golongan_biyen | - | isi:golongan-lama
tmt_golongan_saiki | tmt_golongan
wiwit_cpns | tmt_cpns
wiwit_pns | tmt_pns
wiwit_jabatan | tmt_jabatan
jabatan_saiki | jabatan | text
jabatan_biyen | - | isi:jabatan-lama
papan_nyambut_gawe | unit_kerja | text
dinas_induk | unit_organisasi_induk | text
sekolah_pungkasan | pendidikan_tingkat | words
taun_lulus | pendidikan_tahun_lulus
jurusan_sekolah | pendidikan_nama | text
gaji_pokok | gaji_pokok
gaji_resik | - | isi:uang
pensiun_tanggal | tmt_pensiun
umur | - | isi:usia
gambar | - | isi:foto
tembung_sandi | ! | isi:sandi

# foxpro pegawai PEGAWAI
NIPBARU | nip
NIP | nip_lama
NAMAPEG | nama
GELDEP | gelar_depan
GELBEL | gelar_belakang
TPTLAHIR | tempat_lahir
TGLLAHIR | tanggal_lahir | m/d/yy
KDJNSKEL | jenis_kelamin | code
KDAGAMA | agama | local code
KDKAWIN | status_perkawinan | local code
KDSTAPEG | status_cpns_pns | local code
KDJNSPEG | jenis_pegawai | local code
KDDUDUK | kedudukan_hukum | local code
TMTCPNS | tmt_cpns | m/d/yy
NOSKCPNS | no_sk_cpns
TGSKCPNS | tgl_sk_cpns | m/d/yy
TMTPNS | tmt_pns | m/d/yy
NOSKPNS | no_sk_pns
TGSKPNS | tgl_sk_pns | m/d/yy
KDGOLAWAL | golongan_cpns | local code
KDGOLAKHR | golongan | local code
TMTGOLAKHR | tmt_golongan | m/d/yy
NOSKGOL | no_sk_golongan
TGSKGOL | tgl_sk_golongan | m/d/yy
KDGOLSBLM | - | isi:kode-kecil
TMTGOLSBLM | - | isi:tmt-golongan-lama m/d/yy
MASKERTHN | masa_kerja_tahun
MASKERBLN | masa_kerja_bulan
KDJNSJAB | jenis_jabatan | local code
NAMAJAB | jabatan | text
TMTJAB | tmt_jabatan | m/d/yy
NOSKJAB | no_sk_jabatan
KDESELON | eselon | local code
TMTESELON | tmt_eselon | m/d/yy
KDUNOR | unit_kerja | local code
NMUNOR | unit_kerja | text
NMINDUK | unit_organisasi_induk | text
KDTKTDIK | pendidikan_tingkat | local code
NMDIK | pendidikan_nama | text
THNLULUS | pendidikan_tahun_lulus
TGKGBAKHIR | tmt_kgb | m/d/yy
TGKGBDATAN | tmt_kgb_berikutnya | m/d/yy
GAPOK | gaji_pokok
NOKARPEG | karpeg
NOTASPEN | no_taspen
ALAMAT1 | alamat
ALAMAT2 | - | isi:kosong
TGLENTRY | - | isi:waktu
USERENTRY | - | isi:pengguna
CETAK | - | isi:ya-tidak
CADANG1 | - | isi:kosong
CADANG2 | - | isi:kosong

# kementerian pegawai view_profil_pegawai
peg_id | @pegawai_key
peg_nip | nip
peg_nama | nama
peg_gelar_awal | gelar_depan
peg_gelar_akhir | gelar_belakang
peg_lahir_tempat | tempat_lahir
peg_lahir_tanggal | tanggal_lahir
peg_jenkel | jenis_kelamin
peg_agama | agama | words
peg_status_kawin | status_perkawinan | words
peg_nik | nik
peg_npwp | npwp
peg_ponsel | no_hp
peg_surel | email
peg_surel_kedinasan | email_dinas
satker_nama | unit_organisasi_induk | text
unit_nama | unit_kerja | text
unit_es1 | - | isi:unit-pusat
unit_es2 | - | isi:unit-pusat
jab_nama | jabatan | text
jab_tipe | jenis_jabatan | words
jab_kelas | kelas_jabatan
jab_tmt | tmt_jabatan
jab_sk_nomor | no_sk_jabatan
jab_sk_tanggal | tgl_sk_jabatan
jab_lantik_tanggal | tgl_pelantikan
jab_atasan_nip | - | isi:nip-atasan
jab_atasan_nama | - | isi:nama-orang
gol_ruang | golongan | roman
gol_pangkat | pangkat_nama | text
gol_tmt | tmt_golongan
gol_sk_nomor | no_sk_golongan
gol_sk_tanggal | tgl_sk_golongan
gol_mk_tahun | masa_kerja_tahun
gol_mk_bulan | masa_kerja_bulan
kgb_tmt | tmt_kgb
kgb_sk_nomor | no_sk_kgb
kgb_sk_tanggal | tgl_sk_kgb
kgb_gapok | gaji_pokok
kgb_jatuh_tempo | tmt_kgb_berikutnya
cpns_tmt | tmt_cpns
cpns_sk_nomor | no_sk_cpns
pns_tmt | tmt_pns
pns_sk_nomor | no_sk_pns
pend_jenjang | pendidikan_tingkat | words
pend_prodi | pendidikan_nama | text
pend_institusi | pendidikan_lembaga
pend_lulus | pendidikan_tahun_lulus
pens_bup | bup
pens_tmt | tmt_pensiun
skp_nilai | - | isi:skor
skp_predikat | - | isi:predikat
tukin_nominal | - | isi:uang
sso_secret | ! | isi:token
last_sync | - | isi:waktu

# sekolah pegawai ptk
ptk_id | @pegawai_key
nama | nama
nuptk | - | isi:nuptk
jenis_kelamin | jenis_kelamin | L/P
tempat_lahir | tempat_lahir
tanggal_lahir | tanggal_lahir | yyyy-mm-dd
nik | nik
no_kk | no_kk
niy_nigk | - | isi:kosong
nip | nip
status_kepegawaian_id | - | isi:kode-konstan
jenis_ptk_id | - | isi:kode-kecil
agama_id | agama | local code
alamat_jalan | alamat
rt | alamat_rt
rw | alamat_rw
nama_dusun | - | isi:dusun
desa_kelurahan | alamat_kelurahan
kode_wilayah | - | isi:kode-wilayah
kode_pos | kode_pos
no_telepon_rumah | no_telepon
no_hp | no_hp
email | email
sk_cpns | no_sk_cpns
tgl_cpns | tmt_cpns | yyyy-mm-dd
sk_pengangkatan | no_sk_pns
tmt_pengangkatan | tmt_pns | yyyy-mm-dd
pangkat_golongan_id | golongan | local code
nama_ibu_kandung | - | isi:nama-orang
status_perkawinan | status_perkawinan | local code
nama_suami_istri | nama_pasangan
nip_suami_istri | - | isi:nip-pasangan
pekerjaan_suami_istri | - | isi:kode-kecil
npwp | npwp
nama_wajib_pajak | - | isi:nama-sendiri
kewarganegaraan | - | isi:negara
bank | - | isi:bank
rekening_bank | no_rekening
rekening_atas_nama | - | isi:nama-sendiri
sekolah_id | - | isi:uuid-unit
nama_sekolah | unit_kerja | text
npsn | - | isi:npsn
lintang | - | isi:lintang
bujur | - | isi:bujur
last_update | - | isi:waktu
soft_delete | - | isi:nol

# pensiun pegawai daftar_bup
nomor | - | isi:urut
nip | nip
nama_asn | nama
tgllahir | tanggal_lahir | dd/mm/yyyy
jab_akhir | jabatan | text
pangkat_akhir | pangkat_nama | text
golru_akhir | golongan | roman
tmt_golru | tmt_golongan | dd/mm/yyyy
mkg_th | masa_kerja_tahun
mkg_bl | masa_kerja_bulan
gaji_pokok_akhir | gaji_pokok
pensiun_pokok | - | isi:uang
usia_bup | bup
tmt_bup | tmt_pensiun | dd/mm/yyyy
tgl_masuk_mpp | - | isi:tgl-depan dd/mm/yyyy
tmt_capeg | tmt_cpns | dd/mm/yyyy
skpd | unit_organisasi_induk | text
unit | unit_kerja | text
alamat_sesudah_pensiun | - | isi:alamat-lain
nama_istri_suami | nama_pasangan
tgl_lahir_istri_suami | - | isi:lahir-pasangan dd/mm/yyyy
nama_anak_1 | - | isi:nama-orang
tgl_lahir_anak_1 | - | isi:lahir-anak dd/mm/yyyy
no_karpeg | karpeg
no_taspen | no_taspen
berkas_lengkap | - | isi:ya-kata
no_usul | - | isi:nomor-berkas
tgl_usul | - | isi:tgl-bebas dd/mm/yyyy

# spring pegawai civil_servant
servantId | @pegawai_key
identityNo | nip
formerIdentityNo | nip_lama
personName | nama
honorificPrefix | gelar_depan
honorificSuffix | gelar_belakang
bornIn | tempat_lahir
bornOn | tanggal_lahir | yyyy-mm-dd
genderCode | jenis_kelamin | code
faith | agama | words
maritalCode | status_perkawinan | local code
spouseName | nama_pasangan
spouseBornOn | - | isi:lahir-pasangan yyyy-mm-dd
dependants | jumlah_anak
fatherName | - | isi:nama-orang
motherMaidenNameAnswer | ! | isi:nama-orang
cellular | no_hp
mailAddress | email
streetLine | alamat
zip | kode_pos
rankRoom | golongan | roman
rankTitle | pangkat_nama | text
rankSince | tmt_golongan | yyyy-mm-dd
rankLetterNo | no_sk_golongan
rankLetterDate | tgl_sk_golongan | yyyy-mm-dd
previousRank | - | isi:golongan-lama
previousRankSince | - | isi:tmt-golongan-lama yyyy-mm-dd
candidateSince | tmt_cpns | yyyy-mm-dd
appointedSince | tmt_pns | yyyy-mm-dd
postKind | jenis_jabatan | words
postTitle | jabatan | text
postSince | tmt_jabatan | yyyy-mm-dd
postLetterNo | no_sk_jabatan
echelonCode | eselon | local code
orgUnit | unit_kerja | text
parentOrgUnit | unit_organisasi_induk | text
supervisorIdentityNo | - | isi:nip-atasan
diplomaLevel | pendidikan_tingkat | words
diplomaField | pendidikan_nama | text
diplomaYear | pendidikan_tahun_lulus
monthlyBase | gaji_pokok
taxId | npwp
retireOn | tmt_pensiun | yyyy-mm-dd
avatarUrl | - | isi:tautan
passwordHash | ! | isi:sandi
refreshToken | ! | isi:token
pinCode | ! | isi:pin
createdDate | - | isi:waktu
lastModifiedBy | - | isi:pengguna
entityVersion | - | isi:nol

# access pegawai tblDataPokok
ID | @pegawai_key
Nip | nip | apostrophe
Nama Peg | nama
Glr Dpn | gelar_depan
Glr Blk | gelar_belakang
Tmp Lhr | tempat_lahir
Tgl Lhr | tanggal_lahir
JK | jenis_kelamin
Agm | agama | words
Sts Kwn | status_perkawinan | words
Jml Ank | jumlah_anak
Gol | golongan | roman
Gol CP | golongan_cpns | roman
TMT Gol | tmt_golongan
TMT CP | tmt_cpns
TMT P | tmt_pns
No SK CP | no_sk_cpns
No SK P | no_sk_pns
No SK Gol | no_sk_golongan
Tg SK CP | tgl_sk_cpns
Tg SK P | tgl_sk_pns
Tg SK Gol | tgl_sk_golongan
Jbt | jabatan | text
TMT Jbt | tmt_jabatan
Esl | eselon | words
U Kerja | unit_kerja | text
Dinas | unit_organisasi_induk | text
Pend | pendidikan_tingkat | words
Jur | pendidikan_nama | text
Th Lls | pendidikan_tahun_lulus
Almt | alamat
Tlp | no_hp
Askes | no_askes_bpjs
Gapok | gaji_pokok
KGB Akhir | tmt_kgb
KGB YAD | tmt_kgb_berikutnya
Tg Input | - | isi:waktu
Ket | - | isi:catatan
Field1 | - | isi:kosong

# pg-jabatan riwayat_jabatan employee_position_history
history_id | - | isi:urut
employee_id | @pegawai_key
position_title | riwayat_jabatan.jabatan | text
position_kind | riwayat_jabatan.jenis_jabatan | words
echelon | riwayat_jabatan.eselon | words
started_on | riwayat_jabatan.tmt_jabatan | yyyy-mm-dd
ended_on | riwayat_jabatan.tmt_akhir | yyyy-mm-dd
letter_number | riwayat_jabatan.no_sk
letter_date | riwayat_jabatan.tgl_sk | yyyy-mm-dd
signed_by | riwayat_jabatan.pejabat_sk
unit_name | riwayat_jabatan.unit_kerja | text
scan_file | - | isi:foto
inserted_at | - | isi:waktu

# pangkat-pusat riwayat_pangkat t_his_pangkat
hp_id | - | isi:urut
hp_nip | @pegawai_key | nip
hp_golru | riwayat_pangkat.golongan | roman
hp_pangkat | riwayat_pangkat.pangkat_nama | text
hp_tmt | riwayat_pangkat.tmt_golongan
hp_sk_no | riwayat_pangkat.no_sk
hp_sk_tgl | riwayat_pangkat.tgl_sk
hp_sk_pejabat | riwayat_pangkat.pejabat_sk
hp_mk_th | riwayat_pangkat.masa_kerja_tahun
hp_mk_bl | riwayat_pangkat.masa_kerja_bulan
hp_jenis_kp | riwayat_pangkat.jenis_kenaikan_pangkat | text
hp_file | - | isi:foto
hp_entri | - | isi:waktu
`;
