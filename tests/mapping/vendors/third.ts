/**
 * Tables of vendors that do not exist: the third batch, written and committed before it was scored, when the half held out had been looked
 * at. Other cultures of names, other tables of codes (`tabel:`). In the form of `tuned.ts`. Frozen.
 */
export const THIRD_VENDORS = `
# sap pegawai PA_MASTER
PERNR | @pegawai_key
ICNUM | nip
ALTID | nip_lama
ENAME | nama
TITEL | gelar_depan
TITL2 | gelar_belakang
GBORT | tempat_lahir
GBDAT | tanggal_lahir | yyyymmdd
GESCH | jenis_kelamin | tabel:M=1;F=2
KONFE | agama | tabel:1=01;2=02;3=03;4=04;5=05;*=99
FAMST | status_perkawinan | tabel:1=1;4=0;3=2;2=3
ANZKD | jumlah_anak
STRAS | alamat
PSTLZ | kode_pos
TELNR | no_hp
USRID | email
PERSG | - | isi:kode-konstan
BUKRS | - | isi:konstan
TRFGR | golongan | 2-digit
TRFDT | tmt_golongan | yyyymmdd
BEGDA | tmt_cpns | yyyymmdd
DAT02 | tmt_pns | yyyymmdd
STLTX | jabatan | text
STLDT | tmt_jabatan | yyyymmdd
ORGTX | unit_kerja | text
DEPTX | unit_organisasi_induk | text
SLART | pendidikan_tingkat | tabel:05=10;10=20;15=30;17=31;20=41;25=42;30=43;35=44;40=50;45=60;50=70
FACH1 | pendidikan_nama | text
ABSJR | pendidikan_tahun_lulus
BETRG | gaji_pokok
STEUR | npwp
BANKN | no_rekening
AEDTM | - | isi:waktu
UNAME | - | isi:pengguna
ITXEX | - | isi:kosong

# mastfip pegawai MASTFIP
A_01 | unit_kerja | dotted
B_02 | nip_lama
B_02B | nip
B_03 | nama
B_03A | gelar_depan
B_03B | gelar_belakang
B_04 | tempat_lahir
B_05 | tanggal_lahir | dd-mm-yyyy
B_06 | jenis_kelamin | tabel:M=1;F=2
B_07 | agama | tabel:1=1;2=3;3=2;4=4;5=5;*=6
B_08 | status_cpns_pns | tabel:C=1;P=2
B_10 | kedudukan_hukum | local code
D_04 | tmt_cpns | dd-mm-yyyy
D_02 | no_sk_cpns
D_03 | tgl_sk_cpns | dd-mm-yyyy
E_04 | tmt_pns | dd-mm-yyyy
E_02 | no_sk_pns
E_03 | tgl_sk_pns | dd-mm-yyyy
F_03 | golongan | 2-digit
F_TMT | tmt_golongan | dd-mm-yyyy
F_04 | masa_kerja_tahun
F_05 | masa_kerja_bulan
G_01 | gaji_pokok
G_02 | tmt_kgb | dd-mm-yyyy
G_05B | jabatan | text
G_06 | eselon | tabel:*=$
G_07 | tmt_jabatan | dd-mm-yyyy
H_1A | pendidikan_tingkat | tabel:05=1;10=2;15=3;17=3;20=4;25=5;30=6;35=7;40=8;45=9;50=10
H_1B | pendidikan_nama | text
H_02 | pendidikan_tahun_lulus
J_01 | status_perkawinan | tabel:1=2;4=1;3=3;2=4
J_05 | jumlah_anak
L_01 | alamat
L_07 | - | isi:kosong
Z_99 | - | isi:waktu

# dbase10 pegawai PEGBAKU
NIPBR | nip
NIPLM | nip_lama
NAMALENGKA | nama
TEMPATLAHI | tempat_lahir
TGLLAHIRPG | tanggal_lahir | yyyymmdd
KELAMINPEG | jenis_kelamin | tabel:M=0;F=1
AGAMAPEGAW | agama | tabel:1=ISL;2=KRP;3=KAT;4=HIN;5=BUD;*=LN
KAWINPEGAW | status_perkawinan | tabel:1=K;4=B;3=J;2=C
STATUSPEGA | status_cpns_pns | tabel:C=CPNS;P=PNS
GOLONGANRU | golongan | tabel:*=$
TMTPANGKAT | tmt_golongan | yyyymmdd
NOSKPANGKA | no_sk_golongan
TGLSKPANGK | tgl_sk_golongan | yyyymmdd
TMTCAPEGAW | tmt_cpns | yyyymmdd
NOSKCAPEGA | no_sk_cpns
TMTPEGNEGE | tmt_pns | yyyymmdd
MSKERJATAH | masa_kerja_tahun
MSKERJABUL | masa_kerja_bulan
JENISJABAT | jenis_jabatan | tabel:1=S;2=F;4=P
NAMAJABATA | jabatan | text
TMTJABATAN | tmt_jabatan | yyyymmdd
ESELONJABA | eselon | words
UNITKERJAP | unit_kerja | text
INSTANSIUN | unit_organisasi_induk | text
TINGKATPEN | pendidikan_tingkat | tabel:05=SD;10=SLTP;15=SLTA;17=SMK;20=D1;25=D2;30=D3;35=D4;40=S1;45=S2;50=S3
JURUSANPEN | pendidikan_nama | text
TAHUNLULUS | pendidikan_tahun_lulus
KARTUPEGAW | karpeg
GAJIPOKOKP | gaji_pokok
TMTGAJIBER | tmt_kgb | yyyymmdd
TMTYADGAJI | tmt_kgb_berikutnya | yyyymmdd
ALAMATRUMA | alamat
TELEPONRUM | - | isi:telepon
NAMAISTRIS | nama_pasangan
TGLLAHIRIS | - | isi:lahir-pasangan yyyymmdd
HAPUSDATA | - | isi:nol

# krama pegawai abdi
no | - | isi:urut
nmr_abdi | nip
asma | nama
ttl_ngajeng | gelar_depan
ttl_wingking | gelar_belakang
pgn_wiyos | tempat_lahir
tg_wiyos | tanggal_lahir | dd/mm/yyyy
jlr_estri | jenis_kelamin | tabel:M=J;F=E
agm | agama | words
krama | status_perkawinan | tabel:1=Sampun;4=Dereng;3=Randha/Dudha;2=Pegat
asma_garwa | nama_pasangan
tg_wiyos_garwa | - | isi:lahir-pasangan dd/mm/yyyy
putra | jumlah_anak
dalem | alamat
gol | golongan | roman
wwt_gol | tmt_golongan | dd/mm/yyyy
lenggah | jabatan | text
wwt_lenggah | tmt_jabatan | dd/mm/yyyy
jns_lenggah | jenis_jabatan | tabel:1=Pangarsa;2=Fungsional;4=Juru
wwt_capeg | tmt_cpns | dd/mm/yyyy
wwt_peg | tmt_pns | dd/mm/yyyy
kantor | unit_organisasi_induk | text
papan | unit_kerja | text
pamulangan | pendidikan_tingkat | words
jur_pamulangan | pendidikan_nama | text
th_rampung | pendidikan_tahun_lulus
blanja | gaji_pokok
rampung_dinas | tmt_pensiun | dd/mm/yyyy
tlp | no_hp
yuswa | - | isi:usia
wadi | ! | isi:sandi

# hris pegawai tblEmployee
EmpID | @pegawai_key
NIK | nip
KTP | nik
FullName | nama
Nickname | - | isi:nama-orang
PlaceOfBirth | tempat_lahir
DOB | tanggal_lahir | mm/dd/yyyy
Sex | jenis_kelamin | tabel:M=1;F=0
Religion | agama | tabel:1=MOS;2=CHR;3=CAT;4=HIN;5=BUD;*=OTH
TaxStatus | status_perkawinan | tabel:1=K;4=TK;3=HB;2=D
NoOfDependents | jumlah_anak
HireDate | tmt_cpns | mm/dd/yyyy
PermanentDate | tmt_pns | mm/dd/yyyy
Grade | golongan | roman
GradeDate | tmt_golongan | mm/dd/yyyy
JobTitle | jabatan | text
JobClass | kelas_jabatan
JobDate | tmt_jabatan | mm/dd/yyyy
JobGroup | jenis_jabatan | tabel:1=Managerial;2=Professional;4=Support
CostCenter | - | isi:kode-kecil
Department | unit_organisasi_induk | text
Section | unit_kerja | text
Degree | pendidikan_tingkat | tabel:05=ELEM;10=JHS;15=SHS;17=VHS;20=DIP1;25=DIP2;30=DIP3;35=DIP4;40=BACH;45=MAST;50=PHD
Major | pendidikan_nama | text
GradYear | pendidikan_tahun_lulus
BasicSalary | gaji_pokok
THP | - | isi:uang
TaxNo | npwp
BankAcc | no_rekening
BPJSKes | no_bpjs
EmpStatus | kedudukan_hukum | tabel:01=ACTIVE;02=UNPAID LEAVE;03=STUDY;15=SANCTIONED;*=INACTIVE
Email | email
Phone | no_hp
ResignDate | - | isi:kosong
FingerID | - | isi:sidik-jari
LastLogin | - | isi:waktu
PwdHash | ! | isi:sandi

# huruf pegawai data_pns
NIP | nip | blanks
NAMA | nama
TMP LHR | tempat_lahir
TGL LHR | tanggal_lahir | dd.mm.yyyy
L/W | jenis_kelamin | tabel:M=L;F=W
AGM | agama | tabel:1=I;2=P;3=K;4=H;5=B;*=C
K/TK | status_perkawinan | tabel:1=K;4=TK;3=J;2=D
GOL | golongan | tabel:11=1A;12=1B;13=1C;14=1D;21=2A;22=2B;23=2C;24=2D;31=3A;32=3B;33=3C;34=3D;41=4A;42=4B;43=4C;44=4D;45=4E
TMT GOL | tmt_golongan | dd.mm.yyyy
MK | masa_kerja_teks
JAB | jabatan | text
S/F/U | jenis_jabatan | tabel:1=S;2=F;4=U
ESL | eselon | tabel:11=1A;12=1B;21=2A;22=2B;31=3A;32=3B;41=4A;42=4B;51=5A
TMT JAB | tmt_jabatan | dd.mm.yyyy
TMT CP | tmt_cpns | dd.mm.yyyy
TMT PNS | tmt_pns | dd.mm.yyyy
PDDK | pendidikan_tingkat | tabel:05=A;10=B;15=C;17=D;20=E;25=F;30=G;35=H;40=I;45=J;50=K
JUR | pendidikan_nama | text
LLS | pendidikan_tahun_lulus
SKPD | unit_organisasi_induk | text
UNIT | unit_kerja | text
GAPOK | gaji_pokok
KET | - | isi:catatan

# ruang pegawai t_pns
id_pns | @pegawai_key
nip_baru | nip
nip_lama | nip_lama
nama_pns | nama
glr_dpn | gelar_depan
glr_blk | gelar_belakang
tpt_lhr | tempat_lahir
tgl_lhr | tanggal_lahir | dd-mm-yy
jk | jenis_kelamin | tabel:M=2;F=1
kd_agama | agama | tabel:1=11;2=12;3=13;4=14;5=15;*=16
kd_nikah | status_perkawinan | tabel:1=1;4=2;3=4;2=3
gol | golongan | bagian:gol
ruang | golongan | bagian:ruang
tmt_pkt | tmt_golongan | dd-mm-yy
sk_pkt | no_sk_golongan
tgl_sk_pkt | tgl_sk_golongan | dd-mm-yy
jns_jab | jenis_jabatan | tabel+eselon:1=S;2=F;4=U
nm_jab | jabatan | text
tmt_jab | tmt_jabatan | dd-mm-yy
tmt_capeg | tmt_cpns | dd-mm-yy
sk_capeg | no_sk_cpns
tmt_pns | tmt_pns | dd-mm-yy
duduk_hkm | kedudukan_hukum | tabel:01=masih bekerja;02=cuti luar;03=sekolah;15=dihukum;20=mpp;*=sudah keluar
pddk | pendidikan_tingkat | tabel:05=1;10=2;15=3;17=4;20=5;25=6;30=7;35=8;40=9;45=10;50=11
prodi | pendidikan_nama | text
thn_lls | pendidikan_tahun_lulus
kd_unit | unit_kerja | local code
nm_unit | unit_kerja | text
nm_opd | unit_organisasi_induk | text
tgl_mutasi | - | isi:tgl-bebas dd-mm-yy
usr_ubah | - | isi:pengguna
tgl_ubah | - | isi:waktu

# field pegawai EXPORT
FIELD_01 | - | isi:urut
FIELD_02 | nip
FIELD_03 | nama
FIELD_04 | tempat_lahir
FIELD_05 | tanggal_lahir | dd/mm/yyyy
FIELD_06 | jenis_kelamin | tabel:M=1;F=2
FIELD_07 | agama | words
FIELD_08 | status_perkawinan | tabel:1=KAWIN;4=BELUM;3=JANDA/DUDA;2=CERAI
FIELD_09 | golongan | roman
FIELD_10 | tmt_golongan | dd/mm/yyyy
FIELD_11 | pangkat_nama | text
FIELD_12 | masa_kerja_tahun
FIELD_13 | masa_kerja_bulan
FIELD_14 | tmt_cpns | dd/mm/yyyy
FIELD_15 | tmt_pns | dd/mm/yyyy
FIELD_16 | jabatan | text
FIELD_17 | tmt_jabatan | dd/mm/yyyy
FIELD_18 | eselon | words
FIELD_19 | jenis_jabatan | tabel:1=1;2=2;4=3
FIELD_20 | unit_kerja | text
FIELD_21 | unit_organisasi_induk | text
FIELD_22 | pendidikan_tingkat | tabel:05=SD;10=SMP;15=SMA;17=SMK;20=D1;25=D2;30=D3;35=D4;40=S1;45=S2;50=S3
FIELD_23 | pendidikan_nama | text
FIELD_24 | pendidikan_tahun_lulus
FIELD_25 | alamat
FIELD_26 | no_hp
FIELD_27 | email
FIELD_28 | nik
FIELD_29 | npwp
FIELD_30 | gaji_pokok
FIELD_31 | karpeg
FIELD_32 | tmt_kgb | dd/mm/yyyy
FIELD_33 | jumlah_anak
FIELD_34 | tmt_pensiun | dd/mm/yyyy
FIELD_35 | nama_pasangan
FIELD_36 | - | isi:foto
FIELD_37 | - | isi:kosong
FIELD_38 | - | isi:catatan
FIELD_39 | - | isi:waktu

# duabaris pegawai DUK xlsx-dua-baris
NO | - | isi:urut
NAMA | nama
NIP | nip
KARPEG | karpeg
PANGKAT GOL/RUANG | golongan | roman
PANGKAT TMT | tmt_golongan
JABATAN NAMA | jabatan | text
JABATAN TMT | tmt_jabatan
JABATAN ESELON | eselon | words
CPNS TMT | tmt_cpns
CPNS NO SK | no_sk_cpns
MASA_KERJA THN | masa_kerja_tahun
MASA_KERJA BLN | masa_kerja_bulan
LATIHAN_JABATAN NAMA | diklat_struktural
LATIHAN_JABATAN TAHUN | - | isi:tahun-dinas
LATIHAN_JABATAN JAM | - | isi:jam
PENDIDIKAN NAMA | pendidikan_nama | text
PENDIDIKAN LULUS TAHUN | pendidikan_tahun_lulus
PENDIDIKAN TINGKAT | pendidikan_tingkat | tabel:05=SD;10=SLTP;15=SLTA;17=SLTA;20=D.I;25=D.II;30=D.III;35=D.IV;40=S.1;45=S.2;50=S.3
LAHIR TEMPAT | tempat_lahir
LAHIR TANGGAL | tanggal_lahir
L/P | jenis_kelamin | L/P
UNIT KERJA | unit_kerja | text
CATATAN MUTASI | - | isi:catatan

# puskesmas pegawai nakes
kode | @pegawai_key
nama_nakes | nama
nip_nrptt | nip
nik | nik
str_nomor | - | isi:nomor-berkas
str_berlaku | - | isi:tgl-depan dd-mm-yyyy
profesi | - | isi:profesi
jns_klm | jenis_kelamin | words
lahir_di | tempat_lahir
lahir_tgl | tanggal_lahir | dd-mm-yyyy
kepercayaan | agama | words
nikah | status_perkawinan | tabel:1=Sudah Menikah;4=Lajang;3=Cerai Mati;2=Cerai Hidup
status_peg | status_cpns_pns | tabel:C=Calon;P=Tetap
kondisi | kedudukan_hukum | tabel:01=Masih aktif;02=CLTN;03=Tugas belajar;15=Kena sanksi;99=Purna tugas;*=Non aktif
golru | golongan | tabel:11=Ia;12=Ib;13=Ic;14=Id;21=IIa;22=IIb;23=IIc;24=IId;31=IIIa;32=IIIb;33=IIIc;34=IIId;41=IVa;42=IVb;43=IVc;44=IVd;45=IVe
golru_sejak | tmt_golongan | dd-mm-yyyy
tugas | jabatan | text
tugas_sejak | tmt_jabatan | dd-mm-yyyy
klp_tugas | jenis_jabatan | tabel:1=Pimpinan;2=Fungsional;4=Umum
capeg_sejak | tmt_cpns | dd-mm-yyyy
tetap_sejak | tmt_pns | dd-mm-yyyy
ijazah_tkt | pendidikan_tingkat | tabel:05=SD;10=SMP;15=SMA;17=SMK;20=DI;25=DII;30=DIII;35=DIV;40=S1;45=S2;50=S3
ijazah_jur | pendidikan_nama | text
ijazah_thn | pendidikan_tahun_lulus
ijazah_dari | pendidikan_lembaga
puskesmas | unit_kerja | text
dinas | unit_organisasi_induk | text
wa | no_hp
surel | email
rek | no_rekening
pin_absen | ! | isi:pin

# absen pegawai pegawai_absen
USERID | - | isi:sidik-jari
BADGE | nip
NAME | nama
TITLE | jabatan | text
GENDER | jenis_kelamin | tabel:M=L;F=P
BIRTHDAY | tanggal_lahir | yyyy-mm-dd
HIREDDAY | tmt_cpns | yyyy-mm-dd
DEPT | unit_kerja | text
PARENTDEPT | unit_organisasi_induk | text
RANK | golongan | roman
CARDNO | - | isi:nomor-panjang
PHONE | no_hp
INLATE | - | isi:kode-konstan
OUTEARLY | - | isi:kode-konstan
OVERTIME | - | isi:nol
MVERIFYPASS | ! | isi:pin
PHOTO | - | isi:foto

# rwjab riwayat_jabatan tb_rwjab
id_rwjab | - | isi:urut
nip | @pegawai_key | nip
nm_jab | riwayat_jabatan.jabatan | text
jns_jab | riwayat_jabatan.jenis_jabatan | tabel:1=S;2=F;4=U
esl | riwayat_jabatan.eselon | words
mulai | riwayat_jabatan.tmt_jabatan | dd-mm-yy
akhir | riwayat_jabatan.tmt_akhir | dd-mm-yy
sk_no | riwayat_jabatan.no_sk
sk_tgl | riwayat_jabatan.tgl_sk | dd-mm-yy
sk_ttd | riwayat_jabatan.pejabat_sk
uker | riwayat_jabatan.unit_kerja | text
opd | riwayat_jabatan.unit_organisasi_induk | text
berkas | riwayat_jabatan.berkas
entri | - | isi:waktu

# rwdik riwayat_pendidikan R_DIK
NO_URUT | - | isi:urut
PEG_ID | @pegawai_key
TK | riwayat_pendidikan.tingkat | tabel:05=SD;10=SMP;15=SMA;17=SMK;20=D1;25=D2;30=D3;35=D4;40=S1;45=S2;50=S3
PRODI | riwayat_pendidikan.nama | text
LEMBAGA | riwayat_pendidikan.lembaga
TH_LULUS | riwayat_pendidikan.tahun_lulus
NO_STTB | riwayat_pendidikan.no_ijazah
TG_STTB | riwayat_pendidikan.tgl_ijazah | dd/mm/yyyy
SCAN | - | isi:foto
`;
