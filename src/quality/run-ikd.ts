import { basename } from 'node:path';
import { isAddress, readTable, splitTablePath } from '#formats';
import type { LocalDate } from '#kernel/local-date.ts';
import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { openDelivered } from '#mapping';
import type { Reference } from '#reference';
import { IKD_INDICATORS } from '#rules/ikd/indicators.ts';
import { defaultIkdSettings, type IkdSettings } from '#rules/ikd/settings.ts';
import { computeIkd } from './compute-ikd.ts';
import { findExportTable } from './export-columns.ts';
import { formatFailing, formatReportCsv, formatReportJson } from './format-ikd.ts';
import { listFailing } from './list-failing.ts';
import type { IkdInput, OnRows } from './scan-people.ts';

export interface IkdOptions {
  /** Path of BKN's export, with #table behind it where one is to be picked. */
  readonly bkn: string;
  readonly per: LocalDate;
  readonly format: 'json' | 'csv';
  readonly reference: Reference;
  /** Code of the indicator whose failing people are asked for, in place of the scores. */
  readonly nama?: string;
  readonly settings?: Partial<IkdSettings>;
  readonly onRows?: OnRows;
}

/**
 * The command `ikd`: the result as pieces of text, or why there is none. Reading happens while the pieces are taken, and may
 * then still throw RefusedFile.
 */
export async function runIkd(options: IkdOptions): Promise<Result<AsyncIterable<string>, Problem>> {
  const kode = options.nama?.toUpperCase();
  const indicator = IKD_INDICATORS.find((one) => one.kode === kode);
  if (kode !== undefined && !indicator) {
    const pilihan = IKD_INDICATORS.map((one) => one.kode).join(', ');
    return fail(problem('IKD_INDIKATOR_TIDAK_DIKENAL', { kode: options.nama ?? '', pilihan }));
  }
  const input = await openExport(options);
  if (!input.ok) return input;
  if (indicator) return ok(formatFailing(listFailing(input.value, indicator), indicator.kode, options.format));
  return ok(formatReport(input.value, options));
}

async function openExport({ bkn, per, reference, settings, onRows }: IkdOptions): Promise<Result<IkdInput, Problem>> {
  const { berkas: path, tabel } = splitTablePath(bkn);
  if (isAddress(path)) return fail(problem('ALAMAT_BUKAN_DI_SINI'));
  const source = await openDelivered(path, tabel);
  if (!source.ok) return source;
  const table = findExportTable(source.value, basename(path), tabel);
  if (!table.ok) return table;
  const { columns, name } = table.value;
  return ok({
    columns,
    blocks: readTable(source.value, name),
    onRows,
    reference,
    settings: { ...defaultIkdSettings(per), ...settings, per },
  });
}

async function* formatReport(input: IkdInput, { bkn, per, format }: IkdOptions): AsyncIterable<string> {
  const report = await computeIkd(input);
  yield format === 'json' ? formatReportJson(report, { berkas: basename(bkn), per }) : formatReportCsv(report);
}
