/**
 * Who may do what, and with whose people. One table, read by routes, by the menu of the browser and by the matrix of tests.
 * What it does not name is forbidden.
 */
export const ROLES = {
  pengelola: 'Pengelola kepegawaian',
  verifikator: 'Verifikator',
  'admin-instansi': 'Admin instansi',
  pimpinan: 'Pimpinan',
  pegawai: 'Pegawai',
  'admin-provinsi': 'Admin provinsi',
  bkn: 'BKN',
  auditor: 'Auditor',
} as const;

export type Role = keyof typeof ROLES;

export const ACTIONS = [
  'kiriman.lihat',
  'kiriman.kirim',
  'kiriman.terbitkan',
  'kiriman.kembalikan',
  // When deliveries are due: of an instansi, and of everybody.
  'jadwal.ubah',
  'jadwal.tetapkan',
  'surel.lihat',
  'surel.kirim-ulang',
  'pemetaan.lihat',
  'pemetaan.ubah',
  'selisih.lihat',
  'selisih.putuskan',
  'selisih.sahkan',
  'pegawai.lihat',
  'pegawai.buka-data-pribadi',
  'pegawai.lihat-pembuka',
  'mutu.lihat',
  'statistik.lihat',
  'referensi.lihat',
  'referensi.ubah',
  'pengguna.lihat',
  'pengguna.kelola',
  'instansi.kelola',
  'audit.lihat',
] as const;

export type Action = (typeof ACTIONS)[number];

/** Whose rows an action reaches: those of the user's instansi, of every instansi, or the user's own record. */
export type Reach = 'instansi' | 'semua' | 'diri';

const READ_OWN = {
  'kiriman.lihat': 'instansi',
  'pemetaan.lihat': 'instansi',
  'selisih.lihat': 'instansi',
  'pegawai.lihat': 'instansi',
  'mutu.lihat': 'instansi',
  'statistik.lihat': 'instansi',
  'referensi.lihat': 'semua',
} as const;

const RIGHTS: Readonly<Record<Role, Readonly<Partial<Record<Action, Reach>>>>> = {
  pengelola: {
    ...READ_OWN,
    'kiriman.kirim': 'instansi',
    'kiriman.terbitkan': 'instansi',
    'kiriman.kembalikan': 'instansi',
    'jadwal.ubah': 'instansi',
    'pemetaan.ubah': 'instansi',
    'selisih.putuskan': 'instansi',
    'pegawai.buka-data-pribadi': 'instansi',
    'pegawai.lihat-pembuka': 'instansi',
  },
  // A second pair of eyes approves what others decided, and so decides nothing itself.
  verifikator: {
    ...READ_OWN,
    'selisih.sahkan': 'instansi',
    'pegawai.buka-data-pribadi': 'instansi',
    'pegawai.lihat-pembuka': 'instansi',
  },
  // Manages the users of one instansi; that gives no sight of its people.
  'admin-instansi': {
    'kiriman.lihat': 'instansi',
    'referensi.lihat': 'semua',
    'pengguna.lihat': 'instansi',
    'pengguna.kelola': 'instansi',
    'surel.lihat': 'instansi',
    'surel.kirim-ulang': 'instansi',
  },
  pimpinan: {
    'kiriman.lihat': 'instansi',
    'selisih.lihat': 'instansi',
    'pegawai.lihat': 'instansi',
    'mutu.lihat': 'instansi',
    'statistik.lihat': 'instansi',
  },
  pegawai: { 'pegawai.lihat': 'diri', 'pegawai.lihat-pembuka': 'diri' },
  'admin-provinsi': {
    'kiriman.lihat': 'semua',
    'jadwal.tetapkan': 'semua',
    'surel.lihat': 'semua',
    'surel.kirim-ulang': 'semua',
    'pemetaan.lihat': 'semua',
    'selisih.lihat': 'semua',
    'pegawai.lihat': 'semua',
    'mutu.lihat': 'semua',
    'statistik.lihat': 'semua',
    'referensi.lihat': 'semua',
    'referensi.ubah': 'semua',
    'pengguna.lihat': 'semua',
    'pengguna.kelola': 'semua',
    'instansi.kelola': 'semua',
  },
  // BKN's file is BKN's delivery; of the Simpegs it sees what differs from it.
  bkn: {
    'kiriman.kirim': 'instansi',
    'kiriman.terbitkan': 'instansi',
    'kiriman.lihat': 'semua',
    'jadwal.ubah': 'instansi',
    'selisih.lihat': 'semua',
    'pegawai.lihat': 'semua',
    'mutu.lihat': 'semua',
    'statistik.lihat': 'semua',
    'referensi.lihat': 'semua',
  },
  auditor: { 'audit.lihat': 'semua', 'referensi.lihat': 'semua' },
};

/** How far an action of a role reaches; undefined where the role may not do it at all. */
export function reachOf(role: Role, action: Action): Reach | undefined {
  return RIGHTS[role][action];
}

/** Everything that a role may do, and how far it reaches; for menus. */
export function rightsOf(role: Role): Readonly<Partial<Record<Action, Reach>>> {
  return RIGHTS[role];
}

/** A user as the rights see one. */
export interface Actor {
  readonly role: Role;
  /** Code of the instansi that the user belongs to. */
  readonly instansi: number;
}

/** What an action is done to: rows of an instansi, and of one pegawai where they are a person's own. */
export interface Target {
  readonly instansi: number;
  /** Whether the rows are those of the actor as a pegawai. */
  readonly isSelf: boolean;
}

export function isAllowed(actor: Actor, action: Action, target: Target): boolean {
  const reach = reachOf(actor.role, action);
  if (reach === undefined) return false;
  if (reach === 'semua') return true;
  if (actor.instansi !== target.instansi) return false;
  return reach === 'instansi' || target.isSelf;
}
