import { type Field, findField } from '#canonical';
import { foldText } from '#kernel/text.ts';
import type { Understand } from '../plan/understand.ts';

/** What a label or code of a recipe means nationally, as a text to compare. */
export function meaning(understand: Understand, field: Field, label: string): string {
  const isId = field.nama.endsWith('_id');
  const half = isId && field.pasangan !== undefined ? (findField(field.pasangan) ?? field) : field;
  const entry = understand(half, { delivered: label, label: isId ? '' : label, id: isId ? label : '', isKnown: true });
  if (entry.problem === undefined && (entry.code !== '' || entry.folded !== '')) return entry.code || entry.folded;
  const byLabel = understand(half, { delivered: label, label, id: '', isKnown: true });
  return byLabel.problem === undefined ? byLabel.code || byLabel.folded : foldText(label);
}
