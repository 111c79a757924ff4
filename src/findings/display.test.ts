import { describe, expect, it } from 'vitest';
import { isMasked, maskValue } from './display.ts';

describe('what is masked until somebody asks with a reason', () => {
  it.each([
    ['nik', true],
    ['npwp', true],
    ['no_hp', true],
    ['no_telepon', true],
    ['email', true],
    ['email_dinas', true],
    ['email_asn', true],
    ['no_kk', true],
    ['pasangan.nik', true],
    ['nip', false],
    ['nama', false],
    ['golongan', false],
    ['bukan_isian', false],
  ])('%s: %s', (bidang, masked) => expect(isMasked(bidang)).toBe(masked));

  it.each([
    ['', ''],
    ['081', '•••'],
    ['budi@contoh.go.id', '••••••••id'],
  ])('"%s" is shown as "%s"', (value, shown) => expect(maskValue(value)).toBe(shown));
});
