/**
 * Words that say more, or something else, in the rows of a history than in a table of people: there each row is an event with its
 * decree, so that a letter is the decree, what begins is its effect, and who signed is an official. Whole words only; a line without a
 * concept names words that add nothing.
 */
const WORDS = `
sk: letter surat order document dokumen kep penetapan
tmt: terhitung berlaku sejak from eff begin begins beginning commence commencement valid
selesai: until till thru to hingga ended ends
pejabat: signed signer signatory signature approved approver authorized authorised authority issued issuer appointed ditandatangani menandatangani
pejabat: penanda ditetapkan menetapkan disahkan disetujui berwenang
lantik: oath sworn swearing sumpah dilantik
jenis: kelompok
ket: uraian perihal tentang description remarks notes comment comments subject deskripsi
jab: post assignment appointment placement designation career karir karier
pangkat+kenaikan: promotion
unit: organization organisation
akhir: current terkini masih primary latest
jurusan: keahlian discipline
lulus: completed completion kelulusan
sekolah: institution
gaji: pay remuneration
lama: semula
flag: ind indicator
: by oleh amount besaran yang in
`;

/** Form -> concepts. */
export const HISTORY_WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  WORDS.trim()
    .split('\n')
    .flatMap((line) => {
      const [concepts = '', forms = ''] = line.split(':');
      const meant = concepts.split('+').filter((concept) => concept !== '');
      return forms
        .trim()
        .split(' ')
        .map((form) => [form, meant] as const);
    }),
);
