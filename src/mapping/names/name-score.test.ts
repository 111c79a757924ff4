import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { matchName } from './name-score.ts';

const best = (name: string, context: readonly string[] = []): string | undefined =>
  matchName(name, { entitas: 'pegawai', context })[0]?.field?.nama;

describe('matchName', () => {
  it.each([
    ['tgllhr', 'tanggal_lahir'],
    ['TEMPAT_LHR', 'tempat_lahir'],
    ['jns_kelamin', 'jenis_kelamin'],
    ['gol_ruang_akhir', 'golongan'],
    ['no_handphone', 'no_hp'],
    ['tglskcpns', 'tgl_sk_cpns'],
    ['thn_lulus', 'pendidikan_tahun_lulus'],
    ['masa_kerja_thn', 'masa_kerja_tahun'],
    ['NAMA_UNOR', 'unit_kerja'],
    ['kddati3', 'alamat_kecamatan'],
    ['TMT KGB yad', 'tmt_kgb_berikutnya'],
  ])('%s is %s although no list has the name', (name, field) => {
    expect(best(name)).toBe(field);
  });

  it.each([
    'tgl_lahir_istri',
    'nama_pendek',
    'usia',
    'photo',
    'last_login',
    'created_at',
    'tmpidskpd',
    'hobi',
    'berat',
  ])('%s stays unmapped', (name) => {
    expect(best(name)).toBeUndefined();
  });

  it('finds nothing of an e-mail address in the name of a telephone', () => {
    const names = matchName('no_hp', { entitas: 'pegawai' }).map(({ field }) => field?.nama);
    expect(names).toContain('no_hp');
    expect(names).not.toContain('email_asn');
  });

  it.each([
    ['no_sk', 'pangkat', 'no_sk_golongan'],
    ['no_sk', 'jab', 'no_sk_jabatan'],
    ['tmt_sk', 'kgb', 'tmt_kgb'],
    ['nama', 'jab', 'jabatan'],
  ])('%s of a table of %s is %s', (name, context, field) => {
    expect(best(name, [context])).toBe(field);
  });
});

interface Structure {
  readonly entity: string;
  readonly columns: readonly { readonly name: string; readonly canonical: string | null }[];
}

const folder = fileURLToPath(new URL('../../../../shared/structures/', import.meta.url));

describe('the public structures', () => {
  it.skipIf(!existsSync(folder))('are recognised by name alone with F1 above 0.9 [needs ../shared/structures]', () => {
    let [right, wrong, missed] = [0, 0, 0];
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      const structure = JSON.parse(readFileSync(`${folder}${file}`, 'utf8')) as Structure;
      const entitas = structure.entity === 'riwayat_sk' ? 'riwayat' : structure.entity;
      for (const { name, canonical } of structure.columns) {
        const [match] = matchName(name, { entitas: entitas as 'pegawai' });
        const found = match?.field && match.likeness >= 0.6 ? match.field : undefined;
        const isRight = found?.nama === canonical || (found?.pasangan !== undefined && found.pasangan === canonical);
        if (found && isRight) right++;
        else {
          if (found) wrong++;
          if (canonical !== null) missed++;
        }
      }
    }
    expect((2 * right) / (2 * right + wrong + missed)).toBeGreaterThan(0.9);
  });
});
