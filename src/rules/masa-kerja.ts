import { fail, ok } from '#kernel/result.ts';
import { isEmptyText } from '#kernel/text.ts';
import { foldDigitForms } from './digit.ts';
import type { GolonganPns } from './golongan.ts';
import type { Reading } from './reading.ts';

/** Years of service; months are 0 to 11. */
export interface MasaKerja {
  readonly tahun: number;
  readonly bulan: number;
}

const LONGEST = 40;
const LONGEST_SERVICE_YEARS = 70;
/** What `formatMasaKerja` writes; it is read most often. */
const OWN_FORM = /^([0-9]{1,2}) tahun ([0-9]{1,2}) bulan$/;
const IN_WORDS = /^(?:([0-9]{1,2}) ?T(?:AHU|H)?N?)?[ ,.]*(?:([0-9]{1,3}) ?B(?:U?LA?N?)?)?\.?$/;
const TWO_NUMBERS = /^([0-9]{1,2}) ?[-/.,; ] ?([0-9]{1,2})$/;
const ONE_NUMBER = /^[0-9]{1,2}$/;

/** Years and months as one value, months above 11 carried into the years. */
export function makeMasaKerja(tahun: number, bulan: number): MasaKerja {
  const total = tahun * 12 + bulan;
  return { tahun: Math.trunc(total / 12), bulan: total % 12 };
}

/** 12 x years + months: what two values are compared by. */
export function masaKerjaMonths({ tahun, bulan }: MasaKerja): number {
  return tahun * 12 + bulan;
}

/** "12 tahun 3 bulan". */
export function formatMasaKerja({ tahun, bulan }: MasaKerja): string {
  return `${tahun} tahun ${bulan} bulan`;
}

/** Reads years and months from one text: "12 Tahun 3 Bulan", "12 th 3 bl", "12-03", "12/3", "3 bulan", or years alone. */
export function parseMasaKerja(text: string): Reading<MasaKerja, 'MASA_KERJA_TIDAK_TERBACA'> {
  const own = OWN_FORM.exec(text);
  if (own) return inBounds(makeMasaKerja(Number(own[1]), Number(own[2])));
  if (isEmptyText(text)) return ok(undefined);
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return fail('MASA_KERJA_TIDAK_TERBACA');
  const upper = foldDigitForms(trimmed).toUpperCase().replace(/^'/, '').replace(/\s+/g, ' ');
  if (ONE_NUMBER.test(upper)) return ok(makeMasaKerja(Number(upper), 0));
  const match = TWO_NUMBERS.exec(upper) ?? IN_WORDS.exec(upper);
  if (!match || (match[1] === undefined && match[2] === undefined)) return fail('MASA_KERJA_TIDAK_TERBACA');
  return inBounds(makeMasaKerja(Number(match[1] ?? 0), Number(match[2] ?? 0)));
}

function inBounds(masaKerja: MasaKerja): Reading<MasaKerja, 'MASA_KERJA_TIDAK_TERBACA'> {
  return masaKerja.tahun > LONGEST_SERVICE_YEARS ? fail('MASA_KERJA_TIDAK_TERBACA') : ok(masaKerja);
}

/** Years taken off the service counted for the golongan when a PNS enters the next group (a practice that fits the steps
 * of the pay tables of PP 7/1977 as amended). */
const DEDUCTION_BY_GROUP_ENTERED: Readonly<Record<string, number>> = { '2': 6, '3': 5 };

/** Years taken off between two golongan of a PNS: 6 from I to II, 5 from II to III, 11 from I to III, otherwise none. */
export function mkgDeductionYears(from: GolonganPns, to: GolonganPns): number {
  let years = 0;
  for (let group = Number(from[0]) + 1; group <= Number(to[0]); group++)
    years += DEDUCTION_BY_GROUP_ENTERED[group] ?? 0;
  return years;
}

/** Service counted after the step; never below 0, `clipped` telling where the deduction exceeded the service. */
export function deductMkg(
  masaKerja: MasaKerja,
  from: GolonganPns,
  to: GolonganPns,
): { readonly masaKerja: MasaKerja; readonly clipped: boolean } {
  const months = masaKerjaMonths(masaKerja) - mkgDeductionYears(from, to) * 12;
  return { masaKerja: makeMasaKerja(0, Math.max(0, months)), clipped: months < 0 };
}

const STEP_OF_DEDUCTION: Readonly<Record<number, string>> = { 5: 'II ke III', 6: 'I ke II', 11: 'I ke III' };

/** The pattern by which two values differ, for `sebab`: a deduction missed or taken twice, or the months alone. */
export function describeMasaKerjaDifference(simpeg: MasaKerja, bkn: MasaKerja): string | undefined {
  const months = masaKerjaMonths(simpeg) - masaKerjaMonths(bkn);
  if (months === 0) return undefined;
  const years = Math.abs(months) / 12;
  const step = STEP_OF_DEDUCTION[years];
  if (step) return `selisih ${years} tahun, seperti pengurangan masa kerja golongan ${step}`;
  if (simpeg.tahun === bkn.tahun) return 'hanya bulan berbeda';
  return Number.isInteger(years) ? `selisih tepat ${years} tahun` : undefined;
}
