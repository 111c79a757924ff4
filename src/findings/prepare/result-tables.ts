import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StructureChange, UnreadTable } from '#intake';
import { readResultRows } from './csv-rows.ts';

/** A pair of one instansi by data row of its Simpeg's file. */
export interface PairOfRow {
  readonly barisBkn: number;
  readonly cara: string;
}

/** What the engine's result tells of the people of one instansi. */
export interface InstansiResult {
  readonly pairs: ReadonlyMap<number, PairOfRow>;
  /** The likely reason why a row is alone; '' for none. By data row of the Simpeg's file, and of BKN's. */
  readonly hanyaSimpeg: ReadonlyMap<number, string>;
  readonly hanyaBkn: ReadonlyMap<number, string>;
}

/** Reads the people's tables of a result folder once, for every instansi in it. */
export async function readPeopleTables(hasil: string): Promise<(instansi: string) => InstansiResult> {
  const pairs = new Map<string, Map<number, PairOfRow>>();
  for await (const row of readResultRows(join(hasil, 'pasangan.csv'))) {
    const pair = { barisBkn: Number(row['baris_bkn']), cara: row['cara'] ?? '' };
    mapOf(pairs, row['instansi']).set(Number(row['baris_simpeg']), pair);
  }
  const hanyaSimpeg = await readReasons(join(hasil, 'hanya-simpeg.csv'), 'baris_simpeg');
  const hanyaBkn = await readReasons(join(hasil, 'hanya-bkn.csv'), 'baris_bkn');
  return (instansi) => ({
    pairs: mapOf(pairs, instansi),
    hanyaSimpeg: mapOf(hanyaSimpeg, instansi),
    hanyaBkn: mapOf(hanyaBkn, instansi),
  });
}

async function readReasons(path: string, column: string): Promise<Map<string, Map<number, string>>> {
  const reasons = new Map<string, Map<number, string>>();
  for await (const row of readResultRows(path)) {
    mapOf(reasons, row['instansi']).set(Number(row[column]), row['dugaan'] ?? '');
  }
  return reasons;
}

function mapOf<Value>(maps: Map<string, Map<number, Value>>, instansi = ''): Map<number, Value> {
  const known = maps.get(instansi);
  if (known) return known;
  const made = new Map<number, Value>();
  maps.set(instansi, made);
  return made;
}

/** What ringkasan.json tells that the portal needs. */
export interface ResultSummary {
  readonly buku?: readonly {
    readonly instansi: string;
    readonly keadaan: string;
    readonly versi: number | null;
    readonly kalimat: string;
  }[];
  readonly tabel_tidak_dibaca?: readonly {
    readonly instansi: string;
    readonly tabel: string;
    readonly baris: number;
    readonly tidak_terbaca: number;
  }[];
  readonly tabel_disusun?: readonly {
    readonly instansi: string;
    readonly bagian: readonly { readonly tabel: string; readonly dari: number; readonly sampai: number }[];
  }[];
  readonly kode_dipelajari: readonly {
    readonly instansi: string;
    readonly kolom: string;
    readonly kode: string;
    readonly arti: string;
  }[];
}

export function readResultSummary(hasil: string): ResultSummary {
  return JSON.parse(readFileSync(join(hasil, 'ringkasan.json'), 'utf8')) as ResultSummary;
}

/** Tables of people in the file of an instansi that were not read. */
export const unreadTables = (
  { tabel_tidak_dibaca: tables = [] }: ResultSummary,
  instansi: string,
): readonly UnreadTable[] =>
  tables
    .filter((table) => table.instansi === instansi)
    .map(({ tabel, baris, tidak_terbaca: orang }) => ({ tabel, baris, orang }));

/** Which tables of the file of an instansi were read as one, in a sentence; '' where it is one. */
export function describeStack({ tabel_disusun: stacks = [] }: ResultSummary, instansi: string): string {
  const parts = stacks.filter((stack) => stack.instansi === instansi).flatMap(({ bagian }) => bagian);
  const list = parts.slice(0, 6).map(({ tabel, dari, sampai }) => `${tabel} (${sampai - dari + 1} baris)`);
  return parts.length < 2 ? '' : ` Dibaca sebagai satu: ${list.join(', ')}${parts.length > 6 ? ', ...' : ''}.`;
}

/** Where the recipe lies by which an instansi was read. */
export const recipePath = (hasil: string, instansi: string): string => join(hasil, 'pemetaan', `${instansi}.json`);

/** What the recipe book had to adapt, and what it asks; written beside the recipe. */
export function readChanges(hasil: string, instansi: string): readonly StructureChange[] {
  type Written = Omit<StructureChange, 'ditanyakan'>;
  const { perubahan = [], ditanyakan = [] } = JSON.parse(readFileSync(recipePath(hasil, instansi), 'utf8')) as {
    readonly perubahan?: readonly Written[];
    readonly ditanyakan?: readonly Written[];
  };
  const changeOf =
    (isAsked: boolean) =>
    ({ jenis, kolom, kanonik, kalimat }: Written): StructureChange => ({
      jenis,
      kolom,
      kanonik,
      kalimat,
      ditanyakan: isAsked,
    });
  return [...ditanyakan.map(changeOf(true)), ...perubahan.map(changeOf(false))];
}

/** Meanings of local codes that people on both sides taught, by "kolom kode". */
export function learnedCodes({ kode_dipelajari }: ResultSummary, instansi: string): ReadonlyMap<string, string> {
  const own = kode_dipelajari.filter((code) => code.instansi === instansi);
  return new Map(own.map(({ kolom, kode, arti }) => [`${kolom} ${kode}`, arti]));
}
