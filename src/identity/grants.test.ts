import { describe, expect, it } from 'vitest';
import { grantable, seesAll } from './grants.ts';
import { type Role, ROLES } from './roles.ts';
import { isPowerful } from './session.ts';

const roles = Object.keys(ROLES) as Role[];
const KINDS = ['provinsi', 'kabupaten', 'kota', 'bkn'] as const;

describe('roles that may be given', () => {
  it('are none for whoever does not manage users', () => {
    const others = roles.filter((role) => !['admin-instansi', 'admin-provinsi'].includes(role));
    expect(others.flatMap((role) => KINDS.flatMap((kind) => grantable(role, kind)))).toEqual([]);
  });

  it('never see further than the one who gives them', () => {
    expect(KINDS.flatMap((kind) => grantable('admin-instansi', kind)).filter(seesAll)).toEqual([]);
  });

  it('cover every role somewhere, for the province', () => {
    expect(new Set(KINDS.flatMap((kind) => grantable('admin-provinsi', kind)))).toEqual(new Set(roles));
  });

  it('need a second factor where they manage users or see all', () => {
    expect(roles.filter(isPowerful)).toEqual(['admin-instansi', 'admin-provinsi', 'bkn', 'auditor']);
  });
});
