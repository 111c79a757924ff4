import type { Field } from '../../src/canonical/index.ts';
import { isClosedField } from '../../src/mapping/index.ts';
import { compareNama } from '../../src/rules/nama.ts';
import { compareTeks } from '../../src/rules/teks.ts';
import { isCoded, type Value } from './normalise.ts';

export type Kelas = 'sama' | 'beda' | 'mirip' | 'kosong_simpeg' | 'kosong_bkn';

/** The verdict on one field of a pair. */
export function compareValues(field: Field, simpeg: Value, bkn: Value): Kelas {
  const isEmptySimpeg = simpeg.folded === '' && simpeg.code === '';
  const isEmptyBkn = bkn.folded === '' && bkn.code === '';
  if (isEmptySimpeg && isEmptyBkn) return 'sama';
  if (isEmptySimpeg) return 'kosong_simpeg';
  if (isEmptyBkn) return 'kosong_bkn';
  if (simpeg.folded === bkn.folded) return 'sama';
  if (simpeg.code !== '' && simpeg.code === bkn.code) return 'sama';
  if (field.tipe === 'nama') return compareNama(simpeg.text, bkn.text).kelas;
  if (isCoded(field) && !isClosedField(field)) return compareTeks(simpeg.text, bkn.text).kelas;
  return 'beda';
}
