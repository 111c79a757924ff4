/**
 * The text of a number that a container stores as a 64-bit floating number: without the dirt of binary fractions
 * (0.30000000000000004 is 0.3), as spreadsheets show it. An integer that such a number cannot hold exactly is written with
 * an exponent, the sign by which destroyed digits are known.
 */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Number.isInteger(value)) {
    return Number.isSafeInteger(value) ? String(value) : value.toExponential(14).toUpperCase();
  }
  return String(Number(value.toPrecision(15)));
}
