import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '#kernel/problem.ts';
import { ok, type Result } from '#kernel/result.ts';
import { SLOTS } from '#mapping';
import { readBknCanonically } from '#reconcile';
import { CopyFile, fingerprintOf, joinValues, personNumber, splitLine } from '#registry';
import { type Brief, briefOf, formatBrief, parseBrief, placeOf } from './brief.ts';
import { createProfile, type FileProfile } from './profile.ts';
import { Quarantine, type QuarantineLine } from './quarantine.ts';

/** BKN's delivery made ready: per instansi the rows for the registry, and who they are. */
export interface BknStage {
  readonly dibaca: number;
  readonly diterima: number;
  readonly karantina: number;
  /** People by four-digit code of their instansi. */
  readonly orang: Readonly<Record<string, number>>;
  /** People of instansi outside of Jawa Tengah, who are not published. */
  readonly diLuar: number;
  readonly bidang: readonly string[];
  readonly kolomDipakai: number;
  readonly kolomSemua: number;
  readonly profil: FileProfile;
  /** The first lines of karantina.csv. */
  readonly awalKarantina: readonly QuarantineLine[];
}

export interface BknPerson extends Brief {
  /** Number of the person, as it stands in the registry. */
  readonly orang: string;
}

const MARK = 'selesai.json';

/** Reads BKN's file once and lays its people out in `folder`; what lies there already is used again. */
export async function stageBkn(
  input: { readonly berkas: string; readonly acuan: string | undefined; readonly folder: string },
  onRows: (rows: number) => void,
): Promise<Result<BknStage, Problem>> {
  const { folder } = input;
  const mark = join(folder, MARK);
  if (existsSync(mark)) return ok(JSON.parse(readFileSync(mark, 'utf8')) as BknStage);
  const making = `${folder}.baru`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  const offices = new Map<string, OfficeFiles>();
  const taken = new Set<string>();
  const profile = createProfile();
  const nip = placeOf('nip');
  let [diLuar, rows] = [0, 0];
  const quarantine = new Quarantine();
  const read = await readBknCanonically({ ...input, quarantine }, ({ baris, pnsId, instansi, texts }) => {
    if (++rows % 20_000 === 0) onRows(rows);
    profile.add(texts);
    if (instansi === '') {
      diLuar += 1;
      return;
    }
    const kunci = uniqueNumber(taken, pnsId || texts[nip] || `baris ${baris}`);
    let office = offices.get(instansi);
    if (!office) offices.set(instansi, (office = openOffice(making, instansi)));
    const isi = joinValues(texts);
    office.orang.write([instansi, 'bkn', kunci, fingerprintOf(isi), kunci, isi]);
    office.ringkas.write([String(baris), kunci, ...formatBrief(briefOf(texts))]);
  });
  for (const { orang, ringkas } of offices.values()) {
    orang.close();
    ringkas.close();
  }
  if (!read.ok) {
    rmSync(making, { recursive: true, force: true });
    return read;
  }
  const { dibaca, diterima, karantina, delivered, recipe } = read.value;
  await quarantine.writeFile(join(making, 'karantina.csv'), input.berkas, recipe);
  const stage: BknStage = {
    dibaca,
    diterima,
    karantina,
    orang: Object.fromEntries([...offices].map(([instansi, { orang }]) => [instansi, orang.rows])),
    diLuar,
    bidang: delivered.map((index) => SLOTS[index]?.field.nama ?? ''),
    kolomDipakai: recipe.kolom.filter(({ kanonik }) => kanonik !== null).length,
    kolomSemua: recipe.kolom.length,
    profil: profile.finish(delivered),
    awalKarantina: quarantine.first,
  };
  writeFileSync(join(making, MARK), JSON.stringify(stage));
  rmSync(folder, { recursive: true, force: true });
  renameSync(making, folder);
  return ok(stage);
}

interface OfficeFiles {
  readonly orang: CopyFile;
  readonly ringkas: CopyFile;
}

function openOffice(folder: string, instansi: string): OfficeFiles {
  return {
    orang: new CopyFile(join(folder, `${instansi}.orang`)),
    ringkas: new CopyFile(join(folder, `${instansi}.ringkas`)),
  };
}

/** A person who stands twice in a file is two rows with two numbers. */
export function uniqueNumber(taken: Set<string>, text: string): string {
  for (let again = 1; ; again++) {
    const number = personNumber(again === 1 ? text : `${text} #${again}`);
    if (taken.has(number)) continue;
    taken.add(number);
    return number;
  }
}

/** BKN's people of an instansi by data row of BKN's file. */
export function readBknPeople(folder: string, instansi: string): ReadonlyMap<number, BknPerson> {
  const path = join(folder, `${instansi}.ringkas`);
  if (!existsSync(path)) return new Map();
  const lines = readFileSync(path, 'utf8').split('\n');
  return new Map(
    lines.flatMap((line) => {
      if (line === '') return [];
      const [baris, orang = '', ...cells] = splitLine(line);
      return [[Number(baris), { orang, ...parseBrief(cells) }] as const];
    }),
  );
}
