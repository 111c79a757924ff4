/** Names of levels of functional posts: a title of a pelaksana that holds one is an error that the quality index counts. */
const LEVEL_WORD = /\b(?:AHLI|TERAMPIL|MAHIR|PENYELIA)\b/;
const PLAIN_WORK = /^(?:PRAMU|PENJAGA|PENGEMUDI|CARAKA|JURU|PETUGAS KEBERSIHAN|PESURUH|SATPAM|TUKANG)\b/;
const OFFICE_WORK =
  /^(?:PENGADMINISTRASI|OPERATOR|BENDAHARA|PENGOLAH|TEKNISI|PETUGAS|PEMROSES|PENCATAT|AGENDARIS|KASIR)\b/;
const SKILLED_WORK = /^(?:PENGELOLA|VERIFIKATOR|SEKRETARIS|PENATA|PENGAWAS|KOORDINATOR|PEMERIKSA)\b/;
const OTHER_POSTS = /\b(?:GURU|DOSEN|LEKTOR|WIDYAISWARA|PEREKAYASA|PENELITI|JAKSA|HAKIM|PANITERA)\b/;

/**
 * The least education that a title of a pelaksana suggests (d SD, m SLTA, p D-III, s S-1); undefined for titles that this
 * population does not use: other kinds of post, and those that name the level of a functional post.
 */
export function classifyPelaksana(nama: string): string | undefined {
  if (nama === '' || nama !== nama.toUpperCase() || LEVEL_WORD.test(nama) || OTHER_POSTS.test(nama)) return undefined;
  if (PLAIN_WORK.test(nama)) return 'd';
  if (OFFICE_WORK.test(nama)) return 'm';
  return SKILLED_WORK.test(nama) ? 'p' : 's';
}

type ProgramKind = { readonly bidang: string; readonly gelar: string };
type Rule = readonly [name: RegExp, bidang: string, s1: string, s2: string];

/** Words of a programme, its field, and the titles of S-1 and S-2; the first that fits. */
const RULES: readonly Rule[] = [
  [/\b(?:PENDIDIKAN|KEPENDIDIKAN|TADRIS|PGSD|TARBIYAH)\b/, 'guru', 'S.Pd.', 'M.Pd.'],
  [/\bHUKUM\b/, 'hukum', 'S.H.', 'M.H.'],
  [/\b(?:EKONOMI|AKUNTANSI|MANAJEMEN|PERBANKAN)\b/, 'ekonomi', 'S.E.', 'M.M.'],
  [/\b(?:INFORMATIKA|KOMPUTER|SISTEM INFORMASI)\b/, 'komputer', 'S.Kom.', 'M.Kom.'],
  [/\b(?:PERTANIAN|AGRONOMI|AGRIBISNIS|AGROTEKNOLOGI)\b/, 'tani', 'S.P.', 'M.P.'],
  [/\b(?:ADMINISTRASI|PEMERINTAHAN|POLITIK)\b/, 'administrasi', 'S.A.P.', 'M.A.P.'],
  [/\bTEKNIK\b/, 'teknik', 'S.T.', 'M.T.'],
  [/\b(?:SOSIAL|SOSIOLOGI|KOMUNIKASI)\b/, 'sosial', 'S.Sos.', 'M.Si.'],
];
const STRANGE = /#|DOKTER|PROFESI|SERTIFIKAT|\+|AKTA|A-IV|KEDOKTERAN|\bSPESIALIS\b/;

/** Field and title of a study programme of S-1 or S-2; undefined where the name does not say. */
export function classifyProgram(tingkat: string, nama: string): ProgramKind | undefined {
  if ((tingkat !== '40' && tingkat !== '45') || !/^S-[12] /.test(nama) || STRANGE.test(nama)) return undefined;
  const rule = RULES.find(([words]) => words.test(nama));
  return rule && { bidang: rule[1], gelar: tingkat === '40' ? rule[2] : rule[3] };
}
