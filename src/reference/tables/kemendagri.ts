/**
 * Codes of Kepmendagri 17/2000 that local systems still carry, by the table of BKN that holds the same thing. Every golongan is
 * BKN's code with a 1 before it (131 = 31).
 */
export const TINGKAT_PENDIDIKAN_KEMENDAGRI: readonly (readonly [kemendagri: string, bkn: string])[] = [
  ['10', '05'], // SD
  ['20', '10'], // SLTP
  ['30', '15'], // SLTA
  ['34', '20'], // D-I
  ['40', '25'], // D-II
  ['44', '30'], // D-III
  ['50', '35'], // D-IV
  ['51', '40'], // S-1
  ['70', '45'], // S-2
  ['72', '50'], // S-3
];
