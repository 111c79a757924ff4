import type { Me } from '#identity/contract';
import type { IconName } from '../ui/icon.tsx';

export interface Entry {
  readonly to: '/' | '/kiriman' | '/selisih' | '/pegawai' | '/pengaturan' | '/audit' | '/data-saya' | '/dilihat';
  readonly word: string;
  /** Where there is little room: below the icon on a phone. */
  readonly short?: string;
  readonly icon: IconName;
  /** The second key after G. */
  readonly key?: string;
  readonly isFor: (me: Me) => boolean;
}

/** A pegawai's right to the own record is no right to the lists. */
const isOwnOnly = ({ hak }: Me): boolean => hak['pegawai.lihat'] === 'diri';
const may =
  (action: keyof Me['hak']) =>
  ({ hak }: Me): boolean =>
    hak[action] !== undefined && hak[action] !== 'diri';

/** Whether people may be looked for, in lists and by Ctrl K. */
export const maySearchPeople: (me: Me) => boolean = may('pegawai.lihat');

/** The rail: three groups. What is not built yet is not there. */
export const ENTRIES: readonly (readonly Entry[])[] = [
  [
    { to: '/', word: 'Beranda', icon: 'beranda', key: 'b', isFor: may('selisih.lihat') },
    { to: '/kiriman', word: 'Kiriman', icon: 'kiriman', key: 'k', isFor: may('kiriman.lihat') },
    { to: '/selisih', word: 'Selisih', icon: 'selisih', key: 's', isFor: may('selisih.lihat') },
    { to: '/pegawai', word: 'Pegawai', icon: 'pegawai', key: 'p', isFor: may('pegawai.lihat') },
  ],
  [
    { to: '/data-saya', word: 'Data saya', icon: 'pegawai', isFor: isOwnOnly },
    { to: '/dilihat', word: 'Siapa melihat data saya', short: 'Siapa melihat', icon: 'mata', isFor: isOwnOnly },
  ],
  [{ to: '/audit', word: 'Audit', icon: 'audit', key: 'a', isFor: may('audit.lihat') }],
  [{ to: '/pengaturan', word: 'Pengaturan', icon: 'pengaturan', isFor: () => true }],
];

/** Until the user did what has to be done first, only the settings are open. */
export function entriesFor(me: Me): readonly (readonly Entry[])[] {
  if (me.wajib !== null)
    return ENTRIES.map((group) => group.filter(({ to }) => to === '/pengaturan')).filter((group) => group.length > 0);
  return ENTRIES.map((group) => group.filter(({ isFor }) => isFor(me))).filter((group) => group.length > 0);
}

/** Rooms of the portal that come later, named where people look for them. */
export const NOT_YET = ['Perbaikan', 'Mutu Data', 'Layanan', 'Permasalahan', 'Koordinasi', 'Statistik', 'Referensi'];
