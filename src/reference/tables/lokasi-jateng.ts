/**
 * BKN's ids of the six kota of Jawa Tengah. Its table of places prints MAGELANG, PEKALONGAN, SEMARANG and TEGAL twice under the
 * province without saying which is the kota: the one whose kecamatan are those of the kota (SIASN reference service, 2025).
 */
export const KOTA_JATENG: readonly string[] = [
  'A5EB03E22002F6A0E040640A040252AD', // Magelang
  'A5EB03E22006F6A0E040640A040252AD', // Pekalongan
  'A5EB03E22004F6A0E040640A040252AD', // Salatiga
  'A5EB03E22005F6A0E040640A040252AD', // Semarang
  'A5EB03E22003F6A0E040640A040252AD', // Surakarta
  'A5EB03E22007F6A0E040640A040252AD', // Tegal
];

/** BKN's id of the province Jawa Tengah among the places. */
export const PROVINSI_JATENG = 'A5EB03E21F03F6A0E040640A040252AD';
