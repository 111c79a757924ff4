import type { ColumnFacts } from '../sample/column-facts.ts';

/** What a text speaks of, by the words that it begins with or holds. */
export type TextKind = 'lembaga' | 'program' | 'pangkat' | 'pejabat' | 'alamat' | 'jabatan' | 'unit';

/** In the order in which they are asked: a school that trains teachers is a school, not a post. */
const KINDS: readonly (readonly [kind: TextKind, words: RegExp, share: number])[] = [
  [
    'lembaga',
    /universitas|institut|politeknik|akademi|sekolah tinggi|^(?:ikip|stkip|stikes|stie|univ|uin|iain)\b/i,
    0.35,
  ],
  [
    'program',
    /^(?:s\W?[123]|d\W?(?:i{1,3}|iv|[1-4])|diploma|sarjana|magister|strata)\b.{3}|^(?:jurusan|prodi|program studi)\b/i,
    0.5,
  ],
  ['pangkat', /^(?:juru|pengatur|penata|pembina)(?:\s+(?:muda|utama|madya|tingkat|tk)\b.*)?$/i, 0.7],
  [
    'pejabat',
    /^(?:a\.?n\.?\s|bupati|wali ?kota|gubernur|presiden|menteri|sekretaris daerah|kepala (?:bkn|bkd|bkpp|kanreg))/i,
    0.7,
  ],
  ['alamat', /^(?:jl|jln|jalan|dk|dukuh|dsn|dusun|perum|gg|gang|kp)\b|\brt\W*\d/i, 0.4],
  [
    'jabatan',
    /^(?:guru|analis|kepala|pengelola|perawat|bidan|dokter|pranata|penyuluh|pengadministrasi|sekretaris|staf|camat|lurah|pengawas|operator|apoteker|arsiparis)\b/i,
    0.5,
  ],
  [
    'unit',
    /^(?:dinas|badan|kecamatan|kantor|bagian|bidang|seksi|sekretariat|upt\w*|sdn?|smpn?|sm[ak]n?|tk|puskesmas|rsud|kelurahan|inspektorat|subbag\w*|sub bagian)\b/i,
    0.5,
  ],
];

const kinds = new WeakMap<ColumnFacts, TextKind | 'lain'>();

/** What most texts of the column speak of; undefined where they are few or of no known kind. */
export function textKindOf(facts: ColumnFacts): TextKind | undefined {
  const known = kinds.get(facts) ?? findKind(facts);
  kinds.set(facts, known);
  return known === 'lain' ? undefined : known;
}

function findKind(facts: ColumnFacts): TextKind | 'lain' {
  if (facts.meanLength < 4 || facts.share('berhuruf') < 0.7) return 'lain';
  return KINDS.find(([, words, share]) => facts.shareOf((value) => words.test(value)) >= share)?.[0] ?? 'lain';
}

/** Schools are offices to those who work there and institutions to those who went there. */
export const areSchools = (facts: ColumnFacts): boolean => facts.shareOf((value) => SCHOOL.test(value)) > 0.5;
const SCHOOL =
  /^(?:tk|sd|smp|slt[pa]|sm[aku]|stm|spg|pga|mi|mts|ma)(?:n|s|it)?\b|universitas|institut|politeknik|akademi|sekolah|^(?:univ|uin|iain|ikip|stkip|stikes|stie)\b/i;
