import { compareText } from '#kernel/text.ts';
import type { CsvRecord } from '../support/csv-records.ts';
import type { Score } from './score.ts';

/** Whether anything but the undecidable cells keeps the answer from being right. */
export function hasFaults({ selisih, pasangan, baris }: Score): boolean {
  const isLost = baris.some((row) => row.dibaca !== row.diterima + row.karantina || row.dibaca !== row.kebenaran);
  return selisih.kurang.length + selisih.lebih.length + pasangan.salah.length > 0 || isLost;
}

/** The score as lines for people; faults with an example each, or every one of them. */
export function formatScore(nama: string, score: Score, isWhole = false): string {
  const { selisih, takDiputuskan, tertutup, pasangan, baris } = score;
  const lines = [
    nama,
    `  selisih   seharusnya ${selisih.seharusnya}, ditulis ${selisih.ditulis}, benar ${selisih.benar}; presisi ${share(selisih.presisi)}, recall ${share(selisih.recall)}`,
    ...(isWhole ? listFaults : groupFaults)('kurang', selisih.kurang),
    ...(isWhole ? listFaults : groupFaults)('lebih', selisih.lebih),
    ...takDiputuskan.map(
      ({ alasan, kode, baris: rows }) =>
        `  tak diputuskan: ${alasan}: ${kode} kode, ${rows.length} baris (${countByColumn(rows)})`,
    ),
    `  tak diputuskan: selisih sejati di sel itu: ${tertutup}`,
    `  pasangan  seharusnya ${pasangan.seharusnya}, benar ${pasangan.benar}, salah ${pasangan.salah.length}`,
    ...pasangan.salah.map((row) => `    salah ${describePair(row)}`),
    ...pasangan.kurang.slice(0, isWhole ? undefined : 10).map((row) => `    kurang ${describePair(row)}`),
    `  baris     dibaca ${sum(baris.map(({ dibaca }) => dibaca))}, diterima ${sum(baris.map(({ diterima }) => diterima))}, karantina ${sum(baris.map(({ karantina }) => karantina))}`,
  ];
  return `${lines.join('\n')}\n`;
}

function groupFaults(jenis: string, rows: readonly CsvRecord[]): readonly string[] {
  const groups = Map.groupBy(rows, ({ kolom, kelas, instansi }) => `${kolom} ${kelas} ${instansi}`);
  return [...groups].map(([group, [example, ...more]]) => {
    const { nip = '', nilai_simpeg = '', nilai_bkn = '' } = example ?? {};
    return `    ${jenis} ${more.length + 1} ${group}: misalnya ${nip} "${nilai_simpeg}" "${nilai_bkn}"`;
  });
}

/** "agama 8, kedudukan_hukum 21", the most first. */
function countByColumn(rows: readonly CsvRecord[]): string {
  return [...Map.groupBy(rows, ({ kolom = '' }) => kolom)]
    .toSorted((a, b) => b[1].length - a[1].length || compareText(a[0], b[0]))
    .map(([kolom, lines]) => `${kolom} ${lines.length}`)
    .join(', ');
}

function listFaults(jenis: string, rows: readonly CsvRecord[]): readonly string[] {
  return rows.map(
    ({ kolom, kelas, instansi, nip, nilai_simpeg, nilai_bkn }) =>
      `    ${jenis} ${kolom} ${kelas} ${instansi}: ${nip} "${nilai_simpeg}" "${nilai_bkn}"`,
  );
}

const describePair = ({ instansi, baris_simpeg, baris_bkn, cara = '' }: CsvRecord): string =>
  `${instansi} baris ${baris_simpeg} dengan baris BKN ${baris_bkn} ${cara}`.trimEnd();

const share = (part: number): string => part.toFixed(5);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
