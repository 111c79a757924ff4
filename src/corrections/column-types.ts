const RANGES: Readonly<Record<string, number>> = { tiny: 8, small: 16, medium: 24, '': 32, big: 64 };
const TEXT_BYTES: Readonly<Record<string, number>> = { tiny: 255, '': 65_535, medium: 16_777_215 };

/** Whether a text fits a declared type of a database column; types that are not known let everything through. */
export function fitsType(type: string, text: string): boolean {
  const length = /^(?:var)?char(?:acter)?(?:\s+varying)?\s*\((\d+)\)/i.exec(type)?.[1];
  if (length !== undefined) return Array.from(text).length <= Number(length);
  const whole = /^(tiny|small|medium|big|)(?:int|serial)(?:eger)?[248]?\b(.*)$/i.exec(type);
  if (whole) return fitsRange(whole[1]?.toLowerCase() ?? '', /unsigned/i.test(whole[2] ?? ''), text);
  if (/^year/i.test(type)) return text === '0000' || (/^\d{4}$/.test(text) && text >= '1901' && text <= '2155');
  if (/^(?:decimal|numeric|dec\b|fixed)/i.test(type)) return fitsDecimal(type, text);
  if (/^(?:float|double|real)/i.test(type)) return /^-?\d+(?:\.\d+)?$/.test(text);
  if (/^date\b(?!time)/i.test(type)) return /^\d{4}-\d{2}-\d{2}$/.test(text);
  if (/^(?:datetime|timestamp)/i.test(type)) return /^\d{4}-\d{2}-\d{2}(?:[ T][\d:.+]+)?$/.test(text);
  const values = /^(enum|set)\s*\(/i.exec(type)?.[1];
  if (values !== undefined) {
    const list = valuesOf(type);
    return values.toLowerCase() === 'enum' ? list.includes(text) : text.split(',').every((each) => list.includes(each));
  }
  if (/^bool/i.test(type)) return /^(?:t|f|true|false|0|1)$/i.test(text);
  const bytes = TEXT_BYTES[/^(tiny|medium|)text$/i.exec(type)?.[1]?.toLowerCase() ?? 'long'];
  return bytes === undefined || Buffer.byteLength(text) <= bytes;
}

function fitsRange(size: string, isUnsigned: boolean, text: string): boolean {
  if (!/^-?\d{1,20}$/.test(text)) return false;
  const bits = BigInt(RANGES[size] ?? 32);
  const value = BigInt(text);
  if (isUnsigned) return value >= 0n && value < 2n ** bits;
  return value >= -(2n ** (bits - 1n)) && value < 2n ** (bits - 1n);
}

/** More decimals than declared would be rounded. */
function fitsDecimal(type: string, text: string): boolean {
  const number = /^-?0*(\d*)(?:\.(\d+))?$/.exec(text);
  if (!number || !/\d/.test(text)) return false;
  const declared = /\(\s*(\d+)\s*(?:,\s*(\d+)\s*)?\)/.exec(type);
  if (!declared) return true;
  const [digits, scale] = [Number(declared[1]), Number(declared[2] ?? 0)];
  return (number[1] ?? '').length <= digits - scale && (number[2] ?? '').length <= scale;
}

const valuesOf = (type: string): readonly string[] =>
  (type.match(/'(?:[^']|'')*'/g) ?? []).map((quoted) => quoted.slice(1, -1).replaceAll("''", "'"));

/** Types whose values are numbers: a database compares them as such, and a text beside them would lose digits. */
export const isNumberType = (type: string): boolean =>
  /^(?:tiny|small|medium|big)?int|^integer|^(?:small|big)?serial|^decimal|^numeric/i.test(type);

/** Types of PostgreSQL whose values are compared by a collation. */
export const isTextType = (type: string): boolean => /^(?:character\b|char\b|varchar\b|text$|bpchar\b)/i.test(type);

/** What Windows-1252 has between 0x80 and 0x9f. */
const CP1252 = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ');

/** Whether a column of a character set can hold a text; '' is all of Unicode, and of sets that are not known only ASCII is sure. */
export function holdsLetters(charset: string, text: string): boolean {
  return Array.from(text).every((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    if (code < 0x80 || charset === '') return true;
    if (/^(?:utf8|utf8mb3|ucs2)$/.test(charset)) return code <= 0xffff;
    const isLatin = /^(?:latin1|win1252|cp1252|iso-8859-1)$/.test(charset) && code >= 0xa0 && code <= 0xff;
    // MySQL calls Windows-1252 latin1.
    return isLatin || (charset !== 'iso-8859-1' && /^(?:latin1|win1252|cp1252)$/.test(charset) && CP1252.has(letter));
  });
}
