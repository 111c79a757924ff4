import type { LocalDate } from '#kernel/local-date.ts';
import { compareText } from '#kernel/text.ts';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EMPTY, formatDigits } from '#mapping';
import type { FileRead, FileWritten } from '../protocol.ts';
import type { BknPeople } from '../settle/bkn-people.ts';
import type { Settlement } from '../settle/settle.ts';
import { explainBknOnly, explainLoneRow } from './explain-lone.ts';
import { findSharedRows } from './files-of-instansi.ts';
import { PartFile } from './part-file.ts';
import { writePairs } from './write-pairs.ts';

export interface ReportInput {
  readonly keluar: string;
  /** Folder where the parts of the deliveries lie; the report is made there and then moved. */
  readonly bagian: string;
  /** An instansi sent several files: lines tell the delivery. */
  readonly hasSeveral: boolean;
  /** Whether lines tell the rows of the files. */
  readonly baris: boolean;
  readonly reads: readonly FileRead[];
  readonly written: readonly FileWritten[];
  readonly settlement: Settlement;
  readonly people: BknPeople;
  readonly bknQuarantine: string;
  readonly per: LocalDate | undefined;
  /** Pairs of records of BKN's file that bear one NIP. */
  readonly bknDuplicates: readonly (readonly [number, number])[];
}

/** Numbers that the summary needs and that fall out of writing. */
export interface ReportCounts {
  readonly pasangan: Readonly<Record<string, number>>;
  readonly hanyaSimpeg: Readonly<Record<string, number>>;
  readonly hanyaBkn: Readonly<Record<string, number>>;
  readonly ganda: { readonly dalamBerkas: number; readonly duaBerkas: number; readonly duaInstansi: number };
}

export const formatNipInts = ([high, low]: readonly [number, number]): string =>
  high > EMPTY ? formatDigits(high, low, 18) : '';

const SELISIH = ['instansi', 'nip', 'kolom', 'nilai_simpeg', 'nilai_bkn', 'kelas', 'sebab'];

/** Writes every table of the result; columns and names are those of the command's contract. */
export function writeTables(input: ReportInput): ReportCounts {
  mkdirSync(join(input.bagian, 'pemetaan'), { recursive: true });
  for (const read of input.reads) writeFileSync(join(input.bagian, 'pemetaan', `${read.kiriman}.json`), read.pemetaan);
  const byInstansi = orderByInstansi(input.reads);
  joinParts(
    input,
    'selisih.csv',
    [...SELISIH, ...deliveryColumn(input, 'kiriman'), ...rowColumn(input, 'baris_bkn')],
    byInstansi.flatMap((read) => {
      const part = input.written.find(({ file }) => file === read.file);
      return part ? [part.selisihPart, part.miripPart] : [];
    }),
  );
  joinParts(
    input,
    'karantina.csv',
    ['berkas', 'baris', 'kolom', 'nilai', 'kode', 'pesan'],
    [input.bknQuarantine, ...byInstansi.map(({ quarantinePart }) => quarantinePart)],
  );
  return {
    pasangan: writePairsTable(input, byInstansi),
    hanyaSimpeg: writeSimpegOnly(input),
    hanyaBkn: writeBknOnly(input),
    ganda: writeDuplicates(input),
  };
}

/** By instansi, then in the order of the command. */
export function orderByInstansi(reads: readonly FileRead[]): FileRead[] {
  return reads.toSorted((a, b) => compareText(a.instansi, b.instansi) || a.file - b.file);
}

/** The cell of a row's number, or its heading, where lines tell them. */
function rowColumn({ baris }: ReportInput, cell: string | number): readonly string[] {
  return baris ? [String(cell)] : [];
}

/** The cell of a delivery's name, or its heading, where an instansi sent several. */
const deliveryColumn = ({ hasSeveral }: ReportInput, cell: string): readonly string[] => (hasSeveral ? [cell] : []);

function joinParts({ bagian }: ReportInput, name: string, header: readonly string[], parts: readonly string[]): void {
  const out = new PartFile(join(bagian, name));
  out.write(header);
  out.moveIn(parts);
  out.close();
}

function writePairsTable(input: ReportInput, byInstansi: readonly FileRead[]): Record<string, number> {
  const out = new PartFile(join(input.bagian, 'pasangan.csv'));
  const counts = writePairs(out, input, byInstansi);
  out.close();
  return counts;
}

function writeSimpegOnly(input: ReportInput): Record<string, number> {
  const { bagian, settlement, people, per } = input;
  const out = new PartFile(join(bagian, 'hanya-simpeg.csv'));
  const kiriman = deliveryColumn(input, 'kiriman');
  out.write(['instansi', 'nip', 'nama', 'dugaan', ...kiriman, ...rowColumn(input, 'baris_simpeg')]);
  const counts: Record<string, number> = {};
  const lines = settlement.lone.toSorted(
    (a, b) =>
      compareText(a.row.read.instansi, b.row.read.instansi) ||
      a.row.read.file - b.row.read.file ||
      a.row.dataRow - b.row.dataRow,
  );
  for (const { row, reason } of lines) {
    const { instansi } = row.read;
    counts[instansi] = (counts[instansi] ?? 0) + 1;
    const nama = row.key?.nama ?? (reason.jenis === 'pindah' ? people.nama(reason.record) : '');
    out.write([
      instansi,
      formatNipInts(row.nip),
      nama,
      explainLoneRow(row, reason, people, per),
      ...deliveryColumn(input, row.read.kiriman),
      ...rowColumn(input, row.dataRow),
    ]);
  }
  out.close();
  return counts;
}

function writeBknOnly(input: ReportInput): Record<string, number> {
  const { bagian, reads, settlement, people } = input;
  const out = new PartFile(join(bagian, 'hanya-bkn.csv'));
  out.write(['instansi', 'nip', 'nama', 'dugaan', ...rowColumn(input, 'baris_bkn')]);
  const delivered = new Set(reads.map(({ instansi }) => instansi));
  const explain = explainBknOnly(reads, settlement, people);
  const counts: Record<string, number> = {};
  const records: number[] = [];
  for (let record = 0; record < people.count; record++) {
    if ((settlement.ownerFile[record] as number) < 0 && delivered.has(people.instansi(record))) records.push(record);
  }
  records.sort((a, b) => compareText(people.instansi(a), people.instansi(b)) || a - b);
  for (const record of records) {
    const instansi = people.instansi(record);
    counts[instansi] = (counts[instansi] ?? 0) + 1;
    out.write([
      instansi,
      formatNipInts(people.nip(record)),
      people.nama(record),
      explain(record),
      ...rowColumn(input, people.dataRow(record)),
    ]);
  }
  out.close();
  return counts;
}

function writeDuplicates(input: ReportInput): ReportCounts['ganda'] {
  const { bagian, reads, settlement, people, bknDuplicates } = input;
  type Line = readonly [nip: string, instansi: string, baris: number, jenis: string, kiriman: string];
  const lines = new Map<string, Line>();
  const add = (nip: string, { instansi, kiriman }: FileName, baris: number, jenis: string): void => {
    lines.set(`${kiriman} ${baris} ${jenis}`, [nip, instansi, baris, jenis, kiriman]);
  };
  for (const read of reads) {
    for (let i = 0; i < read.duplicates.length; i += 3) {
      const [row = 0, high = 0, low = 0] = read.duplicates.subarray(i, i + 3);
      add(formatNipInts([high, low]), read, row, 'dalam_berkas');
    }
  }
  for (const { read, dataRow, record } of settlement.surplus) {
    const rival = findRival(reads, settlement, record);
    const nip = formatNipInts(people.nip(record));
    const jenis = kindOfDuplicate(read, rival?.read ?? read);
    add(nip, read, dataRow, jenis);
    if (rival) add(nip, rival.read, rival.dataRow, jenis);
  }
  for (const { read, dataRow, nip } of findSharedRows(reads)) add(formatNipInts(nip), read, dataRow, 'dua_berkas');
  const bkn = { instansi: 'bkn', kiriman: 'bkn' };
  for (const [first, second] of bknDuplicates) {
    for (const record of [first, second])
      add(formatNipInts(people.nip(record)), bkn, people.dataRow(record), 'dalam_berkas');
  }
  const sorted = [...lines.values()].toSorted(
    (a, b) =>
      compareText(a[0], b[0]) ||
      compareText(a[1], b[1]) ||
      compareText(a[4], b[4]) ||
      a[2] - b[2] ||
      compareText(a[3], b[3]),
  );
  const out = new PartFile(join(bagian, 'ganda.csv'));
  out.write(['nip', 'instansi', 'baris', 'jenis', ...deliveryColumn(input, 'kiriman')]);
  for (const [nip, instansi, baris, jenis, kiriman] of sorted) {
    out.write([nip, instansi, String(baris), jenis, ...deliveryColumn(input, kiriman)]);
  }
  out.close();
  const count = (jenis: string): number => sorted.filter((line) => line[3] === jenis).length;
  return {
    dalamBerkas: count('dalam_berkas'),
    duaBerkas: count('dua_berkas'),
    duaInstansi: count('dua_instansi'),
  };
}

type FileName = Pick<FileRead, 'instansi' | 'kiriman'>;

function kindOfDuplicate(one: FileName, other: FileName): 'dalam_berkas' | 'dua_berkas' | 'dua_instansi' {
  if (one.instansi !== other.instansi) return 'dua_instansi';
  return one.kiriman === other.kiriman ? 'dalam_berkas' : 'dua_berkas';
}

/** The row whose claim to a record won, also where the pair was given up afterwards. */
function findRival(reads: readonly FileRead[], { ownerFile, ownerRow, released }: Settlement, record: number) {
  const read = reads[ownerFile[record] as number];
  return read ? { read, dataRow: ownerRow[record] as number } : released.get(record);
}

/** Moves the finished report to its place in one go per file. */
export function publishReport(bagian: string, keluar: string): void {
  const files = [
    'ringkasan.json',
    'kinerja.json',
    'selisih.csv',
    'pasangan.csv',
    'hanya-simpeg.csv',
    'hanya-bkn.csv',
    'ganda.csv',
    'karantina.csv',
  ];
  for (const file of files) renameSync(join(bagian, file), join(keluar, file));
  rmSync(join(keluar, 'pemetaan'), { recursive: true, force: true });
  renameSync(join(bagian, 'pemetaan'), join(keluar, 'pemetaan'));
}
