/** Digits of a person's number in addresses and bodies. */
export const PERSON_NUMBER = /^\d{1,19}$/;

/** Whether digits are a number of 63 bits, as the database keeps those of people. */
export function isPersonNumber(digits: string): boolean {
  return PERSON_NUMBER.test(digits) && (digits.length < 19 || digits <= '9223372036854775807');
}
