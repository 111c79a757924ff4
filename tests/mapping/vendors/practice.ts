/**
 * Tables of vendors that do not exist, written to be looked at: other habits of naming than the batches before, and traps beside their
 * targets. In the form of `tuned.ts`. Their score says what gets worse, not how well the unseen goes.
 */
export const PRACTICE_VENDORS = `
# odoo pegawai hr_employee
id | - | isi:urut
registration_number | nip
old_registration_number | nip_lama
identification_id | nik
name | nama
title_before | gelar_depan
title_after | gelar_belakang
place_of_birth | tempat_lahir
birthday | tanggal_lahir | yyyy-mm-dd
gender | jenis_kelamin | tabel:M=male;F=female
religion_id | agama | tabel:1=7;2=3;3=4;4=5;5=8;*=9
marital | status_perkawinan | tabel:1=married;4=single;3=widower;2=divorced
children | jumlah_anak
spouse_complete_name | nama_pasangan
spouse_birthdate | - | isi:lahir-pasangan yyyy-mm-dd
private_street | alamat
private_zip | kode_pos
private_email | email
work_email | - | isi:kosong
mobile_phone | no_hp
emergency_contact | - | isi:nama-orang
emergency_phone | - | isi:telepon
first_contract_date | tmt_cpns | yyyy-mm-dd
appointment_date | tmt_pns | yyyy-mm-dd
x_grade_id | golongan | tabel:*=$
x_grade_since | tmt_golongan | yyyy-mm-dd
x_prev_grade_id | - | isi:golongan-lama-2
job_title | jabatan | text
x_job_since | tmt_jabatan | yyyy-mm-dd
x_echelon | eselon | words
department_name | unit_organisasi_induk | text
parent_name | - | isi:nama-orang
work_location | unit_kerja | text
certificate | pendidikan_tingkat | tabel:05=primary;10=junior;15=senior;17=vocational;20=d1;25=d2;30=d3;35=d4;40=bachelor;45=master;50=doctor
study_field | pendidikan_nama | text
study_school | pendidikan_lembaga
bank_account_no | no_rekening
x_basic_wage | gaji_pokok
active | - | isi:ya-tidak
pin | ! | isi:pin
barcode | - | isi:sidik-jari
write_date | - | isi:waktu
create_uid | - | isi:kode-kecil

# gtk pegawai gtk_dapo
ptk_id | - | isi:uuid
nama | nama
nuptk | - | isi:nuptk
nip | nip
niy_nigk | - | isi:kosong
nik | nik
no_kk | no_kk
jenis_kelamin | jenis_kelamin | L/P
tempat_lahir | tempat_lahir
tanggal_lahir | tanggal_lahir | yyyy-mm-dd
nama_ibu_kandung | - | isi:nama-orang
agama_id_str | agama | words
alamat_jalan | alamat
rt | alamat_rt
rw | alamat_rw
nama_dusun | - | isi:dusun
desa_kelurahan | alamat_kelurahan
kode_kecamatan | - | isi:kode-wilayah
kecamatan | alamat_kecamatan
kode_pos | kode_pos
status_perkawinan | status_perkawinan | tabel:1=1;4=2;3=3;2=3
nama_suami_istri | nama_pasangan
nip_suami_istri | - | isi:nip-pasangan
pekerjaan_suami_istri | - | isi:pekerjaan
sk_cpns | no_sk_cpns
tgl_cpns | tmt_cpns | yyyy-mm-dd
sk_pengangkatan | no_sk_pns
tmt_pengangkatan | tmt_pns | yyyy-mm-dd
pangkat_golongan | golongan | roman
tmt_pangkat_golongan | tmt_golongan | yyyy-mm-dd
masa_kerja_golongan_tahun | masa_kerja_tahun
masa_kerja_golongan_bulan | masa_kerja_bulan
gaji_pokok | gaji_pokok
npwp | npwp
nama_wajib_pajak | - | isi:nama-sendiri
bank | - | isi:bank
rekening_bank | no_rekening
rekening_atas_nama | - | isi:nama-sendiri
sekolah_induk | unit_kerja | text
npsn | - | isi:npsn
jenjang_pendidikan_terakhir | pendidikan_tingkat | words
bidang_studi | pendidikan_nama | text
tahun_lulus | pendidikan_tahun_lulus
no_hp | no_hp
email | email
last_update | - | isi:waktu
soft_delete | - | isi:nol

# sunda pegawai data_pagawe
nomer | - | isi:urut
nomer_pagawe | nip
ngaran | nama
gelar_payun | gelar_depan
gelar_tukang | gelar_belakang
dilahirkeun_di | tempat_lahir
kaping_lahir | tanggal_lahir | dd/mm/yyyy
jenis_lalaki_awewe | jenis_kelamin | tabel:M=L;F=A
ageman | agama | words
status_rumah_tangga | status_perkawinan | tabel:1=Nikah;4=Bujang;3=Ranggal Maot;2=Ranggal Hirup
ngaran_salaki_pamajikan | nama_pasangan
jumlah_budak | jumlah_anak
imah | alamat
nomer_telepon | no_hp
golongan_ayeuna | golongan | roman
ti_kaping_golongan | tmt_golongan | dd/mm/yyyy
golongan_kamari | - | isi:golongan-lama
kalungguhan | jabatan | text
ti_kaping_kalungguhan | tmt_jabatan | dd/mm/yyyy
jadi_calon_pagawe | tmt_cpns | dd/mm/yyyy
jadi_pagawe_pinuh | tmt_pns | dd/mm/yyyy
tempat_gawe | unit_kerja | text
dinasna | unit_organisasi_induk | text
sakola_panungtung | pendidikan_tingkat | words
jurusan_sakola | pendidikan_nama | text
taun_lulus | pendidikan_tahun_lulus
gajih | gaji_pokok
waktu_pangsiun | tmt_pensiun | dd/mm/yyyy
umur_ayeuna | - | isi:usia
potret | - | isi:foto
kecap_konci | ! | isi:sandi-polos

# konsonan pegawai TBPGW
IDPGW | @pegawai_key
NPBR | nip
NPLM | nip_lama
NMPGW | nama
GLRDP | gelar_depan
GLRBL | gelar_belakang
TPLHR | tempat_lahir
TGLHR | tanggal_lahir | yyyymmdd
JNSKL | jenis_kelamin | tabel:M=1;F=2
KDAGM | agama | tabel:1=1;2=2;3=3;4=4;5=5;*=9
STKWN | status_perkawinan | tabel:1=2;4=1;3=4;2=3
GLDRH | golongan_darah
ALMPG | alamat
KDPOS | kode_pos
NOTLP | no_telepon
NOHPE | no_hp
STPGW | status_cpns_pns | tabel:C=1;P=2
KDHKM | kedudukan_hukum | local code
TMTCP | tmt_cpns | yyyymmdd
SKCPN | no_sk_cpns
TGSKC | tgl_sk_cpns | yyyymmdd
TMTPN | tmt_pns | yyyymmdd
SKPNS | no_sk_pns
KDGLA | golongan_cpns | 2-digit
KDGLT | golongan | 2-digit
TMTGL | tmt_golongan | yyyymmdd
SKGOL | no_sk_golongan
MKTHN | masa_kerja_tahun
MKBLN | masa_kerja_bulan
JNJBT | jenis_jabatan | tabel:1=1;2=2;4=3
NMJBT | jabatan | text
TMTJB | tmt_jabatan | yyyymmdd
KDESL | eselon | tabel:*=$
KDUKJ | unit_kerja | dotted
NMUKJ | unit_kerja | text
NMSKP | unit_organisasi_induk | text
TKPDK | pendidikan_tingkat | tabel:05=01;10=02;15=03;17=03;20=04;25=05;30=06;35=07;40=08;45=09;50=10
JRPDK | pendidikan_nama | text
THLLS | pendidikan_tahun_lulus
GJPKK | gaji_pokok
TMTKG | tmt_kgb | yyyymmdd
NPWPG | npwp
NOKRP | karpeg
TGPRB | - | isi:waktu
USRPB | - | isi:pengguna

# duk pegawai Lampiran_DUK
Nomor Urut | - | isi:urut
Nama Lengkap | nama
Nomor Induk | nip
Pangkat Terakhir | pangkat_nama | text
Gol/Ruang Terakhir | golongan | roman
Terhitung Mulai Tanggal Pangkat Terakhir | tmt_golongan | dd/mm/yyyy
Jabatan Sekarang | jabatan | text
Terhitung Mulai Tanggal Jabatan | tmt_jabatan | dd/mm/yyyy
Masa Kerja Seluruhnya (Tahun) | masa_kerja_keseluruhan_tahun
Masa Kerja Golongan (Tahun) | masa_kerja_tahun
Masa Kerja Golongan (Bulan) | masa_kerja_bulan
Latihan Jabatan | diklat_struktural
Lulus Latihan Jabatan Tahun | - | isi:tahun-dinas
Pendidikan Umum | pendidikan_tingkat | words
Jurusan/Program Studi | pendidikan_nama | text
Lulus Pendidikan Tahun | pendidikan_tahun_lulus
Tanggal Kelahiran | tanggal_lahir | dd/mm/yyyy
Umur | - | isi:usia
Catatan Mutasi Kepegawaian | - | isi:catatan
Unit Organisasi | unit_organisasi_induk | text
Sub Unit | unit_kerja | text
Status Kawin | status_perkawinan | words
Agama | agama | words
L/P | jenis_kelamin | L/P
Keterangan | - | isi:kosong

# peoplesoft pegawai PS_PERSONAL_DATA
EMPLID | nip
NATIONAL_ID | nik
NAME_DISPLAY | nama
NAME_PREFIX | gelar_depan
NAME_SUFFIX | gelar_belakang
BIRTHPLACE | tempat_lahir
BIRTHDATE | tanggal_lahir | mm/dd/yyyy
SEX | jenis_kelamin | tabel:M=M;F=F
RELIGION_CD | agama | tabel:1=01;2=02;3=03;4=04;5=05;*=99
MAR_STATUS | status_perkawinan | tabel:1=M;4=S;3=W;2=D
MAR_STATUS_DT | - | isi:tgl-nikah mm/dd/yyyy
ADDRESS1 | alamat
ADDRESS2 | - | isi:dusun
CITY | alamat_kabupaten
POSTAL | kode_pos
PHONE | no_hp
EMAIL_ADDR | email
HIRE_DT | tmt_cpns | mm/dd/yyyy
SERVICE_DT | tmt_pns | mm/dd/yyyy
POSITION_ENTRY_DT | tmt_jabatan | mm/dd/yyyy
JOBTITLE | jabatan | text
GRADE | golongan | 2-digit
GRADE_ENTRY_DT | tmt_golongan | mm/dd/yyyy
LAST_INCREASE_DT | tmt_kgb | mm/dd/yyyy
NEXT_REVIEW_DT | - | isi:tgl-depan mm/dd/yyyy
DEPTNAME | unit_organisasi_induk | text
LOCATION_DESCR | unit_kerja | text
SUPERVISOR_ID | - | isi:nip-atasan
COMPRATE | gaji_pokok
HIGHEST_EDUC_LVL | pendidikan_tingkat | tabel:05=A;10=B;15=C;17=D;20=E;25=F;30=G;35=H;40=I;45=J;50=K
MAJOR_DESCR | pendidikan_nama | text
GRAD_YEAR | pendidikan_tahun_lulus
EXPECTED_RETURN_DT | - | isi:tgl-bebas mm/dd/yyyy
TERMINATION_DT | tmt_pensiun | mm/dd/yyyy
EMPL_STATUS | kedudukan_hukum | tabel:01=A;02=L;03=P;15=S;*=T
REG_TEMP | - | isi:kode-konstan
OPRID | - | isi:pengguna
OPERPSWD | ! | isi:sandi
LASTUPDDTTM | - | isi:waktu

# nominatif pegawai REKAP
NO | - | isi:urut
N I P | nip | blanks
N A M A | nama
TEMPAT/TGL LAHIR | tanggal_lahir | dd-mm-yyyy
JNS KLM | jenis_kelamin | tabel:M=PA;F=PI
AGAMA | agama | tabel:1=ISLAM;2=KRISTEN;3=KATHOLIK;4=HINDU;5=BUDDHA;*=LAIN
GOL TERAKHIR | golongan | roman
TMT GOL TERAKHIR | tmt_golongan | dd-mm-yyyy
GOL PERTAMA | golongan_cpns | roman
TMT PERTAMA | tmt_cpns | dd-mm-yyyy
TMT PENUH | tmt_pns | dd-mm-yyyy
ESELONERING | eselon | words
JABATAN TERAKHIR | jabatan | text
TMT JABATAN TERAKHIR | tmt_jabatan | dd-mm-yyyy
JABATAN SEBELUMNYA | - | isi:jabatan-lama
SKPD/OPD | unit_organisasi_induk | text
BIDANG/UPT | unit_kerja | text
PEND. AWAL | pendidikan_cpns_tingkat | words
PEND. AKHIR | pendidikan_tingkat | words
JURUSAN PEND. AKHIR | pendidikan_nama | text
BERKALA TERAKHIR | tmt_kgb | dd-mm-yyyy
BERKALA YAD | tmt_kgb_berikutnya | dd-mm-yyyy
PANGKAT YAD | tmt_kp_berikutnya | dd-mm-yyyy
PENSIUN | tmt_pensiun | dd-mm-yyyy
USIA PENSIUN | bup
NO KARPEG | karpeg
NO ASKES/BPJS | no_bpjs
TASPEN | no_taspen
NAMA SUAMI/ISTRI | nama_pasangan
JML ANAK | jumlah_anak
NO HP/WA | no_hp

# codeigniter pegawai tbl_mst_pegawai
pegawai_id | @pegawai_key
pegawai_nip | nip
pegawai_nip_lama | nip_lama
pegawai_nama | nama
pegawai_gelar1 | gelar_depan
pegawai_gelar2 | gelar_belakang
pegawai_tmpt_lahir | tempat_lahir
pegawai_tgl_lahir | tanggal_lahir | yyyy-mm-dd
pegawai_kelamin | jenis_kelamin | tabel:M=0;F=1
pegawai_agama_kode | agama | tabel:1=1;2=2;3=3;4=5;5=4;*=6
pegawai_nikah_kode | status_perkawinan | tabel:1=1;4=0;3=2;2=3
pegawai_asal_alamat | - | isi:alamat-lain
pegawai_alamat | alamat
pegawai_hp | no_hp
pegawai_jenis_kode | jenis_pegawai | local code
pegawai_stat_kode | status_cpns_pns | tabel:C=1;P=2
pegawai_duduk_kode | kedudukan_hukum | local code
pegawai_awal_tmt | tmt_cpns | yyyy-mm-dd
pegawai_awal_gol_kode | golongan_cpns | tabel:11=1;12=2;13=3;14=4;21=5;22=6;23=7;24=8;31=9;32=10;33=11;34=12;*=13
pegawai_tetap_tmt | tmt_pns | yyyy-mm-dd
pegawai_akhir_gol_kode | golongan | tabel:11=1;12=2;13=3;14=4;21=5;22=6;23=7;24=8;31=9;32=10;33=11;34=12;41=13;42=14;43=15;44=16;45=17
pegawai_akhir_gol_tmt | tmt_golongan | yyyy-mm-dd
pegawai_akhir_gol_sk | no_sk_golongan
pegawai_kerja_thn | masa_kerja_tahun
pegawai_kerja_bln | masa_kerja_bulan
pegawai_jab_nama | jabatan | text
pegawai_jab_tmt | tmt_jabatan | yyyy-mm-dd
pegawai_jab_jenis | jenis_jabatan | tabel:1=S;2=F;4=P
pegawai_jab_lalu | - | isi:jabatan-lama
pegawai_eselon_kode | eselon | tabel:11=11;12=12;21=21;22=22;31=31;32=32;41=41;42=42
pegawai_eselon_tmt | tmt_eselon | yyyy-mm-dd
pegawai_unit_kode | unit_kerja | dotted
pegawai_unit_nama | unit_kerja | text
pegawai_opd_nama | unit_organisasi_induk | text
pegawai_sekolah_tingkat | pendidikan_tingkat | tabel:05=1;10=2;15=3;17=3;20=4;25=5;30=6;35=7;40=8;45=9;50=10
pegawai_sekolah_jurusan | pendidikan_nama | text
pegawai_sekolah_lulus | pendidikan_tahun_lulus
pegawai_sekolah_nama | pendidikan_lembaga
pegawai_gapok | gaji_pokok
pegawai_kgb_tmt | tmt_kgb | yyyy-mm-dd
pegawai_kgb_next | tmt_kgb_berikutnya | yyyy-mm-dd
pegawai_pensiun_tmt | tmt_pensiun | yyyy-mm-dd
pegawai_foto | - | isi:foto
pegawai_aktif | - | isi:ya-tidak
pegawai_passwd | ! | isi:sandi
pegawai_remember_token | ! | isi:token

# tpp pegawai rekap_tpp
nip | nip
nama_pegawai | nama
kelas | kelas_jabatan
jabatan | jabatan | text
jenis_jab | jenis_jabatan | words
gol | golongan | roman
status_asn | jenis_pegawai | words
skpd | unit_organisasi_induk | text
unit | unit_kerja | text
besaran_tpp | - | isi:uang
potongan_absen | - | isi:uang
pph21 | - | isi:uang
netto | - | isi:uang
skor_kinerja | - | isi:skor
predikat | - | isi:predikat
no_rek | no_rekening
nama_rek | - | isi:nama-sendiri
npwp | npwp
nik | nik
status_kawin | status_perkawinan | words
jml_tanggungan | jumlah_anak
tgl_bayar | - | isi:tgl-bebas dd-mm-yyyy

# rest pegawai personil ndjson
personil.nomorInduk | nip
personil.nomorIndukLawas | nip_lama
personil.namaTanpaGelar | nama
personil.gelar.depan | gelar_depan
personil.gelar.belakang | gelar_belakang
personil.lahir.kota | tempat_lahir
personil.lahir.tanggal | tanggal_lahir | yyyy-mm-dd
personil.jenisKelamin | jenis_kelamin | words
personil.agama.nama | agama | words
personil.perkawinan | status_perkawinan | words
personil.kontak.seluler | no_hp
personil.kontak.surel | email
personil.domisili.jalan | alamat
personil.domisili.kodepos | kode_pos
karir.cpns.tmt | tmt_cpns | yyyy-mm-dd
karir.cpns.nomorSk | no_sk_cpns
karir.cpns.tanggalSk | tgl_sk_cpns | yyyy-mm-dd
karir.pns.tmt | tmt_pns | yyyy-mm-dd
karir.pns.nomorSk | no_sk_pns
karir.pangkat.golongan | golongan | roman
karir.pangkat.sebutan | pangkat_nama | text
karir.pangkat.tmt | tmt_golongan | yyyy-mm-dd
karir.pangkat.nomorSk | no_sk_golongan
karir.jabatan.nama | jabatan | text
karir.jabatan.tmt | tmt_jabatan | yyyy-mm-dd
karir.jabatan.eselon | eselon | words
karir.unit.induk | unit_organisasi_induk | text
karir.unit.nama | unit_kerja | text
karir.berkala.tmt | tmt_kgb | yyyy-mm-dd
karir.berkala.gaji | gaji_pokok
sekolah.jenjang | pendidikan_tingkat | words
sekolah.jurusan | pendidikan_nama | text
sekolah.tahun | pendidikan_tahun_lulus
pasangan.nama | nama_pasangan
pasangan.tanggalLahir | - | isi:lahir-pasangan yyyy-mm-dd
pasangan.nip | - | isi:nip-pasangan
atasan.nip | - | isi:nip-atasan
atasan.nama | - | isi:nama-orang
akun.sandi | ! | isi:sandi
meta.diubah | - | isi:waktu

# rwpangkat riwayat_pangkat tb_riwayat_kepangkatan
rkp_id | - | isi:urut
rkp_nip | @pegawai_key | nip
rkp_gol | riwayat_pangkat.golongan | roman
rkp_mulai | riwayat_pangkat.tmt_golongan | dd-mm-yyyy
rkp_skep | riwayat_pangkat.no_sk
rkp_skep_tgl | riwayat_pangkat.tgl_sk | dd-mm-yyyy
rkp_ttd | riwayat_pangkat.pejabat_sk
rkp_mkt | riwayat_pangkat.masa_kerja_tahun
rkp_mkb | riwayat_pangkat.masa_kerja_bulan
rkp_berkas | - | isi:foto
rkp_input | - | isi:waktu

# rwkgb riwayat_kgb HIST_BERKALA
ID_HIST | - | isi:urut
NIP_PEG | @pegawai_key | nip
GAJI_BARU | riwayat_kgb.gaji_pokok
GAJI_LAMA | riwayat_kgb.gaji_pokok_lama
TMT_BERKALA | riwayat_kgb.tmt_kgb | dd/mm/yyyy
SURAT_NO | riwayat_kgb.no_sk
SURAT_TGL | riwayat_kgb.tgl_sk | dd/mm/yyyy
GOLRU | riwayat_kgb.golongan | roman
MASA_THN | riwayat_kgb.masa_kerja_tahun
MASA_BLN | riwayat_kgb.masa_kerja_bulan
PENANDATANGAN | riwayat_kgb.pejabat_sk
STAMP | - | isi:waktu
`;
