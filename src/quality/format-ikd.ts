import { formatCsvRow } from '#formats';
import { formatIsoDate, type LocalDate } from '#kernel/local-date.ts';
import { IKD_DIMENSIONS, IKD_INDICATORS } from '#rules/ikd/indicators.ts';
import type { IkdIndicatorScore, IkdScore } from '#rules/ikd/score.ts';
import type { IkdBody, IkdReport } from './compute-ikd.ts';
import type { FailingPerson } from './list-failing.ts';

/** Where a reading of ours stands in for BKN's unpublished formula, the result says so. */
const CATATAN =
  'Rumus BKN tidak dipublikasikan: hasil ini memakai tafsir atas uraian indikatornya dan bukan nilai resmi.';

export interface ReportHead {
  readonly berkas: string;
  readonly per: LocalDate;
}

/** The whole report as one JSON object. Shares are fractions of 1 with six decimals; null = not assessed. */
export function formatReportJson(report: IkdReport, { berkas, per }: ReportHead): string {
  const { baris, seluruh, instansi, takTersedia } = report;
  const body = (one: IkdBody): unknown => describeBody(one, takTersedia);
  const json = {
    berkas,
    per: formatIsoDate(per),
    catatan: CATATAN,
    baris,
    seluruh: body(seluruh),
    instansi: instansi.map(body),
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

function describeBody({ instansi, nama, pegawai, skor }: IkdBody, takTersedia: ReadonlyMap<string, string>): unknown {
  const { aktif, total, bobotDinilai, terendah, tertinggi } = skor;
  return {
    instansi,
    nama,
    pegawai,
    aktif,
    total: share(total),
    bobot_dinilai: share(bobotDinilai),
    terendah: share(terendah),
    tertinggi: share(tertinggi),
    dimensi: skor.dimensi.map(({ dimensi, nilai }, index) => ({
      dimensi,
      nama: IKD_DIMENSIONS[index]?.label,
      bobot: IKD_DIMENSIONS[index]?.bobot,
      nilai: share(nilai),
    })),
    indikator: skor.indikator.map((one, index) => ({
      kode: one.kode,
      nama: IKD_INDICATORS[index]?.label,
      dimensi: IKD_INDICATORS[index]?.dimensi,
      bobot: IKD_INDICATORS[index]?.bobot,
      dikenai: one.dikenai,
      gagal: one.gagal,
      bersih: one.bersih,
      tak_dinilai: one.takDinilai,
      nilai: share(one.nilai),
      keterangan: explain(one, takTersedia),
    })),
  };
}

function share(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value * 1e6) / 1e6;
}

/** Why an indicator is not assessed, or which people it leaves out. */
function explain({ kode, nilai, takDinilai }: IkdIndicatorScore, takTersedia: ReadonlyMap<string, string>): string {
  const reason = takTersedia.get(kode);
  if (reason !== undefined) return `tidak dinilai: ${reason}`;
  if (nilai === undefined) return `tidak dinilai: data ${takDinilai} orang tidak cukup untuk memutuskan`;
  return takDinilai > 0 ? `data ${takDinilai} orang tidak cukup untuk memutuskan` : '';
}

const HEADING = [
  'instansi',
  'nama_instansi',
  'jenis',
  'kode',
  'nama',
  'bobot',
  'dikenai',
  'gagal',
  'bersih',
  'tak_dinilai',
  'nilai',
  'keterangan',
];

/** The report as rows: each body's indicators, dimensions and total; the whole comes first, without a code. */
export function formatReportCsv({ seluruh, instansi, takTersedia }: IkdReport): string {
  const rows = [seluruh, ...instansi].flatMap((body) => listRows(body, takTersedia));
  return [HEADING, ...rows].map((row) => formatCsvRow(row)).join('');
}

type Row = readonly (string | number | undefined)[];

function listRows({ instansi, nama, skor }: IkdBody, takTersedia: ReadonlyMap<string, string>): readonly Row[] {
  const start = [instansi, nama];
  const indicators = skor.indikator.map((one, index): Row => {
    const { label, bobot } = IKD_INDICATORS[index] ?? {};
    const counts = [one.dikenai, one.gagal, one.bersih, one.takDinilai];
    return [...start, 'indikator', one.kode, label, bobot, ...counts, cell(one.nilai), explain(one, takTersedia)];
  });
  const dimensions = skor.dimensi.map(({ dimensi, nilai }, index): Row => {
    const { label, bobot } = IKD_DIMENSIONS[index] ?? {};
    return [...start, 'dimensi', dimensi, label, bobot, '', '', '', '', cell(nilai), ''];
  });
  return [
    ...indicators,
    ...dimensions,
    [...start, 'total', '', 'Indeks kualitas data', 1, skor.aktif, '', '', '', cell(skor.total), describeRange(skor)],
  ];
}

function cell(value: number | undefined): number | string {
  return share(value) ?? '';
}

function describeRange({ bobotDinilai, terendah, tertinggi }: IkdScore): string {
  return `bobot dinilai ${percent(bobotDinilai)}; kisaran ${percent(terendah)} sampai ${percent(tertinggi)}`;
}

function percent(value: number): string {
  return `${(value * 100).toFixed(2).replace('.', ',')}%`;
}

/** The people who fail one indicator, as text in pieces: a JSON array or CSV with a heading. */
export async function* formatFailing(
  people: AsyncIterable<readonly FailingPerson[]>,
  kode: string,
  format: 'json' | 'csv',
): AsyncIterable<string> {
  if (format === 'csv') yield formatCsvRow(['instansi', 'nip', 'nama', 'baris', 'indikator']);
  let before = '[\n';
  for await (const block of people) {
    if (format === 'csv') {
      yield block.map(({ instansi, nip, nama, baris }) => formatCsvRow([instansi, nip, nama, baris, kode])).join('');
      continue;
    }
    const objects = block.map(({ instansi, nip, nama, baris }) =>
      JSON.stringify({ instansi, nip, nama, baris, indikator: kode }),
    );
    yield `${before}${objects.join(',\n')}`;
    before = ',\n';
  }
  if (format === 'json') yield before === '[\n' ? '[]\n' : '\n]\n';
}
