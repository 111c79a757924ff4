import { readFileSync } from 'node:fs';
import { FIELDS } from '#canonical';
import { type CsvRecord, parseCsvRecords } from '../support/csv-records.ts';
import type { Undecidable } from './undecidable.ts';

const ALASAN = 'id dan nama di BKN tidak sejalan, dan id itu tidak punya nama yang lebih lazim';

/**
 * Differences where BKN's id and name disagree (defect D20 in `cacat`) and BKN's file does not tell which of the two is wrong: no
 * name stands beside that id more often than another. `faults` are lines that the truth does not know.
 */
export function findTornPairs(bkn: string, cacat: readonly CsvRecord[], faults: readonly CsvRecord[]): Undecidable[] {
  const torn = cacat.filter((row) => row.cacat === 'D20' && row.sisi === 'bkn');
  const isSuspect = (fault: CsvRecord): boolean =>
    torn.some(
      ({ kanonik, instansi, nilai_tertulis: written }) =>
        kanonik === fault.kolom && instansi === fault.instansi && written === fault.nilai_bkn,
    );
  const suspects = faults.filter(isSuspect);
  if (suspects.length === 0) return [];
  const bytes = readFileSync(bkn);
  const baris = suspects.filter((fault) => isTorn(bytes, fault));
  return baris.length === 0 ? [] : [{ alasan: ALASAN, kode: baris.length, baris }];
}

function isTorn(bkn: Buffer, { kolom, nip }: CsvRecord): boolean {
  const field = FIELDS.find(({ nama }) => nama === kolom);
  const nameColumn = field?.judulSiasn ?? '';
  const idColumn = FIELDS.find(({ nama }) => nama === field?.pasangan)?.judulSiasn ?? '';
  const id = listRows(bkn, `'${nip}`)[0]?.[idColumn] ?? '';
  if (id === '') return false;
  const rows = new Map(
    [id.toUpperCase(), id.toLowerCase()].flatMap((text) => listRows(bkn, text)).map((row) => [row['PNS ID'], row]),
  );
  const names = [...rows.values()].filter((row) => row[idColumn]?.toUpperCase() === id.toUpperCase());
  const counts = [...Map.groupBy(names, (row) => row[nameColumn]?.toUpperCase()).values()].map(({ length }) => length);
  const [first = 0, second = 0] = counts.toSorted((a, b) => b - a);
  return counts.length === 1 || first === second;
}

/** The rows of an export in which a text stands. */
function listRows(bkn: Buffer, text: string): readonly CsvRecord[] {
  const heading = bkn.toString('utf8', 0, bkn.indexOf('\n') + 1);
  const lines: string[] = [];
  for (let at = bkn.indexOf(text); at >= 0; ) {
    const end = bkn.indexOf('\n', at) + 1 || bkn.length;
    lines.push(bkn.toString('utf8', bkn.lastIndexOf('\n', at) + 1, end));
    at = bkn.indexOf(text, end);
  }
  return parseCsvRecords(heading + lines.join(''));
}
