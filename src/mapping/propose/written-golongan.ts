import { foldIdentifier } from '#kernel/text.ts';
import { parseGolongan } from '#rules/golongan.ts';

/** Both forms as BKN's two digits, which are in order. */
export function foldGolongan(text: string): string {
  const reading = parseGolongan(text);
  return reading.ok && reading.value !== undefined ? reading.value : foldIdentifier(text);
}
