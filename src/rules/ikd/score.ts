import { IKD_DIMENSIONS, IKD_INDICATORS, type IkdDimension } from './indicators.ts';
import type { IkdSettings } from './settings.ts';

/** People by verdict of one indicator; the rest of the active people is not of its population. */
export interface IkdCounts {
  readonly gagal: number;
  readonly bersih: number;
  readonly takDinilai: number;
}

/** One indicator of one body. `nilai` is the share clean, undefined where the indicator is not assessed. */
export interface IkdIndicatorScore extends IkdCounts {
  readonly kode: string;
  /** Decided people: failing and clean. */
  readonly dikenai: number;
  readonly nilai: number | undefined;
}

export interface IkdDimensionScore {
  readonly dimensi: IkdDimension;
  /** Weighted mean of the assessed indicators; undefined where none is. */
  readonly nilai: number | undefined;
}

export interface IkdScore {
  readonly aktif: number;
  readonly indikator: readonly IkdIndicatorScore[];
  readonly dimensi: readonly IkdDimensionScore[];
  readonly total: number | undefined;
  /** Share of the index's weight that was assessed. */
  readonly bobotDinilai: number;
  /** Total if every indicator that was not assessed were 0, or 1. */
  readonly terendah: number;
  readonly tertinggi: number;
}

/**
 * Scores of one body from its counts, in the order of the indicators. An indicator whose population is not empty but nowhere
 * decided is not assessed; one that concerns nobody is clean. `takTersedia` names the indicators whose source is missing.
 */
export function scoreIkd(
  aktif: number,
  counts: readonly IkdCounts[],
  takTersedia: ReadonlySet<string>,
  { penyebut }: Pick<IkdSettings, 'penyebut'>,
): IkdScore {
  const indikator = IKD_INDICATORS.map(({ kode }, index) => {
    const { gagal, bersih, takDinilai } = counts[index] ?? { gagal: 0, bersih: 0, takDinilai: 0 };
    const dikenai = gagal + bersih;
    const isAssessed = !takTersedia.has(kode) && (dikenai > 0 || takDinilai === 0);
    const nilai = isAssessed ? shareClean(gagal, penyebut === 'dikenai' ? dikenai : aktif) : undefined;
    return { kode, gagal, bersih, takDinilai, dikenai, nilai };
  });
  const parts = IKD_DIMENSIONS.map(({ dimensi, bobot }) => ({ dimensi, bobot, ...scoreDimension(dimensi, indikator) }));
  const assessed = parts.filter(({ nilai }) => nilai !== undefined);
  const weight = sum(assessed, ({ bobot }) => bobot);
  const bobotDinilai = sum(parts, ({ bobot, dinilai }) => bobot * dinilai);
  const terendah = sum(parts, ({ bobot, dinilai, nilai }) => bobot * dinilai * (nilai ?? 0));
  return {
    aktif,
    indikator,
    dimensi: parts.map(({ dimensi, nilai }) => ({ dimensi, nilai })),
    total: weight > 0 ? sum(assessed, ({ bobot, nilai }) => bobot * (nilai ?? 0)) / weight : undefined,
    bobotDinilai,
    terendah,
    tertinggi: terendah + 1 - bobotDinilai,
  };
}

function shareClean(gagal: number, penyebut: number): number {
  return penyebut === 0 ? 1 : 1 - gagal / penyebut;
}

/** Score of a dimension over its assessed indicators, and which share of its weight they are. */
function scoreDimension(
  dimensi: IkdDimension,
  scores: readonly IkdIndicatorScore[],
): { readonly nilai: number | undefined; readonly dinilai: number } {
  const own = IKD_INDICATORS.flatMap((indicator, index) =>
    indicator.dimensi === dimensi ? [{ bobot: indicator.bobot, nilai: scores[index]?.nilai }] : [],
  );
  const assessed = own.filter(({ nilai }) => nilai !== undefined);
  const weight = sum(assessed, ({ bobot }) => bobot);
  return {
    nilai: weight > 0 ? sum(assessed, ({ bobot, nilai }) => bobot * (nilai ?? 0)) / weight : undefined,
    dinilai: weight / sum(own, ({ bobot }) => bobot),
  };
}

function sum<T>(list: readonly T[], value: (item: T) => number): number {
  return list.reduce((total, item) => total + value(item), 0);
}
