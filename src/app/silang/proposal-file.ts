import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { cellText, CsvWriter, formatCsvRow, openSource, readTable, unguardCsv, XlsxWriter } from '#formats';
import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { crosswalkKey, type SourceValue } from '#reference';

/** Columns of a file of proposals; keys are part of the command's contract. `keputusan` is for a person: terima or tolak. */
export const PROPOSAL_COLUMNS = [
  'instansi',
  'kolom',
  'kode',
  'label',
  'id_bkn',
  'nama_bkn',
  'dukungan',
  'bertentangan',
  'lain',
  'selisih',
  'tingkat',
  'dasar',
  'tawaran',
  'status',
  'keputusan',
  'sidik',
] as const;
export type ProposalRow = Readonly<Record<(typeof PROPOSAL_COLUMNS)[number], string>>;

/** What was proposed for a value: an id, and the people who bear it out and who do not. */
type Proposal = Pick<ProposalRow, 'id_bkn' | 'dukungan' | 'bertentangan'>;

/**
 * Two marks of a row as it was proposed, parted by a dash. The first is of code and words, of which spreadsheets drop leading zeros in
 * silence; the second also of the id and its people, for these decide whether words may be shown to other instansi.
 */
export function fingerprint(instansi: string, value: SourceValue, proposed: Proposal): string {
  const own = `${instansi} ${crosswalkKey(value)}`;
  const { id_bkn: id, dukungan, bertentangan } = proposed;
  return [own, JSON.stringify([own, id, dukungan, bertentangan])].map(hash).join('-');
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** How much of a row still is as it was proposed. A row without a fingerprint was written by hand. */
function compareMarks({
  instansi,
  kolom,
  kode,
  label,
  sidik,
  ...row
}: ProposalRow): 'sama' | 'nilai lain' | 'usulan lain' {
  const marks = fingerprint(instansi, { kolom, kode, label }, row).split('-');
  const [value, whole] = sidik.trim().split('-');
  if (sidik.trim() !== '' && value !== marks[0]) return 'nilai lain';
  return whole === marks[1] ? 'sama' : 'usulan lain';
}

/** Writes the proposals: a workbook of texts where the name ends in .xlsx, else CSV; without a path the CSV as text. */
export async function writeProposals(path: string | undefined, rows: readonly ProposalRow[]): Promise<string> {
  const lines = [PROPOSAL_COLUMNS, ...rows.map((row) => PROPOSAL_COLUMNS.map((column) => row[column]))];
  if (path === undefined) return lines.map((line) => formatCsvRow(line)).join('');
  if (path.toLowerCase().endsWith('.xlsx')) {
    const book = new XlsxWriter(path);
    await book.startSheet('usulan');
    for (const line of lines) await book.writeRow(line);
    await book.close();
    return '';
  }
  const csv = new CsvWriter(path);
  for (const line of lines) await csv.row(line);
  await csv.close();
  return '';
}

/** One row on which a person decided, or why it cannot be carried out. `baris` counts data rows from 1. */
export interface DecidedRow {
  readonly baris: number;
  readonly row: ProposalRow;
  readonly keputusan: Result<'terima' | 'tolak', Problem>;
}

export interface DecidedFile {
  readonly dibaca: number;
  /** Accepted rows whose number of people was not taken over: the id, the numbers or the fingerprint are not those of the proposal. */
  readonly tanpaDukungan: number;
  readonly rows: readonly DecidedRow[];
}

const NEEDED = ['instansi', 'kolom', 'kode', 'label', 'id_bkn'] as const;

/**
 * Reads the rows of a file of proposals on which somebody decided; rows without a decision are only counted. With `tingkat` rows of that
 * certainty without a decision count as accepted, except those that another accepted meaning contradicts.
 */
export async function readProposals(path: string, tingkat: string | undefined): Promise<Result<DecidedFile, Problem>> {
  const source = await openSource(path);
  if (!source.ok) return source;
  const table = source.value.tables[0];
  const names = table?.columns.map((name) => name.trim().toLowerCase()) ?? [];
  const lacking = NEEDED.find((name) => !names.includes(name));
  if (!table || lacking !== undefined) {
    return fail(problem('SILANG_BUKAN', { berkas: basename(path), kolom: lacking ?? '' }));
  }
  const rows: DecidedRow[] = [];
  let dibaca = 0;
  let tanpaDukungan = 0;
  for await (const block of readTable(source.value, table.name)) {
    for (const { row, column, problem: found } of block.problems) {
      if (column >= 0) continue;
      dibaca++;
      rows.push({ baris: row, row: NOTHING, keputusan: fail(found) });
    }
    for (let index = 0; index < block.rows; index++) {
      dibaca++;
      const textIn = (name: string): string => {
        const column = names.indexOf(name);
        return column < 0 ? '' : unguardCsv(cellText(block, index, column));
      };
      const row = Object.fromEntries(PROPOSAL_COLUMNS.map((name) => [name, textIn(name)])) as ProposalRow;
      const keputusan = decisionOf(row, tingkat);
      if (!keputusan) continue;
      const isProved = compareMarks(row) === 'sama';
      if (!isProved && keputusan.ok && keputusan.value === 'terima' && row.dukungan !== '') tanpaDukungan++;
      const counted = isProved ? row : { ...row, dukungan: '', bertentangan: '' };
      rows.push({ baris: block.rowNumbers[index] ?? 0, row: counted, keputusan });
    }
  }
  return ok({ dibaca, tanpaDukungan, rows });
}

const NOTHING = Object.fromEntries(PROPOSAL_COLUMNS.map((name) => [name, ''])) as ProposalRow;

function decisionOf(row: ProposalRow, tingkat: string | undefined): DecidedRow['keputusan'] | undefined {
  const isi = row.keputusan.trim().toLowerCase();
  const isByLevel = isi === '' && tingkat !== undefined && row.tingkat === tingkat && row.status === '';
  if (isi === '' && !isByLevel) return undefined;
  if (isi !== '' && isi !== 'terima' && isi !== 'tolak')
    return fail(problem('SILANG_KEPUTUSAN', { isi: row.keputusan }));
  if (compareMarks(row) === 'nilai lain') return fail(problem('SILANG_SIDIK'));
  return ok(isi === 'tolak' ? 'tolak' : 'terima');
}
