/**
 * How the invented structures name their columns: field or `-` for a column that must stay unmapped, Indonesian words, English words.
 * Alternatives stand between bars; a seed picks one.
 */
export const UNSEEN_WORDS = `
nip; nomor induk pegawai|nip|nip baru|no induk; employee number|civil servant number|nip|staff number
nip_lama; nip lama|nip sembilan digit|nomor induk lama; old employee number|former nip|legacy nip
nama; nama lengkap|nama pegawai|nama asn; full name|employee name|name
gelar_depan; gelar depan|titel depan; front title|title prefix|prefix
gelar_belakang; gelar belakang|titel belakang; back title|title suffix|degree
tempat_lahir; tempat lahir|kota lahir|kota kelahiran; birth place|place of birth|birthplace
tanggal_lahir; tanggal lahir|tgl kelahiran|lahir; birth date|date of birth|birthday|dob
jenis_kelamin; jenis kelamin|kelamin|gender; gender|sex
agama; agama|kepercayaan; religion
status_perkawinan; status perkawinan|status nikah|perkawinan; marital status|marriage status
golongan_darah; golongan darah|gol darah; blood type|blood group
nik; nik|nomor induk kependudukan|nomor ktp; national id|identity card number|citizen id
no_hp; nomor hp|no ponsel|no whatsapp|handphone; mobile phone|mobile number|cell phone
no_telepon; telepon rumah|nomor telepon; home phone|phone number|telephone
email; email|surel|alamat email; email|email address
alamat; alamat rumah|alamat tinggal|domisili; home address|street address|residence
alamat_rt; rt; rt
alamat_rw; rw; rw
alamat_kelurahan; kelurahan|desa; village
alamat_kecamatan; kecamatan; subdistrict|district
alamat_kabupaten; kabupaten kota|kabupaten; regency|city
alamat_provinsi; provinsi; province
kode_pos; kode pos; postal code|zip code
status_cpns_pns; status kepegawaian cpns pns|cpns atau pns; employment status cpns pns|cpns pns status
jenis_pegawai; jenis pegawai; employee type
kedudukan_hukum; kedudukan hukum|kedudukan pegawai|status keaktifan; legal status|standing
tmt_cpns; tmt cpns|mulai cpns|tanggal pengangkatan cpns; cpns effective date|cpns start date
no_sk_cpns; nomor sk cpns|no skep cpns; cpns decree number
tgl_sk_cpns; tanggal sk cpns|tgl skep cpns; cpns decree date
tmt_pns; tmt pns|mulai pns; pns effective date|pns start date
no_sk_pns; nomor sk pns; pns decree number
tgl_sk_pns; tanggal sk pns; pns decree date
karpeg; nomor karpeg|kartu pegawai; employee card number
golongan_cpns; golongan cpns|golongan awal; initial grade
golongan; golongan ruang|golongan terakhir|pangkat golongan|gol; grade|current grade|rank grade
tmt_golongan; tmt golongan|tmt pangkat|mulai golongan; grade effective date|rank effective date
no_sk_golongan; nomor sk pangkat|no sk kenaikan pangkat; grade decree number
tgl_sk_golongan; tanggal sk pangkat; grade decree date
masa_kerja_tahun; masa kerja tahun|mk golongan tahun; years of service|service years
masa_kerja_bulan; masa kerja bulan|mk golongan bulan; months of service|service months
jenis_jabatan; jenis jabatan|kelompok jabatan; position type|position kind
jabatan; nama jabatan|jabatan sekarang|jabatan terakhir; position name|job title|current position
tmt_jabatan; tmt jabatan|mulai jabatan|tmt menjabat; position effective date|position start date
no_sk_jabatan; nomor sk jabatan; position decree number
tgl_sk_jabatan; tanggal sk jabatan; position decree date
eselon; eselon; echelon
tmt_eselon; tmt eselon; echelon effective date
pendidikan_tingkat; tingkat pendidikan|jenjang pendidikan|pendidikan terakhir; education level|last education level
pendidikan_nama; jurusan|program studi|jurusan pendidikan; major|study program|field of study
pendidikan_tahun_lulus; tahun lulus|thn tamat; graduation year|year graduated
pendidikan_lembaga; nama sekolah|perguruan tinggi|asal sekolah; school name|university
no_ijazah; nomor ijazah; diploma number
unit_kerja; unit kerja|bagian|sub unit kerja; work unit|section
unit_organisasi_induk; opd|perangkat daerah|nama opd|skpd; department|agency name|office
lokasi_kerja; lokasi kerja|tempat bertugas; work location
gaji_pokok; gaji pokok; base salary|basic salary
tmt_kgb; tmt kgb|tmt gaji berkala; periodic raise date
tmt_kgb_berikutnya; kgb berikutnya|kgb yad; next raise date
npwp; npwp|nomor npwp; tax number|taxpayer number
no_bpjs; nomor bpjs|bpjs kesehatan; bpjs number|health insurance number
no_taspen; nomor taspen; pension fund number
no_rekening; nomor rekening; bank account number
jumlah_anak; jumlah anak; number of children
nama_pasangan; nama istri suami|nama pasangan; spouse name
bup; batas usia pensiun; retirement age
tmt_pensiun; tmt pensiun|tanggal pensiun; retirement date
pns_id_bkn; id pns bkn|id siasn; bkn person id
-; nomor urut|no; row number|no
-; id; id
-; tanggal lahir istri|tgl lahir pasangan; spouse birth date
-; tempat lahir istri; spouse birth place
-; nip istri suami; spouse nip
-; nama ayah|nama ibu; father name|mother name
-; nama atasan; boss name
-; tanggal nikah; wedding date
-; usia|umur; age
-; tinggi badan; height
-; berat badan; weight
-; hobi; hobby
-; foto|berkas foto; photo file
-; dibuat tanggal|created at; created at
-; diubah oleh; updated by
-; terakhir login; last login
-; catatan|keterangan; remark|note
-; gaji kotor|tunjangan beras|potongan iwp; gross salary|net salary|rice allowance
-; tanggal gaji; salary date
-; aktif; is active
-; nomor dosir; dossier number
-; usulan unit; proposed unit
!; kata sandi|password; password|passwd
!; pin absen|pin; pin code
`;
