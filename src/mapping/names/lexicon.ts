/**
 * Words and short words of personnel columns. Each line: a concept, then the forms in which it is written. A form may stand
 * for several concepts ("gdp" = gelar depan), written with a plus. Forms of fewer than three letters count only as whole
 * words or at the border of known words.
 */
const WORDS = `
nip: nip nipp
baru: baru new
lama: lama old lm
nik: nik ktp
kk: kk
nama: nama nm nam name nma
pendek: pendek panggilan alias
gelar: gelar glr titel title
depan: depan dpn dep front
belakang: belakang blk blkg blkng belk blakang
gelar+depan: gdp gldp
gelar+belakang: gdb gldb
tempat: tempat tpt tmpt tem place
lahir: lahir lhr lhir birth
tempat+lahir: tmlhr tmplhr temlhr tmplahir tmptlahir pob
tgl+lahir: tglhr dob
tempat+tgl+lahir: ttl
tgl: tgl tg tanggal tggl tgal tangal date
tmt: tmt mulai
tahun: tahun thn th year
bulan: bulan bln bl month
kelamin: kelamin jenkel jnskel jnskelamin jeniskelamin jekel jk sex gender lp kelmn pnssex
jenis: jenis jns jen tipe type tipe
agama: agama agm religion kodaga
kawin: kawin nikah pernikahan perkawinan marital stswin
status+kawin: stawin stskawin
status+pegawai: stapeg stspeg
lokasi+kerja: loker temkrj penempatan
status: status sts stat st
darah: darah drh blood
gol+darah: goldar goldarah
alamat: alamat alm almt almat address jalan jln
rt: rt
rw: rw
desa: desa kelurahan kel dati4 kelurahan
kecamatan: kecamatan kec dati3
kabupaten: kabupaten kab kota city dati2 kabkota
provinsi: provinsi propinsi prov prop pro dati1 province
pos: pos postal zip kdpos kodpos kodepos
telp: telp telepon tlp telpon telephone phone telephon nomtel notel
hp: hp ponsel handphone seluler selular mobile wa whatsapp gsm nomhp hape genggam
rumah: rumah rmh
email: email mail surel
dinas: gov kedinasan
karpeg: karpeg kartupegawai
kartu: kartu
karis: karis karsu karissu kariskarsu
kpe: kpe
askes: askes
bpjs: bpjs
taspen: taspen
tapera: tapera taperum bapertarum tabrum taprum
npwp: npwp
asn: asn
pegawai: pegawai peg pgw karyawan employee
kepegawaian: kepegawaian
kedudukan: kedudukan kedudu kedhuk kedud kddk duduk
hukum: hukum huk
aktif: aktif active
pensiun: pensiun pens
bup: bup
usia: usia umur age
mati: meninggal mati wafat
dini: dini
sk: sk skep keputusan surat
pejabat: pejabat pejmen pej penetap pemberi penandatangan ttd
pengesah: pengesah
pertek: pertek nota bkn persetujuan teknis
cpns: cpns cpn capeg capns
pns: pns
pppk: pppk pthreek
pengangkatan: pengangkatan angkat
kontrak: kontrak contract
spmt: spmt skmt
tugas: tugas tgs
sttpl: sttpl sttp sttpp
prajab: prajab prajabatan latsar
diklat+cpns: dikcpn
diklat: diklat dik latihan pelatihan lat
kgb: kgb berkala
berikut: yad next berikutnya berikut datang
gaji: gaji
gaji+pokok: gapok gajipokok
pokok: pokok
mk: mk masakerja
mk+gol: mkg mkgol
masa: masa
kerja: kerja krj
mk+tahun: thkerja thnkerja thker thnker mkthn mkth mkt
mk+bulan: blkerja blnkerja blker blnker mkbln mkbl mkb
mk+gol+tahun: mkgolt mkgolthn
mk+gol+bulan: blgolt mkgolbln
program: program prog
gol: gol golru golongan golruang golrg golr
ruang: ruang
pangkat: pangkat pkt pangkt pngkt pgkt pkat
jab: jabatan jab jbt jabat jabtn
struktural: struktural struk strukt stru str
fungsional: fungsional fung fungsi jft ft fungsonal tertentu fun
fungsional+umum: fungum jfu fu
umum: umum
pelaksana: pelaksana
nonjob: nonjob
proyeksi: proyeksi
eselon: eselon esl esel eslon ess eselo
unit: unit unor satker unitkerja ukerja bidang seksi unitor
satuan: satuan
skpd: skpd opd
organisasi: organisasi org
induk: induk
lantik: lantik pelantikan antik
pendidikan: pendidikan pendid pend pdd pddkn didik pddk pendik
tingkat: tingkat tk tkt tktdik jenjang strata
jurusan: jurusan jur prodi jenjurusan studi
lulus: lulus lls tahlul
ijazah: ijazah ijaz ijasah ijz sttb
sekolah: sekolah universitas kampus almamater
lembaga: lembaga
awal: awal pertama
akhir: akhir terakhir last
selesai: selesai berakhir sampai end
hukdis: hukdis hukuman disiplin hukdisiplin jenhukum
stru+diklat: dikstru diklatpim latstr
kredit: kredit ak akret angkakredit
angka: angka
rekening: rekening rek norek
istri: istri isteri suami issu pasangan spouse istrisuami
anak: anak
jumlah: jumlah jml jmlh
jumlah+istri: jistri
jumlah+anak: janak jmlank
ortu: ayah ibu ortu ayahanda bapak mertua orangtua
instansi: instansi ins
instansi+induk: insduk
instansi+kerja: insker
lokasi: lokasi lok location
kpkn: kpkn
kppn: kppn
ktua: ktua
kanreg: kanreg
tunjangan: tunjangan tunj tj
ket: keterangan ket catatan remark note
no: no nomor nomer num number nom
id: id kode kd kod uuid code fk key
seri: seri
manual: mn manual
riwayat: riwayat r hist history
usul: tmp temp usulan pending usul
tambahan: tambahan
keluarga: keluarga
register: register reg
kategori: kategori category
kredit+utama: kreditutama
mutasi: mutasi
pindah: pindah masuk
orang: orang person
level: level
kelas: kelas
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
`;

/** Words that name no fact about a person in service; a column built on one of them stays unmapped. */
export const FOREIGN = `
foto photo fhoto gambar image blob file berkas dok doc scan attachment
created modified updated update timestamp stamp user userin userup login role create insert delete tmstamp tmstampup oleh
hobi hobby tinggi berat rambut muka ciri warna kulit badan sepatu baju
username os version menu log validator perubahan
presensi absen absensi fingerprint mesin bank zona cabang dosir
potongan potong kotor bersih pajak beras tpp bayar dibayar byr hitung trans ssbp prsn tabel
berlaku ktua wilayah uraian kepala kepsek atasan mapel guru
`
  .trim()
  .split(/\s+/);

/** Words of columns whose values must never be read. */
export const SECRET =
  'password passwd passwrd pass pwd pin token secret imei session sesi otp sandi salt hash apikey katasandi'.split(' ');

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
