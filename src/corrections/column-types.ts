/** Whether a text fits a declared type of a database column; types that are not known let everything through. */
export function fitsType(type: string, text: string): boolean {
  const length = /^(?:var)?char(?:acter)?(?:\s+varying)?\s*\((\d+)\)/i.exec(type)?.[1];
  if (length !== undefined) return Array.from(text).length <= Number(length);
  if (/^(?:tiny|small|medium|big)?int|^integer|^serial|^bigserial|^year/i.test(type)) return /^-?\d{1,19}$/.test(text);
  if (/^(?:decimal|numeric|float|double|real)/i.test(type)) return /^-?\d+(?:\.\d+)?$/.test(text);
  if (/^date\b(?!time)/i.test(type)) return /^\d{4}-\d{2}-\d{2}$/.test(text);
  if (/^(?:datetime|timestamp)/i.test(type)) return /^\d{4}-\d{2}-\d{2}(?:[ T][\d:.+]+)?$/.test(text);
  if (/^enum\s*\(/i.test(type)) return type.includes(`'${text.replaceAll("'", "''")}'`);
  if (/^bool/i.test(type)) return /^(?:t|f|true|false|0|1)$/i.test(text);
  return true;
}

/** Types whose values are numbers: a database compares them as such, and a text beside them would lose digits. */
export const isNumberType = (type: string): boolean =>
  /^(?:tiny|small|medium|big)?int|^integer|^serial|^bigserial|^decimal|^numeric/i.test(type);
