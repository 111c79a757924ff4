import type { Instansi } from './contract.ts';
import { ACTIONS, reachOf, type Role } from './roles.ts';

/** The roles that make sense in a kind of instansi. */
const ROLES_IN: Readonly<Record<Instansi['jenis'], readonly Role[]>> = {
  kabupaten: ['pengelola', 'verifikator', 'admin-instansi', 'pimpinan', 'pegawai'],
  kota: ['pengelola', 'verifikator', 'admin-instansi', 'pimpinan', 'pegawai'],
  provinsi: ['pengelola', 'verifikator', 'admin-instansi', 'pimpinan', 'pegawai', 'admin-provinsi', 'auditor'],
  bkn: ['bkn'],
};

/**
 * The roles that a manager of users may give, and whose users it may change, in a kind of instansi: never one that sees further
 * than the manager itself does.
 */
export function grantable(manager: Role, jenis: Instansi['jenis']): readonly Role[] {
  const reach = reachOf(manager, 'pengguna.kelola');
  if (reach === undefined) return [];
  return ROLES_IN[jenis].filter((role) => reach === 'semua' || !seesAll(role));
}

/** References are everybody's; all else that reaches every instansi makes a role one that sees all. */
export function seesAll(role: Role): boolean {
  return ACTIONS.some((action) => action !== 'referensi.lihat' && reachOf(role, action) === 'semua');
}
