import type { Field } from '#canonical';
import { type Entry, isClosedField } from '#mapping';
import { compareGelar } from '#rules/gelar.ts';
import { foldTempat } from '#rules/tempat.ts';
import { compareTeks } from '#rules/teks.ts';
import type { EntryTable } from '../store/entry-table.ts';
import { BEDA, EQUAL, MIRIP, TAK_TERBANDINGKAN, TO_LEARN, type Verdict } from './verdict.ts';

/** What is known of the national lists while two values are compared. */
export interface EntryContext {
  /** Two ids of one list whose rows bear one name, level and kind: the published lists repeat rows. */
  readonly sameMeaning: (field: Field, idA: string, idB: string) => boolean;
  /** Whether BKN's file itself uses this folded text as another value of the field. */
  readonly isKnownName: (field: Field, folded: string) => boolean;
  /** The folded name that BKN's file gives an id elsewhere; '' where it never does. */
  readonly nameOfId: (field: Field, id: string) => string;
  /** Kind of a place by its id: kabupaten, kota or unknown. */
  readonly kindOfPlace: (id: string) => 'kabupaten' | 'kota' | undefined;
}

/**
 * Compares two values of a coded field, as the canonical model prescribes: id with id, then crosswalk (already applied by the
 * readers), then text. A bare local code is left to be learned from the people found on both sides.
 */
export function compareEntries(field: Field, simpeg: Entry, bkn: Entry, context: EntryContext): Verdict {
  if (simpeg.isBareCode) return TO_LEARN;
  if (bkn.isBareCode) return TAK_TERBANDINGKAN;
  if (field.tipe === 'gelar') return compareTitles(simpeg, bkn);
  if (isClosedField(field)) return simpeg.code === bkn.code ? EQUAL : BEDA;
  if (simpeg.code !== '' && bkn.code !== '') {
    if (simpeg.code === bkn.code || context.sameMeaning(field, simpeg.code, bkn.code)) return EQUAL;
    if (isLongId(simpeg.code) && isLongId(bkn.code) && (simpeg.folded !== bkn.folded || !hasTable(field))) return BEDA;
  }
  const folded = simpeg.folded || context.nameOfId(field, simpeg.code);
  if (folded === '' || bkn.folded === '') return simpeg.code === '' || bkn.code === '' ? TAK_TERBANDINGKAN : BEDA;
  if (field.normalisasi === 'tempat') return comparePlaces(simpeg, bkn, context);
  if (folded === bkn.folded) return EQUAL;
  if (simpeg.folded === '') return BEDA;
  return compareTexts(field, simpeg, bkn, context);
}

/**
 * Whether two values are equal at first sight, by the first questions of `compareEntries`: most are. BKN's is looked at as
 * bytes, for an object of each would stay in memory.
 */
export function isPlainlyEqual(field: Field, simpeg: Entry, bknEntries: EntryTable, bkn: number): boolean {
  const { code, folded } = simpeg;
  if (code !== '') return bknEntries.hasCode(bkn, code);
  return folded !== '' && field.normalisasi !== 'tempat' && bknEntries.hasFolded(bkn, folded);
}

/** Units have no national list: there one name is often borne by several. */
const hasTable = (field: Field): boolean => (field.tabelReferensi?.length ?? 0) > 0;

const isLongId = (code: string): boolean => code.length === 32;

function compareTitles(simpeg: Entry, bkn: Entry): Verdict {
  if (simpeg.code === bkn.code) return EQUAL;
  return toVerdict(compareGelar(simpeg.text, bkn.text).kelas);
}

/** Kabupaten and kota of one name are two places, but only where both sides say which they mean. */
function comparePlaces(simpeg: Entry, bkn: Entry, context: EntryContext): Verdict {
  const { kelas } = compareTeks(simpeg.folded, bkn.folded);
  if (kelas !== 'sama') return toVerdict(kelas);
  const kindSimpeg = foldTempat(simpeg.text).jenis ?? context.kindOfPlace(simpeg.code);
  const kindBkn = foldTempat(bkn.text).jenis ?? context.kindOfPlace(bkn.code);
  return kindSimpeg === undefined || kindBkn === undefined || kindSimpeg === kindBkn ? EQUAL : BEDA;
}

/**
 * Posts, units, programmes. A text that BKN's file uses as a value of its own names that other value, however alike it
 * looks; any other near text is a typing variant and so no difference.
 */
function compareTexts(field: Field, simpeg: Entry, bkn: Entry, context: EntryContext): Verdict {
  const { kelas } = compareTeks(simpeg.text, bkn.text);
  if (kelas === 'sama') return EQUAL;
  if (context.isKnownName(field, simpeg.folded)) return BEDA;
  return toVerdict(kelas);
}

function toVerdict(kelas: 'sama' | 'mirip' | 'beda'): Verdict {
  if (kelas === 'sama') return EQUAL;
  return kelas === 'mirip' ? MIRIP : BEDA;
}
