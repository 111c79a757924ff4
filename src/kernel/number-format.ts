/** Counts as Indonesians write them: 12.345. */
export const number = new Intl.NumberFormat('id-ID');
