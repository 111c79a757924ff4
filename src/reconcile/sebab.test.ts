import { describe, expect, it } from 'vitest';
import { type FieldName, getField } from '#canonical';
import { describeSebab } from './sebab.ts';

const NIP = (): string => '198001052010011901';

describe('the cause of a difference in words', () => {
  it.each<[FieldName, string, string, string]>([
    ['tanggal_lahir', '1980-05-01', '1980-01-05', 'hari dan bulan tertukar; NIP sesuai dengan nilai BKN'],
    ['tanggal_lahir', '1980-01-05', '1980-01-06', 'berbeda satu hari; NIP sesuai dengan nilai Simpeg'],
    ['jenis_kelamin', 'F', 'M', 'NIP sesuai dengan nilai BKN'],
    ['nik', '3319020501800001', '3319026006820001', 'NIP sesuai dengan nilai Simpeg'],
    ['nik', '3319026006820001', '3319020501800002', 'NIP sesuai dengan nilai BKN'],
    ['nik', '3319020501800001', '3319020501800002', 'satu digit berbeda'],
    ['tmt_cpns', '2011-03-02', '2012-05-04', 'NIP tidak sesuai dengan keduanya'],
    ['nip', '198001052010011902', '198001052010011901', 'satu digit berbeda pada nomor urut'],
    [
      'masa_kerja_tahun',
      '17 tahun 3 bulan',
      '12 tahun 3 bulan',
      'selisih 5 tahun, seperti pengurangan masa kerja golongan II ke III',
    ],
    ['email', 'a@contoh.test', 'b@contoh.test', ''],
    ['email', '', 'b@contoh.test', ''],
  ])('%s %s / %s: %s', (field, simpeg, bkn, expected) => {
    expect(describeSebab(getField(field), simpeg, bkn, NIP)).toBe(expected);
  });

  it('names the field in which BKN has the value', () => {
    const [cpns, pns] = [getField('tmt_cpns'), getField('tmt_pns')];
    expect(describeSebab(pns, '2010-01-01', '2011-02-03', NIP, cpns)).toBe('sama dengan TMT CPNS di BKN');
  });

  it('names a golongan one step behind', () => {
    expect(describeSebab(getField('golongan'), '32', '33', NIP)).toMatch(/satu/);
  });
});
