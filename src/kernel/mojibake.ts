/** Characters that Windows-1252 shows for the bytes 0x80 to 0x9F, in order; a blank where the code page has none. */
const UPPER_CONTROLS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const BYTE_OF: ReadonlyMap<string, number> = new Map(
  Array.from(UPPER_CONTROLS, (character, index): [string, number] => [character, 0x80 + index]),
);

const CONTINUATION = `[\\u0080-\\u00bf${UPPER_CONTROLS.replaceAll(' ', '')}]`;
/** UTF-8 of Latin letters and common marks shown as Windows-1252; a lone Â is left of a non-breaking blank. */
const TWICE_ENCODED = new RegExp(
  `[\\u00c2\\u00c3\\u00c5\\u00c6\\u00cb]${CONTINUATION}|[\\u00e2\\u00ef]${CONTINUATION}{2}|\\u00c2(?= |$)`,
  'g',
);
const SUSPECT = /[\u00c2\u00c3\u00c5\u00c6\u00cb\u00e2\u00ef]/;

/**
 * Mends text that was encoded twice, as databases and spreadsheets hand it on: "MAâ€™RUF" is MA’RUF, "JosÃ©" is José. What
 * cannot be such damage stays; no Indonesian word holds these pairs of letters. Linear.
 */
export function mendEncoding(text: string): string {
  if (!SUSPECT.test(text)) return text;
  const mended = text.replace(TWICE_ENCODED, decodeRun);
  // Some systems do it two times over.
  return mended === text || !SUSPECT.test(mended) ? mended : mended.replace(TWICE_ENCODED, decodeRun);
}

function decodeRun(run: string): string {
  const bytes = Array.from(run, (character) => BYTE_OF.get(character) ?? character.charCodeAt(0));
  const [first = 0, second = 0, third = 0] = bytes;
  if (bytes.length === 1) return '';
  const code =
    bytes.length === 2
      ? ((first & 0x1f) << 6) | (second & 0x3f)
      : ((first & 0xf) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
  const isShortest = code >= (bytes.length === 2 ? 0x80 : 0x800) && (code < 0xd800 || code > 0xdfff);
  return isShortest ? String.fromCharCode(code) : run;
}
