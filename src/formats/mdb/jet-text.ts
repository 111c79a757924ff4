/**
 * A text of Access 2000 or later: UTF-16, or behind FF FE a byte a character, a zero switching between the two ways.
 */
export function jetText(bytes: Buffer): string {
  if (bytes[0] !== 0xff || bytes[1] !== 0xfe) return bytes.toString('utf16le').toWellFormed();
  let text = '';
  let isNarrow = true;
  for (let at = 2; at < bytes.length; ) {
    if (bytes[at] === 0) {
      isNarrow = !isNarrow;
      at++;
    } else if (isNarrow) {
      const end = bytes.indexOf(0, at);
      const stop = end < 0 ? bytes.length : end;
      text += bytes.toString('latin1', at, stop);
      at = stop;
    } else {
      text += bytes.toString('utf16le', at, at + 2);
      at += 2;
    }
  }
  return text.toWellFormed();
}
