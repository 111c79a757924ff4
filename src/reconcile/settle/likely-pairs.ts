import {
  alike,
  blockOn,
  deletions,
  edits,
  keyOf,
  type Level,
  link,
  type LinkSpec,
  ofForms,
  type Records,
  same,
  slice,
  whole,
  words,
  type Weights,
} from '#linkage';
import { jaroWinkler } from '#kernel/similarity.ts';
import { compareFoldedNama, compareSpeltNama, SpeltNama } from '#rules/nama.ts';
import type { PersonKey } from './person-key.ts';

/** A pair by position in the two lists, with its evidence in bits. */
export interface LikelyPair {
  readonly left: number;
  readonly right: number;
  readonly score: number;
}

export interface LikelyPairs {
  readonly pairs: readonly LikelyPair[];
  /** Pairs that only a person can decide. */
  readonly review: readonly LikelyPair[];
}

/** Likeness from which two names may be one person's. */
const ALIKE = 0.8;

/** Day and month exchanged; nothing where the day is no month. */
const swapDayAndMonth = (date: string): string | undefined => {
  const [year, month, day] = [date.slice(0, 4), date.slice(4, 6), date.slice(6, 8)];
  return date.length === 8 && Number(day) <= 12 ? `${year}${[month, day].toSorted().join('')}` : undefined;
};

/** The same likeness of names by which fields are compared: a letter, a word left out, an initial, old spelling. */
const NAMA_MIRIP: Level = {
  name: 'mirip',
  measure: ofForms(
    (nama) => new SpeltNama(nama),
    (left, right) => (compareSpeltNama(left, right).kelas === 'beda' ? 0 : 1),
  ),
  atLeast: 1,
};

/**
 * Share of each level among true pairs (m) and among two people of one office taken at random (u). Of rows that no number
 * paired, so names and dates are more often wrong than elsewhere. Version 1; estimated on synthetic deliveries.
 */
const WEIGHTS: Weights = {
  tanggalLahir: [
    { level: 'exact', m: 0.9, u: 0.0001 },
    { level: 'swapped days', m: 0.03, u: 0.0001 },
    { level: 'edits 1', m: 0.05, u: 0.001 },
    { level: 'different', m: 0.02, u: 0.9988 },
  ],
  tmtCpns: [
    { level: 'exact', m: 0.95, u: 0.01 },
    { level: 'edits 1', m: 0.02, u: 0.05 },
    { level: 'different', m: 0.03, u: 0.94 },
  ],
  // What a rounded NIP tells is held against the other NIP, not against a column that may differ from both.
  tmtNip: [
    { level: 'exact', m: 0.95, u: 0.01 },
    { level: 'edits 1', m: 0.02, u: 0.05 },
    { level: 'different', m: 0.03, u: 0.94 },
  ],
  nama: [
    { level: 'exact', m: 0.85, u: 0.0003 },
    { level: 'mirip', m: 0.1, u: 0.0008 },
    { level: 'alike 0.8', m: 0.04, u: 0.01 },
    { level: 'different', m: 0.01, u: 0.9889 },
  ],
  nik: [
    { level: 'exact', m: 0.85, u: 0.000_001 },
    { level: 'edits 1', m: 0.05, u: 0.000_01 },
    { level: 'different', m: 0.1, u: 0.99998 },
  ],
  // Two sound numbers that are not the same speak against one person, unless a slip explains them.
  nip: [
    { level: 'exact', m: 0.3, u: 0.000_001 },
    { level: 'edits 2', m: 0.67, u: 0.001 },
    { level: 'different', m: 0.03, u: 0.999 },
  ],
  nipLama: [
    { level: 'exact', m: 0.95, u: 0.000_001 },
    { level: 'edits 1', m: 0.03, u: 0.001 },
    { level: 'different', m: 0.02, u: 0.998 },
  ],
  jenisKelamin: [
    { level: 'exact', m: 0.995, u: 0.55 },
    { level: 'different', m: 0.005, u: 0.45 },
  ],
};

const SPEC: LinkSpec = {
  comparisons: [
    { field: 'tanggalLahir', levels: [same('swapped days', swapDayAndMonth), edits(1)] },
    { field: 'tmtCpns', levels: [edits(1)] },
    { field: 'tmtNip', levels: [edits(1)] },
    { field: 'nik', levels: [edits(1)] },
    { field: 'nip', levels: [edits(2)] },
    { field: 'nipLama', levels: [edits(1)] },
    { field: 'jenisKelamin', levels: [] },
    { field: 'nama', levels: [NAMA_MIRIP, alike(ALIKE)] },
  ],
  blocking: [
    blockOn('lahir', [keyOf('tanggalLahir', deletions)], keyOf('nama', slice(0, 2))),
    blockOn('nama', [keyOf('nama', words(3))], keyOf('tanggalLahir', slice(0, 4))),
    blockOn('TMT CPNS', [keyOf('tmtCpns', whole)], keyOf('nama', slice(0, 3))),
    blockOn('TMT NIP', [keyOf('tmtNip', whole)], keyOf('nama', slice(0, 3))),
  ],
  weights: WEIGHTS,
  /** About one partner among the thousand rows of an office that are left. */
  priorBits: -10,
  /** Larger blocks (a common word of names in a large office) are split: their pairs grow with the square of the office. */
  largestBlock: 500,
  thresholds: { match: 7, review: 2 },
  margin: 3,
};

/**
 * Pairs people of one office: a move between offices is told by numbers, never guessed. `isKnownElsewhere` says of whom of the right another
 * row of the office has the NIP, be it of somebody who left: whether this is one more row of that person is not for us to say.
 */
export function findLikelyPairs(
  left: readonly PersonKey[],
  right: readonly PersonKey[],
  isKnownElsewhere: (right: number) => boolean = () => false,
): LikelyPairs {
  if (left.length === 0 || right.length === 0) return { pairs: [], review: [] };
  return link(toRecords(left), toRecords(right), {
    ...SPEC,
    isDoubtful: (a, b) => isKnownElsewhere(b) || isDoubtful(left[a] as PersonKey, right[b] as PersonKey),
  });
}

/**
 * This rung asks for a similar name: numbers are alike also between two people, since NIP and NIK repeat the dates and many begin
 * in one month. And two sound NIPs that differ need a slip to be one: with two birth dates or two names a person decides, unless
 * both sides have one NIK; and where the old NIP differs as well and no NIK says otherwise, name and birth date may be chance.
 */
function isDoubtful(a: PersonKey, b: PersonKey): boolean {
  const isVariant = compareFoldedNama(a.nama, b.nama).kelas !== 'beda';
  if (!isVariant && jaroWinkler(a.nama, b.nama) < ALIKE) return true;
  const nip = compareNumbers([a.nipHigh, a.nipLow], [b.nipHigh, b.nipLow]);
  if (nip !== 'lain') return false;
  const nik = compareNumbers([a.nikHigh, a.nikLow], [b.nikHigh, b.nikLow]);
  if (isVariant && nik === 'sama') return false;
  const nipLama = compareNumbers([a.nipLama, 0], [b.nipLama, 0]);
  return !isVariant || a.tanggalLahir !== b.tanggalLahir || (nik !== 'sama' && nipLama === 'lain');
}

type Halves = readonly [high: number, low: number];

/** Numbers in two halves, of which the first is 0 where there is none. */
function compareNumbers([high, low]: Halves, [otherHigh, otherLow]: Halves): 'sama' | 'lain' | 'tidak ada' {
  if (high === 0 || otherHigh === 0) return 'tidak ada';
  return high === otherHigh && low === otherLow ? 'sama' : 'lain';
}

function toRecords(people: readonly PersonKey[]): Records {
  const text = (value: number, length: number): string => (value === 0 ? '' : String(value).padStart(length, '0'));
  return {
    size: people.length,
    columns: {
      tanggalLahir: people.map(({ tanggalLahir }) => text(tanggalLahir, 8)),
      tmtCpns: people.map(({ tmtCpns }) => text(tmtCpns, 8)),
      tmtNip: people.map(({ tmtNip }) => text(tmtNip, 8)),
      nama: people.map(({ nama }) => nama),
      nik: people.map(({ nikHigh, nikLow }) => (nikHigh === 0 ? '' : text(nikHigh, 7) + text(nikLow, 9))),
      nip: people.map(({ nipHigh, nipLow }) => (nipHigh === 0 ? '' : text(nipHigh, 9) + text(nipLow, 9))),
      nipLama: people.map(({ nipLama }) => text(nipLama, 9)),
      jenisKelamin: people.map(({ jenisKelamin }) => jenisKelamin),
    },
  };
}
