/**
 * Words and short words of personnel columns. Each line: a concept, then the forms in which it is written. A form may stand
 * for several concepts ("gdp" = gelar depan), written with a plus. Forms of fewer than three letters count only as whole
 * words or at the border of known words.
 */
const WORDS = `
nip: nip nipp
baru: baru new
lama: lama old lm previous former legacy prior sebelum sebelumnya sblm lalu terdahulu dahulu
nik: nik ktp citizen identity national
kk: kk
nama: nama nm nam name nma
pendek: pendek panggilan alias
gelar: gelar glr titel title degree
depan: depan dpn dep front given
tengah: tengah tgh middle
belakang: belakang blk blkg blkng belk blakang back
nama+depan: fname firstname forename givenname
nama+tengah: mname middlename
nama+belakang: lname lastname surname familyname
gelar+depan: gdp gldp prefix
gelar+belakang: gdb gldb suffix
tempat: tempat tpt tmpt tem place
lahir: lahir lhr lhir birth kelahiran
tempat+lahir: tmlhr tmplhr temlhr tmplahir tmptlahir pob birthplace
tgl+lahir: tglhr dob birthday birthdate
tempat+tgl+lahir: ttl
tgl: tgl tg tanggal tggl tgal tangal date
tmt: tmt mulai terhitung sejak effective start since
tahun: tahun thn th year years
bulan: bulan bln bl month months
kelamin: kelamin seks jenkel jnskel jnskelamin jeniskelamin jekel jk sex gender lp kelmn pnssex
jenis: jenis jns jen tipe type macam
agama: agama agm religion kodaga faith iman kepercayaan keyakinan
kawin: kawin nikah pernikahan perkawinan marital stswin marriage married
status+kawin: stawin stskawin
status+pegawai: stapeg stspeg
lokasi+kerja: loker temkrj penempatan
status: status sts stat st
darah: darah drh blood
gol+darah: goldar goldarah
alamat: alamat alm almt almat address jalan jln street residence domisili home
rt: rt
rw: rw
desa: desa kelurahan kel dati4 kelurahan village ward
kecamatan: kecamatan kec dati3 district subdistrict
kabupaten: kabupaten kab kota city dati2 kabkota regency municipality
provinsi: provinsi propinsi prov prop pro dati1 province
pos: pos postal zip kdpos kodpos kodepos
telp: telp telepon tlp telpon telephone phone telephon nomtel notel
hp: hp kontak contact ponsel handphone seluler selular mobile wa whatsapp gsm nomhp hape genggam cell cellphone
rumah: rumah rmh
email: email mail surel
buatan: gen generated
dinas: gov kedinasan official
karpeg: karpeg kartupegawai
kartu: kartu card
karis: karis karsu karissu kariskarsu
kpe: kpe
askes: askes
bpjs: bpjs insurance
taspen: taspen
no+taspen: notas
kesehatan: kesehatan kes health
bank: bank
tapera: tapera taperum bapertarum tabrum taprum
npwp: npwp tax taxpayer
asn: asn
pegawai: pegawai peg pgw ptk karyawan employee staff personnel worker
kepegawaian: kepegawaian employment
kedudukan: kedudukan kedudu kedhuk kedud kddk duduk standing
hukum: hukum huk legal
aktif: aktif active keaktifan
pensiun: pensiun pens retirement retire pension
bup: bup
usia: usia umur age
mati: meninggal mati wafat
dini: dini
sk: sk skep keputusan surat decree
pejabat: pejabat pejmen pej penetap pemberi penandatangan ttd
pengesah: pengesah
pertek: pertek nota bkn persetujuan teknis
cpns: cpns cpn capeg capns calon
pns: pns civil servant
pppk: pppk pthreek
pengangkatan: pengangkatan angkat
kontrak: kontrak contract
spmt: spmt skmt
tugas: tugas tgs bertugas
sttpl: sttpl sttp sttpp
prajab: prajab prajabatan latsar
diklat+cpns: dikcpn
diklat: diklat dik latihan pelatihan lat
kgb: kgb berkala raise increment periodic
berikut: yad next berikutnya berikut datang
gaji: gaji salary wage
gaji+pokok: gapok gajipokok
pokok: pokok base basic
mk: mk masakerja service
mk+gol: mkg mkgol
masa: masa
kerja: kerja krj work working
mk+tahun: thkerja thnkerja thker thnker mkthn mkth mkt
mk+bulan: blkerja blnkerja blker blnker mkbln mkbl mkb
mk+gol+tahun: mkgolt mkgolthn
mk+gol+bulan: blgolt mkgolbln
program: program prog
gol: gol golru golongan golruang golrg golr grade
ruang: ruang
pangkat: pangkat pkt pangkt pngkt pgkt pkat rank
jab: jabatan jab jbt jabat jabtn position job posisi menjabat
struktural: struktural struk strukt stru str
fungsional: fungsional fung fungsi jft ft fungsonal tertentu fun
fungsional+umum: fungum jfu fu
umum: umum
pelaksana: pelaksana
nonjob: nonjob
proyeksi: proyeksi
eselon: eselon esl esel eslon ess eselo echelon
unit: unit unor satker unitkerja ukerja bidang seksi unitor section division bagian sub subbag
satuan: satuan
seluruh: seluruh seluruhnya keseluruhan
skpd: skpd opd department agency office
organisasi: organisasi org
induk: induk
lantik: lantik pelantikan antik inauguration inaugurated
pendidikan: pendidikan pendid pend pdd pddkn didik pddk pendik education
tingkat: tingkat tk tkt tktdik jenjang strata
jurusan: jurusan jur prodi jenjurusan studi major study
lulus: lulus grad lls tahlul graduation graduated graduate tamat
ijazah: ijazah ijaz ijasah ijz sttb diploma certificate
sekolah: sekolah universitas kampus almamater school university college campus perguruan
lembaga: lembaga
awal: awal pertama initial first original
akhir: akhir terakhir last current latest present sekarang skrg kini highest tertinggi
selesai: selesai berakhir sampai end
hukdis: hukdis hukuman disiplin hukdisiplin jenhukum
stru+diklat: dikstru diklatpim latstr
kredit: kredit ak akret angkakredit
angka: angka
rekening: rekening rek norek account
istri: istri isteri suami issu pasangan spouse istrisuami wife husband
anak: anak child children kids
jumlah: jumlah jml jmlh banyaknya count total
jumlah+istri: jistri
jumlah+anak: janak jmlank
ortu: ayah ibu ortu ayahanda bapak mertua orangtua father mother parent parents
instansi: instansi ins
instansi+induk: insduk
instansi+kerja: insker
lokasi: lokasi lok location
kpkn: kpkn
kppn: kppn
ktua: ktua
kanreg: kanreg
tunjangan: tunjangan tunj tj allowance
ket: keterangan ket catatan remark note
no: no nomor nomer num number nom
id: id kode kd kod uuid code fk key
seri: seri
manual: mn manual
riwayat: riwayat r hist history
usul: tmp temp usulan pending usul proposed
tambahan: tambahan
keluarga: keluarga family
register: register reg registrasi registration
kategori: kategori category
kredit+utama: kreditutama
mutasi: mutasi
pindah: pindah masuk
orang: orang person
pribadi: pribadi private personal
level: level lvl
kelas: kelas class
virtual: virtual
konversi: konversi konv
urut: urut
valid: valid validasi
flag: flag is
bersih: bersih
suku: suku
dokumen: dokumen document
akta: akta akte
dokter: dokter
narkoba: narkoba
skck: skck
bahasa: bahasa
hidup: hidup
pengadaan: pengadaan
formasi: formasi
jalur: jalur
kenaikan: kenaikan naik
nip+lama: niplm
asal: asal
kependudukan: kependudukan
daerah: daerah
perangkat: perangkat
batas: batas limit
lengkap: lengkap full complete
dan: dan atau of and the per dengan yang untuk at on for pada atas akan bagi terhadap ybs besaran besarnya
`;

/** Words that name no fact about a person in service; a column built on one of them stays unmapped. */
export const FOREIGN = `
foto photo fhoto gambar image blob file berkas dok doc scan attachment
created crt modified updated update upd timestamp stamp user userin userup login role create insert delete tmstamp tmstampup oleh
hobi hobby height weight wedding gross net netto bruto rice deduction boss supervisor login dossier tinggi berat rambut muka ciri warna kulit badan sepatu baju
username os version menu log validator perubahan
presensi absen absensi fingerprint darurat emergency url link tautan sync sinkron mesin zona cabang dosir
potongan potong iuran premi angsuran simpanan zakat kotor bersih pajak beras tpp bayar dibayar byr hitung trans ssbp prsn tabel
berlaku ktua wilayah uraian kepala kepsek atasan mapel guru
`
  .trim()
  .split(/\s+/);

/** Words of columns whose values must never be read. */
export const SECRET =
  'password passwd paswd pswd passwrd pasword pword passcode passphrase passkey pass pwd pin token secret imei session sesi otp totp mfa sandi sandhi salt hash apikey katasandi katakunci katarahasia kodesandi tembungsandi tembungkunci kecapkonci kecapsandi kredensial credential credentials cookie jwt'.split(
    ' ',
  );

/** Words that make a secret only side by side, within one name: "api_key", "jawaban_keamanan", "recovery codes". */
export const SECRET_TOGETHER: readonly (readonly [first: RegExp, second: RegExp])[] = [
  [/^(?:api|private|access|encryption|app|client|auth|otentikasi|autentikasi|login)$/, /^(?:keys?|kunci)$/],
  // Javanese and Sundanese: tembung, kecap = word; konci = key; wadi = secret
  [/^(?:kata|kode|frasa|tembung|kecap)$/, /^(?:kunci|konci|rahasia|wadi|akses|masuk|verifikasi|otentikasi|keamanan)$/],
  [
    /^(?:security|keamanan|rahasia|maiden|recovery|pemulihan)$/,
    /^(?:answers?|jawaban|questions?|pertanyaan|codes?|kode)$/,
  ],
  [/^(?:answers?|jawaban|questions?|pertanyaan)$/, /^(?:security|keamanan|rahasia|maiden)$/],
  [/^maiden$/, /^name$/],
  [/^(?:recovery|verification|access|backup)$/, /^codes?$/],
  [/^(?:two|2)$/, /^(?:factor|fa)$/],
];

function readWords(): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, readonly string[]>();
  for (const line of WORDS.trim().split('\n')) {
    const [concepts = '', forms = ''] = line.split(':');
    for (const form of forms.trim().split(' ')) words.set(form, concepts.split('+'));
  }
  for (const form of FOREIGN) words.set(form, [`~${form}`]);
  for (const form of SECRET) words.set(form, [`!${form}`]);
  return words;
}

/** Form -> concepts; a concept that starts with ~ is foreign, with ! secret. */
export const LEXICON: ReadonlyMap<string, readonly string[]> = readWords();
