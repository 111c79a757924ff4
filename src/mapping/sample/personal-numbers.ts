import { ColumnFacts } from './column-facts.ts';
import type { ValueKind } from './value-tests.ts';

/** Numbers and addresses by which somebody can be reached or impersonated. */
const PERSONAL: readonly ValueKind[] = ['nik', 'npwp', 'ponsel', 'email'];

/** Whether the values of a column look like such, whatever it is called: they are shown masked. */
export function holdsPersonalNumbers(values: readonly string[]): boolean {
  const facts = new ColumnFacts('', -1, '', values);
  return PERSONAL.some((kind) => facts.share(kind) > 0.3);
}
