/** Looking at the bytes of a dump. `INCOMPLETE` means that the bytes at hand end before the answer is known. */
export const INCOMPLETE = -1;

export const LF = 10;
export const CR = 13;
export const QUOTE = 39;
export const DOUBLE_QUOTE = 34;
export const BACKTICK = 96;
export const BACKSLASH = 92;
export const OPEN = 40;
export const CLOSE = 41;
export const COMMA = 44;
export const SEMICOLON = 59;
const DASH = 45;
const SLASH = 47;
const STAR = 42;
const HASH = 35;

/** The place behind blanks and comments; `to` where nothing else comes. A byte order mark counts as blank. */
export function skipBlank(bytes: Buffer, from: number, to: number): number {
  let i = from;
  while (i < to) {
    const byte = bytes[i] ?? 0;
    if (byte <= 32 || byte === 0xef || byte === 0xbb || byte === 0xbf) {
      i++;
      continue;
    }
    const next = commentEnd(bytes, i, to);
    if (next === i) return i;
    if (next === INCOMPLETE) return INCOMPLETE;
    i = next;
  }
  return i;
}

/** The place behind the comment that begins at `i`; `i` itself where none does. */
function commentEnd(bytes: Buffer, i: number, to: number): number {
  const byte = bytes[i];
  if (byte !== DASH && byte !== SLASH && byte !== HASH) return i;
  if (byte !== HASH && i + 1 >= to) return INCOMPLETE;
  const next = bytes[i + 1];
  if (byte === HASH || (byte === DASH && next === DASH)) {
    const end = bytes.indexOf(LF, i);
    return end >= 0 && end < to ? end + 1 : INCOMPLETE;
  }
  if (byte !== SLASH || next !== STAR) return i;
  const end = bytes.indexOf('*/', i + 2, 'latin1');
  return end >= 0 && end + 1 < to ? end + 2 : INCOMPLETE;
}

export function isWordByte(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  return (
    (byte >= 48 && byte <= 57) ||
    (byte >= 65 && byte <= 90) ||
    (byte >= 97 && byte <= 122) ||
    byte === 95 ||
    byte >= 0x80
  );
}

/** The end of the word that begins at `i` (letters, digits, underscores and what is not ASCII). */
export function wordEnd(bytes: Buffer, i: number, to: number): number {
  let end = i;
  while (end < to && isWordByte(bytes[end])) end++;
  return end;
}

/** Whether the bytes from `i` on are this word (upper case given) in any case. */
export function isWord(bytes: Buffer, i: number, end: number, word: string): boolean {
  if (end - i !== word.length) return false;
  for (let at = 0; at < word.length; at++) if (((bytes[i + at] ?? 0) & 0xdf) !== word.charCodeAt(at)) return false;
  return true;
}

const STATEMENT = /^(?:\r?\n)+(?:--|insert\s|create\s|copy\s|drop\s|alter\s|lock\s|unlock\s|set\s|\/\*!)/i;
const FIRST_SIGNS = new Set(Buffer.from('\r\n-/icdalusICDALUS'));
const LOOK_AHEAD = 24;

/**
 * Whether a line end inside quotes is in truth the end of a statement: a semicolon before it and the beginning of another
 * statement behind it. Only damage brings that about, and without this check it would swallow the rest of the dump.
 */
export function isStatementBreak(bytes: Buffer, lineEnd: number, to: number): boolean {
  const before = bytes[lineEnd - 1] === CR ? bytes[lineEnd - 2] : bytes[lineEnd - 1];
  if (before !== SEMICOLON || !FIRST_SIGNS.has(bytes[lineEnd + 1] ?? 0)) return false;
  return STATEMENT.test(bytes.toString('latin1', lineEnd, Math.min(to, lineEnd + LOOK_AHEAD)));
}

/**
 * Where to stop when more bytes are to come: early enough to look ahead for the beginning of a statement, and not on a
 * sign whose meaning depends on the one before it.
 */
export function stopBefore(bytes: Buffer, from: number, to: number): number {
  let limit = to - 64;
  while (limit > from && (bytes[limit] === LF || bytes[limit] === CR || bytes[limit] === QUOTE)) limit--;
  return limit;
}
