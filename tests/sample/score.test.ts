import { describe, expect, it } from 'vitest';
import { UJI_PEGAWAI, withSampleRun } from '../support/sample-run.ts';
import { formatScore } from './format-score.ts';
import { scoreRun } from './score.ts';

/** What holds today; raised as the engine is mended, never lowered. */
const FLOORS =
  UJI_PEGAWAI <= 2000
    ? { presisi: 1, recall: 1, pasanganKurang: 0, pasanganSalah: 0 }
    : { presisi: 0.9997, recall: 1, pasanganKurang: 0, pasanganSalah: 1 };

describe.each(['campuran', 'csv'] as const)(`the sample of ${UJI_PEGAWAI} people, container %s`, (wadah) => {
  it('has every true difference and pair in the answer, nothing else, and no row lost', {
    timeout: 600_000,
  }, async () => {
    await withSampleRun(wadah, async ({ kebenaran, hasil }) => {
      const score = scoreRun(kebenaran, hasil);
      process.stdout.write(formatScore(`Nilai atas kebenaran, wadah ${wadah}`, score));
      for (const row of score.baris) {
        expect(row).toMatchObject({ dibaca: row.diterima + row.karantina, karantina: row.barisKarantina });
        expect(row).toMatchObject({ dibaca: row.kebenaran });
      }
      expect(score.selisih.presisi).toBeGreaterThanOrEqual(FLOORS.presisi);
      expect(score.selisih.recall).toBeGreaterThanOrEqual(FLOORS.recall);
      expect(score.pasangan.kurang.length).toBeLessThanOrEqual(FLOORS.pasanganKurang);
      expect(score.pasangan.salah.length).toBeLessThanOrEqual(FLOORS.pasanganSalah);
    });
  });
});
