import { innerReader, sourcesOf } from '../made/made-columns.ts';
import type { Reader } from '../recipe.ts';
import { type ColumnProfile, profileColumn } from '../structure/column-profile.ts';
import { compareProfiles, findContradiction, sharedValues } from '../structure/compare-profiles.ts';
import type { MadeLook } from '../structure/made-columns.ts';
import { asked } from './changes.ts';
import { checkReading, type Reading, type ReadingInput, setAside } from './check-reading.ts';

/** A value that the recipe makes out of columns, in the delivery and as it was. */
export interface MadeInput extends Pick<ReadingInput, 'mapping' | 'yardstick' | 'understand'> {
  readonly look: MadeLook;
  /** Undefined in versions that did not keep it. */
  readonly before: ColumnProfile | undefined;
  /** What else was made of the same column. */
  readonly beside: readonly ColumnProfile[];
  /** Commonest shape of the column itself: in the delivery, and as it was. */
  readonly shapes: readonly [now: string, before: string];
  /** All fields that its column feeds. */
  readonly fields: readonly string[];
  /** How the column would be read for the field if nothing were known. */
  readonly usulan: Reader | undefined;
}

/** Share of the cells that may be of another form: those are quarantined one by one. */
const MOST_UNMADE = 0.3;
/** How much of a list must have stayed. */
const SAME_LIST = 0.3;
/** By how much a piece must be more like another piece of old. */
const SWAPPED = 0.2;

/**
 * Checks whether a made column can still be made, holds what it held, and is to be read as the recipe reads it: it is a column like any
 * other. Pure.
 */
export function checkMade(input: MadeInput): Reading {
  const { mapping, look, before, yardstick, fields } = input;
  const names = fields.join(', ');
  if (look.unmade > MOST_UNMADE) {
    const [now, was] = input.shapes;
    const forms = now === '' || was === '' ? '' : ` (umumnya ${now}, dahulu ${was})`;
    const offer = input.usulan === undefined ? '' : ' Usulan cara bacanya sudah tertulis di pembaca kolom itu.';
    const kalimat = `Isi kolom ${mapping.sumber} (${names}) berbentuk lain${forms}: ${percent(look.unmade)} tidak dapat diurai seperti dahulu. Bagaimana menguraikannya?${offer} Sementara ini tidak dipakai.`;
    const aside = setAside(mapping, 'bentuk isinya lain dari kiriman sebelumnya');
    return {
      mapping: { ...aside, pembaca: input.usulan ?? aside.pembaca },
      changes: [
        asked('bentuk_gabungan', mapping.sumber, fields.length === 1 ? mapping.kanonik : null, kalimat, fields),
      ],
    };
  }
  const now = profileColumn(look.facts, yardstick);
  if (before !== undefined && isAnother(before, now, input.beside)) {
    const kalimat = `${look.nama} (${mapping.kanonik ?? ''}) isinya lain sekali dari kiriman sebelumnya. Apa isinya sekarang? Sementara ini tidak dipakai.`;
    return {
      mapping: setAside(mapping, kalimat),
      changes: [asked('isi_lain', mapping.sumber, mapping.kanonik, kalimat)],
    };
  }
  const inner = innerReader(mapping.pembaca);
  // a value over several columns is listed at each of them, and told of once
  const sumber = sourcesOf(mapping).length > 1 ? look.nama : mapping.sumber;
  const { mapping: read, changes } = checkReading({
    mapping: { ...mapping, sumber, pembaca: inner.jenis === 'sambung' ? { jenis: 'langsung' } : inner },
    before: before ?? now,
    now,
    facts: look.facts,
    yardstick,
    silang: [],
    understand: input.understand,
  });
  if (read.kanonik === null) return { mapping: setAside(mapping, read.bukti), changes };
  if (changes.every(({ jenis }) => jenis !== 'urutan_tanggal' && jenis !== 'arti_kode')) return { mapping, changes };
  const pembaca = wrapReader(mapping.pembaca, read.pembaca);
  if (pembaca) return { mapping: { ...mapping, pembaca, bukti: read.bukti }, changes };
  return {
    mapping: setAside(mapping, read.bukti),
    changes: changes.map((change) => ({ ...change, ditanyakan: true })),
  };
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

function isAnother(before: ColumnProfile, now: ColumnProfile, beside: readonly ColumnProfile[]): boolean {
  const contradiction = findContradiction(before, now);
  if (contradiction === 'jenis_isi' || contradiction === 'masa') return true;
  if (contradiction === 'sebaran' && (sharedValues(before, now) ?? 1) < SAME_LIST) return true;
  const likeness = (other: ColumnProfile): number => compareProfiles(other, now)?.total ?? 0;
  return before.terisi > 0 && now.terisi > 0 && beside.some((other) => likeness(other) > likeness(before) + SWAPPED);
}

/** The reader of a made column with another way to read what it makes; undefined where it cannot say that. */
function wrapReader(outer: Reader, inner: Reader): Reader | undefined {
  if (outer.jenis === 'teks_tanggal' && inner.jenis === 'tanggal') return { ...outer, urutan: inner.urutan };
  if (outer.jenis === 'tanggal_terpisah' && inner.jenis === 'tanggal' && inner.urutan === 'mdy') {
    return { ...outer, hari: outer.bulan, bulan: outer.hari };
  }
  if (outer.jenis === 'potong' && (inner.jenis === 'tanggal' || inner.jenis === 'kode'))
    return { ...outer, lalu: inner };
  return undefined;
}
