import { foldIdentifier } from '#kernel/text.ts';
import { parseGolongan } from '#rules/golongan.ts';

/** A golongan in roman form or in BKN's two digits: it speaks for itself, a code does not. */
export const isWrittenGolongan = (value: string): boolean => /^(?:I{1,3}|IV)\W*[a-e]$|^[1-4][1-5]$/i.test(value);

/** Both forms as BKN's two digits, which are in order. */
export function foldGolongan(text: string): string {
  const reading = parseGolongan(text);
  return reading.ok && reading.value !== undefined ? reading.value : foldIdentifier(text);
}
