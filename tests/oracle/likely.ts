import { formatIsoDate } from '#kernel/local-date.ts';
import { damerauLevenshtein, jaroWinkler } from '#kernel/similarity.ts';
import { compareFoldedNama, foldNama } from '#rules/nama.ts';
import { parseNip } from '#rules/nip.ts';
import { instansiOf, type SimpegRow } from './office.ts';
import { of, type Person, traitOf } from './value.ts';

/** What the last rung looks at; '' where it is not known. Dates as yyyymmdd. */
interface Traits {
  readonly tanggalLahir: string;
  readonly tmtCpns: string;
  /** Told by a rounded NIP; on the other side by its NIP, or the column where that tells nothing. */
  readonly tmtNip: string;
  readonly nama: string;
  readonly nik: string;
  readonly nip: string;
  readonly nipLama: string;
  readonly jenisKelamin: string;
}

/** A sound NIP is compared itself; of a rounded one what is left of it counts, its month against that of the other NIP. */
function traitsOf(person: Person, isBkn: boolean): Traits {
  const trait = (field: string): string => traitOf(person, field, person.isRounded);
  return {
    tanggalLahir: trait('tanggal_lahir').replaceAll('-', ''),
    tmtCpns: of(person, 'tmt_cpns').replaceAll('-', ''),
    tmtNip: monthOfNip(person, isBkn).replaceAll('-', ''),
    nama: foldNama(of(person, 'nama')),
    nik: of(person, 'nik'),
    nip: of(person, 'nip'),
    nipLama: person.nipLama,
    jenisKelamin: trait('jenis_kelamin'),
  };
}

function monthOfNip(person: Person, isBkn: boolean): string {
  if (!isBkn) return person.isRounded && of(person, 'tmt_cpns') === '' ? (person.told.get('tmt_cpns') ?? '') : '';
  const nip = parseNip(of(person, 'nip'));
  const month = nip.ok && nip.value?.jenis === 'pns' ? nip.value.tmtCpns : undefined;
  return month === undefined ? of(person, 'tmt_cpns') : formatIsoDate(month);
}

/** A degree of likeness: the share of true pairs (m) and of chance pairs (u) that stand on it. The first that holds counts. */
interface Level {
  readonly holds: (a: string, b: string) => boolean;
  readonly m: number;
  readonly u: number;
}

const equal = (a: string, b: string): boolean => a === b;
const otherwise = (): boolean => true;
const edits =
  (most: number) =>
  (a: string, b: string): boolean =>
    damerauLevenshtein(a, b) <= most;

/** Day and month of one are month and day of the other. */
const swapped = (a: string, b: string): boolean => a.slice(0, 4) + a.slice(6, 8) + a.slice(4, 6) === b;

const isVariant = (a: string, b: string): boolean => compareFoldedNama(a, b).kelas !== 'beda';
const isAlike = (a: string, b: string): boolean => jaroWinkler(a, b) >= 0.8;

/** Settings of the engine (settle/likely-pairs.ts), repeated: evidence is added in this order. */
const EVIDENCE: readonly { readonly trait: keyof Traits; readonly levels: readonly Level[] }[] = [
  {
    trait: 'tanggalLahir',
    levels: [
      { holds: equal, m: 0.9, u: 0.0001 },
      { holds: swapped, m: 0.03, u: 0.0001 },
      { holds: edits(1), m: 0.05, u: 0.001 },
      { holds: otherwise, m: 0.02, u: 0.9988 },
    ],
  },
  {
    trait: 'tmtCpns',
    levels: [
      { holds: equal, m: 0.95, u: 0.01 },
      { holds: edits(1), m: 0.02, u: 0.05 },
      { holds: otherwise, m: 0.03, u: 0.94 },
    ],
  },
  {
    trait: 'tmtNip',
    levels: [
      { holds: equal, m: 0.95, u: 0.01 },
      { holds: edits(1), m: 0.02, u: 0.05 },
      { holds: otherwise, m: 0.03, u: 0.94 },
    ],
  },
  {
    trait: 'nik',
    levels: [
      { holds: equal, m: 0.85, u: 0.000_001 },
      { holds: edits(1), m: 0.05, u: 0.000_01 },
      { holds: otherwise, m: 0.1, u: 0.99998 },
    ],
  },
  {
    trait: 'nip',
    levels: [
      { holds: equal, m: 0.3, u: 0.000_001 },
      { holds: edits(2), m: 0.67, u: 0.001 },
      { holds: otherwise, m: 0.03, u: 0.999 },
    ],
  },
  {
    trait: 'nipLama',
    levels: [
      { holds: equal, m: 0.95, u: 0.000_001 },
      { holds: edits(1), m: 0.03, u: 0.001 },
      { holds: otherwise, m: 0.02, u: 0.998 },
    ],
  },
  {
    trait: 'jenisKelamin',
    levels: [
      { holds: equal, m: 0.995, u: 0.55 },
      { holds: otherwise, m: 0.005, u: 0.45 },
    ],
  },
  {
    trait: 'nama',
    levels: [
      { holds: equal, m: 0.85, u: 0.0003 },
      { holds: isVariant, m: 0.1, u: 0.0008 },
      { holds: isAlike, m: 0.04, u: 0.01 },
      { holds: otherwise, m: 0.01, u: 0.9889 },
    ],
  },
];

const PRIOR_BITS = -10;
const MATCH_BITS = 7;
/** Two answers of which neither is better by more than so many bits go to a person. */
const MARGIN_BITS = 3;

/** Fellegi-Sunter: the odds (log2) that two people are one, fields taken to err independently. */
function score(a: Traits, b: Traits): number {
  let bits = PRIOR_BITS;
  for (const { trait, levels } of EVIDENCE) {
    const [left, right] = [a[trait], b[trait]];
    if (left === '' || right === '') continue;
    const level = levels.find(({ holds }) => holds(left, right));
    if (level) bits += Math.log2(level.m / level.u);
  }
  return bits;
}

/** People who share none of these are never compared: birth date but for a slip, a word of the name, TMT CPNS. */
function areNear(a: Traits, b: Traits): boolean {
  if (a.tmtCpns !== '' && a.tmtCpns === b.tmtCpns) return true;
  if (a.tmtNip !== '' && a.tmtNip === b.tmtNip) return true;
  if (wordsOf(a.nama).some((word) => wordsOf(b.nama).includes(word))) return true;
  return a.tanggalLahir !== '' && b.tanggalLahir !== '' && areOneLetterApart(a.tanggalLahir, b.tanggalLahir);
}

const wordsOf = (nama: string): readonly string[] =>
  nama
    .split(' ')
    .slice(0, 8)
    .filter((word) => word.length >= 3);

/** Equal once at most one letter is left out of each. */
function areOneLetterApart(a: string, b: string): boolean {
  const forms = (text: string): string[] => [
    text,
    ...Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1)),
  ];
  const others = new Set(forms(b));
  return forms(a).some((form) => others.has(form));
}

/**
 * Numbers alone never pair, the names must be alike too. Two sound NIPs that differ: however likely, a person decides where there
 * are two birth dates, names that are no variants, or no number in common; unless they have one NIK and a variant of one name.
 */
function isDoubtful(a: Traits, b: Traits): boolean {
  if (!isVariant(a.nama, b.nama) && !isAlike(a.nama, b.nama)) return true;
  const areTwo = (trait: 'nip' | 'nik' | 'nipLama'): boolean =>
    a[trait] !== '' && b[trait] !== '' && a[trait] !== b[trait];
  if (!areTwo('nip')) return false;
  if (isVariant(a.nama, b.nama) && a.nik !== '' && a.nik === b.nik) return false;
  const isAllOther = areTwo('nik') && areTwo('nipLama');
  return isAllOther || a.tanggalLahir !== b.tanggalLahir || !isVariant(a.nama, b.nama);
}

interface Candidate {
  readonly row: SimpegRow;
  readonly bkn: Person;
  readonly score: number;
}

/** Pairs that are likely enough and have no near rival. Only people whom BKN has at the row's own office are compared. */
export function findLikely(rows: readonly SimpegRow[], free: readonly Person[]): readonly Candidate[] {
  const byOffice = Map.groupBy(free, (bkn) => instansiOf(bkn, 'instansi'));
  const own = new Map(rows.map(({ person }) => [person, traitsOf(person, false)]));
  const theirs = new Map(free.map((person) => [person, traitsOf(person, true)]));
  const candidates: Candidate[] = [];
  for (const row of rows) {
    for (const bkn of byOffice.get(row.source.instansi) ?? []) {
      const [a, b] = [own.get(row.person), theirs.get(bkn)];
      if (!a || !b) continue;
      const bits = areNear(a, b) ? score(a, b) : Number.NEGATIVE_INFINITY;
      if (bits >= MATCH_BITS && !isDoubtful(a, b)) candidates.push({ row, bkn, score: bits });
    }
  }
  return assign(candidates);
}

/** The likeliest pair first, each person once; what has a rival within the margin on both its ends is left to a person. */
function assign(candidates: readonly Candidate[]): readonly Candidate[] {
  const sorted = candidates.toSorted((a, b) => b.score - a.score);
  const taken: Candidate[] = [];
  const ofRow = (row: SimpegRow) => taken.find((pair) => pair.row === row);
  const ofBkn = (bkn: Person) => taken.find((pair) => pair.bkn === bkn);
  for (const pair of sorted) if (!ofRow(pair.row) && !ofBkn(pair.bkn)) taken.push(pair);
  const unsettled = new Set<Candidate>();
  for (const pair of sorted) {
    const rivals = [ofRow(pair.row), ofBkn(pair.bkn)].filter((rival) => rival !== undefined && rival !== pair);
    if (rivals.length === 0 || rivals.some((rival) => rival && pair.score < rival.score - MARGIN_BITS)) continue;
    for (const one of [pair, ...rivals]) if (one) unsettled.add(one);
  }
  return taken.filter((pair) => !unsettled.has(pair));
}
