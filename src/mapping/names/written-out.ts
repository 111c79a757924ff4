/**
 * What everybody shortens and some write out in full: the words, and the short form that the lexicon holds. None of the words alone says
 * it: "wajib pajak" is the NPWP, "pajak" a deduction.
 */
const WRITTEN_OUT = `
cpns: calon pegawai negeri sipil|calon pegawai negeri|calon pegawai|calon pns|calon asn
pns: pegawai negeri sipil|pegawai negeri|negeri sipil
asn: aparatur sipil negara|pegawai asn
pppk: pegawai pemerintah dengan perjanjian kerja
nik: nomor induk kependudukan|kartu tanda penduduk|tanda penduduk
kk: kartu keluarga|family card
npwp: nomor pokok wajib pajak|pokok wajib pajak|wajib pajak
tmt: terhitung mulai tanggal|terhitung mulai|mulai terhitung
sk: surat keputusan
email: surat elektronik
spmt: surat pernyataan melaksanakan tugas|surat perintah melaksanakan tugas|surat melaksanakan tugas|melaksanakan tugas
sttpl: surat tanda tamat pendidikan dan pelatihan|surat tanda tamat pelatihan|tanda tamat pelatihan|surat tanda tamat|tanda tamat
ijazah: surat tanda tamat belajar|tanda tamat belajar
diklatpim: pendidikan dan pelatihan kepemimpinan|pelatihan kepemimpinan|diklat kepemimpinan|diklat pim
diklat: pendidikan dan pelatihan
kgb: kenaikan gaji berkala
skpd: satuan kerja perangkat daerah|organisasi perangkat daerah
rt: rukun tetangga
rw: rukun warga
alamat: alamat tempat tinggal|tempat tinggal|alamat tinggal
bup: batas usia pensiun
kpe: kartu pegawai elektronik
karis: kartu istri suami|kartu suami istri|kartu istri atau suami|kartu istri dan suami|kartu istri|kartu suami
taspen: pension fund
pejabat: signed by|ditandatangani oleh|ditetapkan oleh|yang menandatangani
tapera: tabungan perumahan rakyat|tabungan perumahan
`;

/** First word -> the word lists that begin with it, the longest first, and their short form. */
const BY_FIRST: ReadonlyMap<string, readonly (readonly [words: readonly string[], short: string])[]> = Map.groupBy(
  WRITTEN_OUT.trim()
    .split('\n')
    .flatMap((line) => {
      const [short = '', forms = ''] = line.split(': ');
      return forms.split('|').map((form) => [form.split(' '), short] as const);
    })
    .toSorted(([a], [b]) => b.length - a.length),
  ([[first = '']]) => first,
);

/** The words of a name with everything that is written out in its short form. */
export function shortenWords(words: readonly string[]): readonly string[] {
  const short: string[] = [];
  for (let at = 0; at < words.length; ) {
    const found = BY_FIRST.get(words[at] ?? '')?.find(([full]) => full.every((word, i) => words[at + i] === word));
    short.push(found?.[1] ?? words[at] ?? '');
    at += found?.[0].length ?? 1;
  }
  return short;
}
