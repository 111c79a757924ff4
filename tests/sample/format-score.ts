import type { CsvRecord } from '../support/csv-records.ts';
import type { Score } from './score.ts';

/** The score as lines for people; faults with an example each. */
export function formatScore(nama: string, { selisih, takDiputuskan, tertutup, pasangan, baris }: Score): string {
  const lines = [
    nama,
    `  selisih   seharusnya ${selisih.seharusnya}, ditulis ${selisih.ditulis}, benar ${selisih.benar}; presisi ${share(selisih.presisi)}, recall ${share(selisih.recall)}`,
    ...groupFaults('kurang', selisih.kurang),
    ...groupFaults('lebih', selisih.lebih),
    ...takDiputuskan.map(
      ({ alasan, kode, baris: rows }) => `  tak diputuskan: ${alasan}: ${kode} kode, ${rows.length} baris`,
    ),
    `  tak diputuskan: selisih sejati di sel itu: ${tertutup}`,
    `  pasangan  seharusnya ${pasangan.seharusnya}, benar ${pasangan.benar}, salah ${pasangan.salah.length}`,
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

const share = (part: number): string => part.toFixed(5);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
