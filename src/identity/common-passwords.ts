import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * Words of which the commonest breached passwords are made, as far as several published counts of them agree, and those of Indonesian
 * ones: affection, prayers, places, clubs, names, words of the office. Facts, put together here; a list of whole passwords would hold
 * few that are as long as ours must be.
 */
const WORDS: ReadonlySet<string> = new Set(
  `
  password passwort passw0rd pass passcode letmein welcome login logon admin administrator root user guest test testing changeme default
  secret access master server system computer internet windows google facebook yahoo gmail hotmail samsung iphone android nokia
  iloveyou ilove love lovely lover loveme loveyou baby babygirl babyboy angel princess prince sweet sweetheart honey beautiful forever
  friend friends family mother father mommy daddy sister brother dragon monkey tiger lion eagle horse dolphin kitty kitten puppy
  sunshine shadow flower butterfly rainbow summer winter spring autumn freedom heaven jesus christ blessed trustno whatever nothing
  superman batman spiderman starwars pokemon pikachu naruto sasuke onepiece doraemon minecraft pubg roblox freefire mobilelegends
  football baseball basketball soccer hockey liverpool chelsea arsenal manchester united barcelona realmadrid juventus milan inter
  michael jessica ashley daniel jordan thomas charlie andrew matthew robert william george joshua hunter jennifer michelle nicole
  maggie pepper ginger cookie chocolate banana orange cheese killer hacker ninja gamer player cowboy soldier money rich
  qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx azerty abc abcd abcde abcdef abcdefg xyz
  one two three four five six seven eight nine zero hello world hi my me you the is a i am im
  sandi katasandi rahasia kunci masuk kata buka pakai coba cobacoba tes percobaan ganti gantisandi akun aku saya kamu dia kita kami
  sayang sayangku sayangkamu sayangmama sayangibu cinta cintaku cintakamu kasih kekasih rindu kangen manis cantik ganteng jelek
  bismillah bismillahirrahmanirrahim alhamdulillah allah allahuakbar subhanallah astaghfirullah masyaallah insyaallah muhammad islam
  yesus tuhan yatuhan puji doa amin berkah semoga sukses sehat bahagia selamat semangat pasti bisa juara merdeka
  indonesia indonesiaku indonesiaraya nusantara garuda pancasila proklamasi jawa jawatengah jateng jawatimur jawabarat sumatra bali
  jakarta bandung surabaya semarang solo surakarta jogja jogjakarta yogyakarta malang medan makassar tegal pekalongan magelang salatiga
  kudus jepara demak kendal batang pemalang brebes cilacap banyumas purbalingga banjarnegara kebumen purworejo wonosobo temanggung
  boyolali klaten sukoharjo wonogiri karanganyar sragen grobogan blora rembang pati purwokerto
  persib persija persebaya arema bonek viking persis psis timnas bola bulutangkis
  mama papa mamah bunda ayah ibu bapak abah umi umma abi kakak adik anak anakku keluarga keluargaku istri istriku suami suamiku nenek
  agus budi bambang slamet wahyu joko eko dwi tri catur sri siti dewi ratna endang yanti wati nur putri putra rizky rizki andi ahmad
  fitri ayu indah lestari dian rina nina yuli yulia susi tuti ani anisa annisa aisyah fatimah zahra nabila salsabila bagas dimas galih
  kucing anjing harimau bunga melati mawar matahari bintang bulan langit laut gunung pelangi kupukupu ikan
  pegawai pns asn cpns pppk guru bidan perawat kantor dinas badan bkd bkpp bkpsdm bkn bupati walikota gubernur camat lurah kepala
  pemda pemkab pemkot provinsi kabupaten kota kepegawaian simpeg siasn sapk portal aplikasi data
  senin selasa rabu kamis jumat sabtu minggu januari februari maret april mei juni juli agustus september oktober november desember
  satu dua tiga empat lima enam tujuh delapan sembilan sepuluh kosong gratis bebas mantap keren oke okesip siap gas
  `
    .trim()
    .split(/\s+/),
);
const LONGEST = Math.max(...[...WORDS].map(({ length }) => length));

/** Signs that are typed for letters. */
const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
/** Rows of the keyboard and the alphabet, both ways. */
const WALKS = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qazwsxedcrfvtgbyhnujmikolp',
  'abcdefghijklmnopqrstuvwxyz',
].flatMap((row) => [row, Array.from(row).toReversed().join('')]);
const SHORTEST_WALK = 4;

/** Two words are guessed, three and more are a sentence. */
const WORDS_GUESSED = 2;
/** So many signs that nobody can know make up for the rest. */
const UNKNOWN_NEEDED = 6;

/**
 * The 3,000 commonest passwords of at least twelve signs among ten million that leaked (M. Burnett's count of 2015), each as the first
 * four bytes of the SHA-256 of its lower case: enough to know one again, and nothing to read.
 */
const COMMONEST: ReadonlySet<string> = new Set(
  readFileSync(new URL('commonest-passwords.txt', import.meta.url), 'utf8')
    .trim()
    .split(/\s+/),
);

/** Whether a password, in lower case, is one of the commonest that leaked, or is put together as they are. */
export function isCommonPassword(folded: string): boolean {
  return COMMONEST.has(createHash('sha256').update(folded).digest('hex').slice(0, 8)) || isGuessed(folded);
}

/**
 * Whether a password is put together of what is guessed first: up to two common words, digits, walks over the keyboard and repeats, with
 * hardly anything besides. Takes it in lower case; linear in its length but for runs of digits.
 */
function isGuessed(folded: string): boolean {
  const typed = Array.from(folded).filter((sign) => /[\p{L}\p{N}@$!]/u.test(sign));
  const letters = typed.map((sign) => LEET[sign] ?? sign).join('');
  // The fewest unknown signs up to each place, by how many words were used.
  const rows: number[][] = [[0, ...Array.from({ length: WORDS_GUESSED }, () => Number.POSITIVE_INFINITY)]];
  for (let end = 1; end <= typed.length; end++) {
    const sign = typed[end - 1] ?? '';
    const isKnown = /\p{N}/u.test(sign) || sign === typed[end - 2] || endsWalk(typed, end);
    const best = (rows[end - 1] ?? []).map((unknown) => unknown + (isKnown ? 0 : 1));
    for (let length = 1; length <= Math.min(LONGEST, end); length++) {
      if (!WORDS.has(letters.slice(end - length, end))) continue;
      const before = rows[end - length] ?? [];
      for (let words = 1; words <= WORDS_GUESSED; words++)
        best[words] = Math.min(best[words] ?? 0, before[words - 1] ?? Number.POSITIVE_INFINITY);
    }
    rows.push(best);
  }
  return Math.min(...(rows.at(-1) ?? [])) < UNKNOWN_NEEDED;
}

/** Whether the last letters before a place walk along a row, whatever digits are between them. */
function endsWalk(typed: readonly string[], end: number): boolean {
  let last = '';
  for (let at = end - 1; at >= 0 && last.length < SHORTEST_WALK; at--) {
    const sign = typed[at] ?? '';
    if (/\p{L}/u.test(sign)) last = sign + last;
  }
  return last.length === SHORTEST_WALK && WALKS.some((row) => row.includes(last));
}
