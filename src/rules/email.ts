import { isEmptyText } from '#kernel/text.ts';

/** Longest address that mail can carry (RFC 5321). */
const LONGEST = 254;
const SHAPE = /^[^\s@,;:<>()"]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

/** The address as it is compared: trimmed, lower case, without "mailto:" or angle brackets; undefined where empty. */
export function foldEmail(text: string): string | undefined {
  if (isEmptyText(text)) return undefined;
  const folded = text.normalize('NFKC').trim().toLowerCase();
  return folded.replace(/^mailto:/, '').replace(/^<|>$/g, '');
}

/** Whether a folded text has the shape of an address. */
export function isEmail(folded: string): boolean {
  return folded.length <= LONGEST && SHAPE.test(folded);
}
