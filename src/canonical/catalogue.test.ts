import { describe, expect, it } from 'vitest';
import { COMPARED_FIELDS, FIELDS, type Field, findField } from './index.ts';

/** What types cannot say of the catalogue: its rows are whole, agree with one another, and stand as they were published. */

const namesOf = (fields: readonly Field[]): readonly string[] => fields.map(({ nama }) => nama);
const repeated = (values: readonly string[]): readonly string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

/** English that would show on an Indonesian screen. */
const ENGLISH = /\b(?:the|of|and|date|name|number|code|office|year|file|type|position|salary|gender|value|by|from)\b/i;

describe('a row of the catalogue', () => {
  it('explains itself on the screen: a heading, and one Indonesian sentence', () => {
    const bare = FIELDS.filter(({ label, arti }) => !/^\p{Lu}/u.test(label) || !/^\p{Lu}.*\.$/u.test(arti));
    expect(namesOf(bare)).toEqual([]);
    expect(FIELDS.filter(({ label, arti }) => ENGLISH.test(`${label} ${arti}`)).map(({ label }) => label)).toEqual([]);
    for (const sentence of ['Date of birth.', 'Kode of pegawai.']) expect(sentence).toMatch(ENGLISH);
  });

  it('has a name of its own, which tells the history that it belongs to, and a heading that nobody else there has', () => {
    expect(repeated(namesOf(FIELDS))).toEqual([]);
    expect(repeated(FIELDS.map(({ entitas, label }) => `${entitas}: ${label}`))).toEqual([]);
    const misnamed = FIELDS.filter(({ nama, entitas }) => {
      const [before, ...behind] = nama.split('.');
      return entitas === 'pegawai' ? behind.length > 0 : before !== entitas || behind.length !== 1;
    });
    expect(namesOf(misnamed)).toEqual([]);
  });

  it('is one half of one pair at most, and only the text half is compared', () => {
    const pairs = FIELDS.filter(({ pasangan }) => pasangan !== undefined);
    const alone = pairs.filter(({ nama, pasangan = '' }) => findField(pasangan)?.pasangan !== nama);
    expect(namesOf(alone)).toEqual([]);
    const twice = pairs.filter((field) => field.dibandingkan && findField(field.pasangan ?? '')?.dibandingkan);
    expect(namesOf(twice)).toEqual([]);
    expect(namesOf(COMPARED_FIELDS).filter((nama) => nama.endsWith('_id'))).toEqual([]);
  });

  it('is compared only where there is a way to compare, and can then be corrected at BKN', () => {
    const compared = FIELDS.filter(({ dibandingkan }) => dibandingkan);
    expect(namesOf(compared.filter(({ pembanding }) => pembanding === 'tidak'))).toEqual([]);
    expect(namesOf(compared.filter(({ kanalPerbaikan }) => kanalPerbaikan === 'simpeg'))).toEqual([]);
  });

  it('hides what tells who somebody is or where to be reached, but for addresses that the office gave', () => {
    const personal = FIELDS.filter(({ tipe }) => ['nik', 'npwp', 'telepon', 'email', 'uang'].includes(tipe));
    expect(namesOf(personal.filter(({ sensitif }) => !sensitif))).toEqual(['email_dinas', 'email_asn']);
  });

  it('takes its owner and its way of correction from the closed lists, of which no entry is idle', () => {
    const used = (column: 'sumberUtama' | 'kanalPerbaikan') => [...new Set(FIELDS.map((field) => field[column]))];
    expect(used('sumberUtama').toSorted()).toEqual(['bkn', 'keduanya', 'simpeg']);
    expect(used('kanalPerbaikan').toSorted()).toEqual(['api_bkn', 'crosswalk', 'layanan_bkn', 'myasn', 'simpeg']);
  });
});

describe('the catalogue', () => {
  it('has each of the 67 headings of BKN and the 57 columns of PUPNS in just one row', () => {
    for (const [count, headings] of [
      [67, FIELDS.flatMap(({ judulSiasn }) => judulSiasn ?? [])],
      [57, FIELDS.flatMap(({ kolomPupns }) => kolomPupns ?? [])],
    ] as const) {
      expect(headings).toHaveLength(count);
      expect(repeated(headings)).toEqual([]);
    }
  });

  it('stands in the published order: the person first, each history in one piece, the compared fields as here', () => {
    const blocks = FIELDS.map(({ entitas }) => entitas).filter((entitas, index, all) => entitas !== all[index - 1]);
    expect(blocks[0]).toBe('pegawai');
    expect(repeated(blocks)).toEqual([]);
    expect(namesOf(COMPARED_FIELDS).join(' ')).toBe(
      'nip nip_lama nama gelar_depan gelar_belakang tempat_lahir tanggal_lahir jenis_kelamin agama status_perkawinan nik ' +
        'tgl_meninggal no_hp email email_dinas status_cpns_pns jenis_pegawai kedudukan_hukum tmt_cpns no_sk_cpns tgl_sk_cpns ' +
        'tmt_pns no_sk_pns tgl_sk_pns karpeg golongan_cpns golongan tmt_golongan masa_kerja_tahun masa_kerja_bulan ' +
        'jenis_jabatan jabatan tmt_jabatan eselon tmt_eselon pendidikan_tingkat pendidikan_nama pendidikan_tahun_lulus ' +
        'instansi instansi_kerja unit_kerja unit_organisasi_induk npwp no_bpjs',
    );
  });
});
