import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Where the program keeps what it made itself: imported reference tables. */
export const ACUAN_FOLDER = join(root, '.data', 'acuan');
/** Sample deliveries of `npm start`, and the result on them. */
export const CONTOH_FOLDER = join(root, 'contoh');
