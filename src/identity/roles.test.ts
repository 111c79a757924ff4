import { describe, expect, it } from 'vitest';
import { ACTIONS, type Action, isAllowed, reachOf, type Role, ROLES } from './roles.ts';

const roles = Object.keys(ROLES) as Role[];
const OWN = { instansi: 6403, isSelf: false };
const OTHER = { instansi: 6404, isSelf: false };
const mayFor = (action: Action, target: typeof OWN): Role[] =>
  roles.filter((role) => isAllowed({ role, instansi: 6403 }, action, target));

describe('rights', () => {
  it.each<[Action, Role[]]>([
    ['kiriman.kirim', ['pengelola', 'bkn']],
    ['kiriman.terbitkan', ['pengelola', 'bkn']],
    ['selisih.putuskan', ['pengelola']],
    ['selisih.sahkan', ['verifikator']],
    ['pegawai.buka-data-pribadi', ['pengelola', 'verifikator']],
    ['pengguna.kelola', ['admin-instansi', 'admin-provinsi']],
    ['instansi.kelola', ['admin-provinsi']],
    ['referensi.ubah', ['admin-provinsi']],
    ['jadwal.ubah', ['pengelola', 'bkn']],
    ['jadwal.tetapkan', ['admin-provinsi']],
    ['surel.lihat', ['admin-instansi', 'admin-provinsi']],
    ['surel.kirim-ulang', ['admin-instansi', 'admin-provinsi']],
    ['audit.lihat', ['auditor']],
  ])('of %s belong to these roles only', (action, expected) => {
    expect(mayFor(action, OWN)).toEqual(expected);
  });

  it('reach the people of another instansi only for the province, BKN and the auditor', () => {
    for (const action of ACTIONS) {
      if (action === 'referensi.lihat') continue;
      const others = mayFor(action, OTHER).filter((role) => !['admin-provinsi', 'bkn', 'auditor'].includes(role));
      expect({ action, others }).toEqual({ action, others: [] });
    }
  });

  it("let nobody change what is another instansi's, its users by the province aside", () => {
    const changing = ACTIONS.filter((action) => /\.(kirim|terbitkan|kembalikan|ubah|putuskan|sahkan)$/.test(action));
    for (const action of changing.filter((name) => name !== 'referensi.ubah')) {
      expect({ action, roles: mayFor(action, OTHER) }).toEqual({ action, roles: [] });
    }
  });

  it('let no role both decide and approve', () => {
    expect(roles.filter((role) => reachOf(role, 'selisih.putuskan') && reachOf(role, 'selisih.sahkan'))).toEqual([]);
  });

  it('show a pegawai the own record only', () => {
    const actor = { role: 'pegawai', instansi: 6403 } as const;
    expect(isAllowed(actor, 'pegawai.lihat', { instansi: 6403, isSelf: true })).toBe(true);
    expect(isAllowed(actor, 'pegawai.lihat', OWN)).toBe(false);
    expect(isAllowed(actor, 'pegawai.lihat', { instansi: 6404, isSelf: true })).toBe(false);
    expect(ACTIONS.filter((action) => reachOf('pegawai', action))).toEqual(['pegawai.lihat', 'pegawai.lihat-pembuka']);
    expect(new Set(ACTIONS.map((action) => reachOf('pegawai', action)))).toEqual(new Set(['diri', undefined]));
  });
});
