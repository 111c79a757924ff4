/**
 * Places of Jawa Tengah that BKN's table prints twice under the province without saying which is the kabupaten and which the kota:
 * told apart by the kecamatan that hang on them (SIASN reference service, 2025).
 */
export const TEMPAT_KEMBAR: readonly { readonly nama: string; readonly kabupaten: string; readonly kota: string }[] = [
  { nama: 'MAGELANG', kabupaten: 'A5EB03E21FC7F6A0E040640A040252AD', kota: 'A5EB03E22002F6A0E040640A040252AD' },
  { nama: 'PEKALONGAN', kabupaten: 'A5EB03E21FEAF6A0E040640A040252AD', kota: 'A5EB03E22006F6A0E040640A040252AD' },
  { nama: 'SEMARANG', kabupaten: 'A5EB03E21FE6F6A0E040640A040252AD', kota: 'A5EB03E22005F6A0E040640A040252AD' },
  { nama: 'TEGAL', kabupaten: 'A5EB03E22000F6A0E040640A040252AD', kota: 'A5EB03E22007F6A0E040640A040252AD' },
];
