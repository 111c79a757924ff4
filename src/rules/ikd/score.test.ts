import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IKD_DIMENSIONS, IKD_INDICATORS } from './indicators.ts';
import { type IkdCounts, type IkdScore, scoreIkd } from './score.ts';

const NOBODY: IkdCounts = { gagal: 0, bersih: 0, takDinilai: 0 };
const BY_DIKENAI = { penyebut: 'dikenai' } as const;

function score(counts: Readonly<Record<string, Partial<IkdCounts>>>, takTersedia: readonly string[] = []): IkdScore {
  const all = IKD_INDICATORS.map(({ kode }) => ({ ...NOBODY, ...counts[kode] }));
  return scoreIkd(100, all, new Set(takTersedia), BY_DIKENAI);
}
const nilaiOf = ({ indikator }: IkdScore, kode: string): number | undefined =>
  indikator.find((row) => row.kode === kode)?.nilai;
const dimensionOf = ({ dimensi }: IkdScore, nama: string): number | undefined =>
  dimensi.find((row) => row.dimensi === nama)?.nilai;

describe('the score of a body', () => {
  it('is 1 where every indicator is clean or concerns nobody', () => {
    const { total, bobotDinilai, terendah, tertinggi } = score({});
    expect(total).toBeCloseTo(1, 12);
    expect(bobotDinilai).toBeCloseTo(1, 12);
    expect(terendah).toBeCloseTo(1, 12);
    expect(tertinggi).toBeCloseTo(1, 12);
  });

  it('takes the share clean of the concerned people', () => {
    expect(nilaiOf(score({ COM_2: { gagal: 10, bersih: 30 } }), 'COM_2')).toBe(0.75);
  });

  it('takes the share clean of all active people where so set', () => {
    const counts = IKD_INDICATORS.map(({ kode }) => (kode === 'COM_2' ? { ...NOBODY, gagal: 10, bersih: 30 } : NOBODY));
    const all = scoreIkd(100, counts, new Set(), { penyebut: 'semua_aktif' });
    expect(nilaiOf(all, 'COM_2')).toBe(0.9);
  });

  it('weighs the indicators of a dimension by the real sum of their weights', () => {
    const half = score({ ACC_2: { gagal: 1, bersih: 1 } });
    expect(dimensionOf(half, 'accuracy')).toBeCloseTo(1 - (21.43 / 99.98) * 0.5, 12);
    expect(half.total).toBeCloseTo(1 - 0.3 * (21.43 / 99.98) * 0.5, 12);
  });

  it.each([
    ['nobody of its population is decided', { TIM_6: { takDinilai: 3 } }, []],
    ['its source is missing', { TIM_6: { bersih: 3 } }, ['TIM_6']],
  ])('leaves an indicator out and never counts it as clean where %s', (_why, counts, missing) => {
    const left = score({ ...counts, TIM_3: { gagal: 1 } }, missing);
    expect(nilaiOf(left, 'TIM_6')).toBeUndefined();
    const weight = 22.73 + 18.18 + 13.64 + 15.91 + 15.91;
    expect(dimensionOf(left, 'timeliness')).toBeCloseTo(1 - 13.64 / weight, 12);
    expect(left.bobotDinilai).toBeCloseTo(1 - 0.31 * (13.64 / 100.01), 12);
  });

  it('assesses by the decided people where some are undecided', () => {
    expect(nilaiOf(score({ TIM_5: { gagal: 1, bersih: 3, takDinilai: 6 } }), 'TIM_5')).toBe(0.75);
  });

  it('has no value where nothing is assessed, and may then lie anywhere', () => {
    const nothing = score(
      {},
      IKD_INDICATORS.map(({ kode }) => kode),
    );
    expect(nothing.total).toBeUndefined();
    expect(nothing.dimensi.every(({ nilai }) => nilai === undefined)).toBe(true);
    expect([nothing.bobotDinilai, nothing.terendah, nothing.tertinggi]).toEqual([0, 0, 1]);
  });

  it('leaves a dimension without any assessed indicator out of the total', () => {
    const rest = score(
      { CON_1: { gagal: 1, bersih: 1 } },
      IKD_INDICATORS.filter(({ dimensi }) => dimensi === 'accuracy').map(({ kode }) => kode),
    );
    expect(rest.total).toBeCloseTo(1 - (0.11 / 0.7) * 0.125, 12);
    expect(IKD_DIMENSIONS).toHaveLength(rest.dimensi.length);
  });

  it('lies between the lowest and the highest it could be', () => {
    const count = fc.record({ gagal: fc.nat(20), bersih: fc.nat(20), takDinilai: fc.nat(3) });
    const counts = fc.array(count, { minLength: 27, maxLength: 27 });
    const missing = fc.subarray(IKD_INDICATORS.map(({ kode }) => kode));
    fc.assert(
      fc.property(counts, missing, (rows, codes) => {
        const { total, terendah, tertinggi, bobotDinilai } = scoreIkd(60, rows, new Set(codes), BY_DIKENAI);
        expect(tertinggi - terendah).toBeCloseTo(1 - bobotDinilai, 9);
        if (total === undefined) return;
        expect(total).toBeGreaterThanOrEqual(terendah - 1e-9);
        expect(total).toBeLessThanOrEqual(tertinggi + 1e-9);
      }),
    );
  });
});
