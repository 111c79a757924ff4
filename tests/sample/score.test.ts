import { describe, expect, it } from 'vitest';
import { sharedRun, UJI_PEGAWAI } from '../support/sample-run.ts';
import { formatScore } from './format-score.ts';
import { scoreRun } from './score.ts';

describe.each(['campuran', 'csv'] as const)(`the sample of ${UJI_PEGAWAI} people, container %s`, (wadah) => {
  it('has every true difference and pair in the answer, nothing else, and no row lost', {
    timeout: 600_000,
  }, async () => {
    const { kebenaran, hasil } = await sharedRun(wadah);
    const score = scoreRun(kebenaran, hasil);
    process.stdout.write(formatScore(`Nilai atas kebenaran, wadah ${wadah}`, score));
    for (const row of score.baris) {
      expect(row).toMatchObject({ dibaca: row.diterima + row.karantina, karantina: row.barisKarantina });
      expect(row).toMatchObject({ dibaca: row.kebenaran });
    }
    expect(score.selisih.lebih).toEqual([]);
    expect(score.selisih.kurang).toEqual([]);
    expect(score.pasangan.salah).toEqual([]);
    expect(score.pasangan.benar).toBeGreaterThanOrEqual(score.pasangan.seharusnya * 0.999);
  });
});
