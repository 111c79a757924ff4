import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Where the program keeps what it made itself; an installation may put it elsewhere. */
const DATA = process.env['PORTAL_DATA'] ?? join(root, '.data');
/** Imported reference tables. */
export const ACUAN_FOLDER = join(DATA, 'acuan');
/** Sample deliveries of `npm run contoh`, and the result on them. */
export const CONTOH_FOLDER = join(root, 'contoh');
/** The portal's own database while it is tried: not for production. */
export const DATA_FOLDER = join(DATA, 'basis-data');
/** Monthly sample deliveries while they are made and published in a portal on trial. */
export const BULAN_FOLDER = join(DATA, 'bulan-contoh');
/** Deliveries to the portal, and what is made out of them. */
export const FILES_FOLDER = join(DATA, 'berkas');
/** The tables of the portal, as numbered SQL files. */
export const MIGRATIONS_FOLDER = join(root, 'db', 'migrations');
/** The browser application, as `npm run build` leaves it. */
export const WEB_FOLDER = join(root, 'web', 'dist');
/** Of this program. */
export const VERSION = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string })
  .version;
