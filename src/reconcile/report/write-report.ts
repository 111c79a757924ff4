import type { LocalDate } from '#kernel/local-date.ts';
import { compareText } from '#kernel/text.ts';
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EMPTY, formatDigits } from '#mapping';
import { formatCsvRow } from '#formats';
import { CARA, type FileRead, type FileWritten } from '../protocol.ts';
import type { BknPeople } from '../settle/bkn-people.ts';
import type { Settlement } from '../settle/settle.ts';
import { explainBknOnly, explainLoneRow } from './explain-lone.ts';
import { PartFile } from './part-file.ts';

export interface ReportInput {
  readonly keluar: string;
  /** Folder where the parts of the deliveries lie; the report is made there and then moved. */
  readonly bagian: string;
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
  readonly ganda: { readonly dalamBerkas: number; readonly duaInstansi: number };
}

export const formatNipInts = ([high, low]: readonly [number, number]): string =>
  high > EMPTY ? formatDigits(high, low, 18) : '';

/** Writes every table of the result; columns and names are those of the command's contract. */
export function writeTables(input: ReportInput): ReportCounts {
  mkdirSync(join(input.bagian, 'pemetaan'), { recursive: true });
  for (const read of input.reads) writeFileSync(join(input.bagian, 'pemetaan', `${read.instansi}.json`), read.pemetaan);
  const byInstansi = orderByInstansi(input.reads);
  joinParts(
    input,
    'selisih.csv',
    ['instansi', 'nip', 'kolom', 'nilai_simpeg', 'nilai_bkn', 'kelas', 'sebab'],
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
    pasangan: writePairs(input, byInstansi),
    hanyaSimpeg: writeSimpegOnly(input),
    hanyaBkn: writeBknOnly(input),
    ganda: writeDuplicates(input),
  };
}

/** By instansi, then in the order of the command. */
export function orderByInstansi(reads: readonly FileRead[]): FileRead[] {
  return reads.toSorted((a, b) => compareText(a.instansi, b.instansi) || a.file - b.file);
}

function joinParts({ bagian }: ReportInput, name: string, header: readonly string[], parts: readonly string[]): void {
  const path = join(bagian, name);
  writeFileSync(path, formatCsvRow(header));
  for (const part of parts) {
    appendFileSync(path, readFileSync(part));
    rmSync(part);
  }
}

function writePairs(
  { bagian, reads, settlement, people }: ReportInput,
  byInstansi: readonly FileRead[],
): Record<string, number> {
  const out = new PartFile(join(bagian, 'pasangan.csv'));
  out.write(['instansi', 'baris_simpeg', 'baris_bkn', 'nip_simpeg', 'nip_bkn', 'cara', 'skor']);
  const counts: Record<string, number> = Object.fromEntries(CARA.map((cara) => [cara, 0]));
  for (const read of byInstansi) {
    const dropped = settlement.dropped[reads.indexOf(read)] ?? new Set<number>();
    const lines: { row: number; record: number; nip: readonly [number, number]; rung: number; score: number }[] = [];
    for (let pair = 0; pair * 4 < read.pairs.length; pair++) {
      if (dropped.has(pair)) continue;
      const [row = 0, record = 0, rung = 0] = read.pairs.subarray(pair * 4, pair * 4 + 3);
      lines.push({ row, record, rung, nip: [read.pairNip[pair * 2] ?? 0, read.pairNip[pair * 2 + 1] ?? 0], score: 0 });
    }
    for (const { read: own, position, record, rung, score } of settlement.added) {
      if (own !== read) continue;
      const { dataRow, nip } = read.unmatched;
      lines.push({
        row: dataRow[position] ?? 0,
        record,
        rung,
        nip: [nip[position * 2] ?? 0, nip[position * 2 + 1] ?? 0],
        score,
      });
    }
    for (const { row, record, nip, rung, score } of lines.toSorted((a, b) => a.row - b.row)) {
      const cara = CARA[rung] ?? 'nip';
      counts[cara] = (counts[cara] ?? 0) + 1;
      const skor = cara === 'probabilistik' ? score.toFixed(2) : '';
      out.write([
        read.instansi,
        String(row),
        String(people.dataRow(record)),
        formatNipInts(nip),
        formatNipInts(people.nip(record)),
        cara,
        skor,
      ]);
    }
  }
  out.close();
  return counts;
}

function writeSimpegOnly({ bagian, settlement, people, per }: ReportInput): Record<string, number> {
  const out = new PartFile(join(bagian, 'hanya-simpeg.csv'));
  out.write(['instansi', 'nip', 'nama', 'dugaan']);
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
    out.write([instansi, formatNipInts(row.nip), nama, explainLoneRow(row, reason, people, per)]);
  }
  out.close();
  return counts;
}

function writeBknOnly(input: ReportInput): Record<string, number> {
  const { bagian, reads, settlement, people } = input;
  const out = new PartFile(join(bagian, 'hanya-bkn.csv'));
  out.write(['instansi', 'nip', 'nama', 'dugaan']);
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
    out.write([instansi, formatNipInts(people.nip(record)), people.nama(record), explain(record)]);
  }
  out.close();
  return counts;
}

function writeDuplicates({ bagian, reads, settlement, people, bknDuplicates }: ReportInput): ReportCounts['ganda'] {
  const lines = new Map<string, readonly [nip: string, instansi: string, baris: number, jenis: string]>();
  const add = (nip: string, instansi: string, baris: number, jenis: string): void => {
    lines.set(`${instansi} ${baris} ${jenis}`, [nip, instansi, baris, jenis]);
  };
  for (const read of reads) {
    for (let i = 0; i < read.duplicates.length; i += 3) {
      const [row = 0, high = 0, low = 0] = read.duplicates.subarray(i, i + 3);
      add(formatNipInts([high, low]), read.instansi, row, 'dalam_berkas');
    }
  }
  for (const { read, dataRow, record } of settlement.surplus) {
    const rival = findRival(reads, settlement, record);
    const nip = formatNipInts(people.nip(record));
    const jenis = rival && rival.read.instansi !== read.instansi ? 'dua_instansi' : 'dalam_berkas';
    add(nip, read.instansi, dataRow, jenis);
    if (rival) add(nip, rival.read.instansi, rival.dataRow, jenis);
  }
  for (const [first, second] of bknDuplicates) {
    for (const record of [first, second])
      add(formatNipInts(people.nip(record)), 'bkn', people.dataRow(record), 'dalam_berkas');
  }
  const sorted = [...lines.values()].toSorted(
    (a, b) => compareText(a[0], b[0]) || compareText(a[1], b[1]) || a[2] - b[2] || compareText(a[3], b[3]),
  );
  const out = new PartFile(join(bagian, 'ganda.csv'));
  out.write(['nip', 'instansi', 'baris', 'jenis']);
  for (const [nip, instansi, baris, jenis] of sorted) out.write([nip, instansi, String(baris), jenis]);
  out.close();
  const count = (jenis: string): number => sorted.filter((line) => line[3] === jenis).length;
  return { dalamBerkas: count('dalam_berkas'), duaInstansi: count('dua_instansi') };
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
