import type { Field } from '#canonical';
import { placeKind, type Reference } from '#reference';
import { parseDigit } from '#rules/digit.ts';
import { foldEmail } from '#rules/email.ts';
import { compareGelar } from '#rules/gelar.ts';
import { compareNama } from '#rules/nama.ts';
import { foldNomor } from '#rules/nomor.ts';
import { parseTelepon, teleponAgrees } from '#rules/telepon.ts';
import { foldTempat } from '#rules/tempat.ts';
import { compareTeks } from '#rules/teks.ts';
import { isClosed } from './fields.ts';
import type { Source } from './read-source.ts';
import type { Meaning, Value } from './value.ts';

/** `belajar`: a bare local code, decided once it is known what the code stands for among its people. */
export type Verdict = 'sama' | 'beda' | 'mirip' | 'kosong_simpeg' | 'kosong_bkn' | 'tak_terbandingkan' | 'belajar';

/** What BKN's own file tells about the values of a coded field. */
interface Names {
  /** Every folded text that stands there. */
  readonly texts: ReadonlySet<string>;
  /** The first text that an id has there. */
  readonly byCode: ReadonlyMap<string, string>;
}

/** Compares values as kanonik.md sections 2.3 and 6 say. */
export class Judge {
  readonly #reference: Reference;
  readonly #bkn: Source;
  readonly #names = new Map<string, Names>();

  constructor(reference: Reference, bkn: Source) {
    this.#reference = reference;
    this.#bkn = bkn;
  }

  compare(field: Field, simpeg: Value, bkn: Value, hasMonths: boolean): Verdict {
    if (simpeg.is === 'rusak' || bkn.is === 'rusak') return 'sama';
    if (simpeg.is === 'kosong') return bkn.is === 'kosong' ? 'sama' : 'kosong_simpeg';
    if (bkn.is === 'kosong') return 'kosong_bkn';
    if (simpeg.is === 'kode' && bkn.is === 'kode') return this.compareMeanings(field, simpeg.meaning, bkn.meaning);
    if (simpeg.is === 'masa_kerja' && bkn.is === 'masa_kerja') {
      // Whole years are no difference to years and months.
      const [a, b] = [simpeg.bulan, bkn.bulan].map((bulan) => (hasMonths ? bulan : Math.trunc(bulan / 12)));
      return a === b ? 'sama' : 'beda';
    }
    return simpeg.tulis === bkn.tulis ? 'sama' : compareTexts(field, simpeg.tulis, bkn.tulis);
  }

  /** Section 6: id with id, then text with text. A crosswalk was applied in reading, and no long list is imported here. */
  compareMeanings(field: Field, simpeg: Meaning, bkn: Meaning): Verdict {
    if (simpeg.bare !== undefined) return 'belajar';
    if (bkn.bare !== undefined) return 'tak_terbandingkan';
    if (field.normalisasi === 'gelar') {
      return simpeg.code === bkn.code ? 'sama' : compareGelar(simpeg.text, bkn.text).kelas;
    }
    if (isClosed(field)) return simpeg.code === bkn.code ? 'sama' : 'beda';
    const byId = this.#compareIds(field, simpeg, bkn);
    return byId ?? this.#compareLabels(field, simpeg, bkn);
  }

  /** Undefined where the ids do not decide. */
  #compareIds(field: Field, simpeg: Meaning, bkn: Meaning): Verdict | undefined {
    if (simpeg.code === '' || bkn.code === '') return undefined;
    const tables = field.tabelReferensi ?? [];
    if (simpeg.code === bkn.code || this.#reference.table(...tables).sameMeaning(simpeg.code, bkn.code)) return 'sama';
    if (simpeg.code.length !== 32 || bkn.code.length !== 32) return undefined;
    // Published lists repeat rows under one name; units have no list, and there one name is borne by several.
    return simpeg.folded === bkn.folded && tables.length > 0 ? undefined : 'beda';
  }

  #compareLabels(field: Field, simpeg: Meaning, bkn: Meaning): Verdict {
    const names = this.#namesOf(field);
    const folded = simpeg.folded === '' ? (names.byCode.get(simpeg.code) ?? '') : simpeg.folded;
    if (folded === '' || bkn.folded === '') {
      return simpeg.code === '' || bkn.code === '' ? 'tak_terbandingkan' : 'beda';
    }
    if (field.normalisasi === 'tempat') return comparePlaces(simpeg, bkn);
    if (folded === bkn.folded) return 'sama';
    if (simpeg.folded === '') return 'beda';
    const { kelas } = compareTeks(simpeg.text, bkn.text);
    // However alike: a text that BKN's file uses as a value of its own names that other value (decision 0007).
    return kelas === 'mirip' && names.texts.has(simpeg.folded) ? 'beda' : kelas;
  }

  #namesOf(field: Field): Names {
    const known = this.#names.get(field.nama);
    if (known) return known;
    const meanings = this.#bkn.everybody.flatMap(({ values }) => {
      const value = values.get(field.nama);
      return value?.is === 'kode' ? [value.meaning] : [];
    });
    const named = meanings.filter(({ code, folded }) => code !== '' && folded !== '');
    const made: Names = {
      texts: new Set(meanings.map(({ folded }) => folded)),
      byCode: new Map(named.toReversed().map(({ code, folded }) => [code, folded])),
    };
    this.#names.set(field.nama, made);
    return made;
  }
}

/** Kabupaten and kota of one name are two places, but only where both sides say which they mean. */
function comparePlaces(simpeg: Meaning, bkn: Meaning): Verdict {
  const { kelas } = compareTeks(simpeg.folded, bkn.folded);
  const [a, b] = [simpeg, bkn].map(({ text, code }) => foldTempat(text).jenis ?? placeKind(code));
  return kelas === 'sama' && a !== undefined && b !== undefined && a !== b ? 'beda' : kelas;
}

/** Two unequal texts of a field that is no code. */
function compareTexts(field: Field, simpeg: string, bkn: string): Verdict {
  switch (field.normalisasi) {
    case 'nama':
      return compareNama(simpeg, bkn).kelas;
    case 'email':
      return foldEmail(simpeg) === foldEmail(bkn) ? 'sama' : 'beda';
    case 'nomor':
      return foldNomor(simpeg) === foldNomor(bkn) ? 'sama' : 'beda';
    case 'telepon':
      return sharePhone(simpeg, bkn) ? 'sama' : 'beda';
    case 'digit':
      return sameDigits(simpeg, bkn) ? 'sama' : 'beda';
    default:
      return 'beda';
  }
}

function sharePhone(simpeg: string, bkn: string): boolean {
  const [a, b] = [parseTelepon(simpeg), parseTelepon(bkn)];
  return a.ok && b.ok && a.value !== undefined && b.value !== undefined && teleponAgrees(a.value, b.value);
}

function sameDigits(simpeg: string, bkn: string): boolean {
  const [a, b] = [parseDigit(simpeg), parseDigit(bkn)];
  return a.ok && b.ok && a.value === b.value;
}
