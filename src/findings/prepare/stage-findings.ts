import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Problem } from '#kernel/problem.ts';
import { ok, type Result } from '#kernel/result.ts';
import { getSlot, readRecipe, SLOTS } from '#mapping';
import { type CanonicalRow, readCanonically } from '#reconcile';
import { CopyFile, fingerprintOf, joinValues, personNumber } from '#registry';
import { causeOf } from '../causes.ts';
import type { Balance } from '../contract.ts';
import { type Brief, briefOf, formatBrief } from './brief.ts';
import { createProfile, type FileProfile } from './profile.ts';
import { Quarantine, type QuarantineLine } from './quarantine.ts';
import type { InstansiResult } from './result-tables.ts';
import { type BknPerson, uniqueNumber } from './stage-bkn.ts';

/** Differences that one thing explains, of one instansi. */
export interface CauseCount {
  readonly sebab: string;
  readonly bidang: string;
  readonly kelas: string;
  readonly selisih: number;
}

/** The figures of one publication. */
export interface Figures extends Balance {
  readonly selisih: number;
  /** People with a difference, by class. */
  readonly orangKelas: Readonly<Record<string, number>>;
  readonly sebab: readonly CauseCount[];
}

/** A Simpeg's delivery made ready. */
export interface SimpegStage {
  readonly dibaca: number;
  readonly diterima: number;
  readonly karantina: number;
  readonly bidang: readonly string[];
  readonly kolomDipakai: number;
  readonly kolomSemua: number;
  /** Columns of the file that are read. */
  readonly kolom: readonly string[];
  /** By field the column that it is read from; undefined in what an earlier version made ready. */
  readonly sumber?: Readonly<Record<string, string>>;
  readonly profil: FileProfile;
  /** The first lines of karantina.csv. */
  readonly awalKarantina: readonly QuarantineLine[];
  readonly angka: Figures;
}

export interface StageInput {
  readonly instansi: string;
  /** Where the files for COPY go: `orang`, `pegawai`, `selisih`. */
  readonly folder: string;
  readonly result: InstansiResult;
  /** Lines of selisih.csv of this instansi. */
  readonly differences: readonly Readonly<Record<string, string>>[];
  readonly bkn: ReadonlyMap<number, BknPerson>;
}

export interface SimpegFile {
  readonly berkas: string;
  /** Path of the recipe that reconciling used. */
  readonly pemetaan: string;
  readonly learned: ReadonlyMap<string, string>;
  readonly acuan: string | undefined;
  readonly per: LocalDate | undefined;
}

/** Lays out the people of a Simpeg's file, and what was found about them and about BKN's people of the same instansi. */
export async function stageSimpeg(input: StageInput, file: SimpegFile): Promise<Result<SimpegStage, Problem>> {
  const recipe = await readRecipe(file.pemetaan);
  if (!recipe.ok) return recipe;
  const { instansi, folder, result, bkn } = input;
  mkdirSync(folder, { recursive: true });
  const differences = stageDifferences(input);
  const orang = new CopyFile(join(folder, 'orang'));
  const people = new PeopleFile(input, differences.perPerson);
  const profile = createProfile();
  const taken = new Set<string>();
  const quarantine = new Quarantine();
  const read = await readCanonically({ ...file, quarantine }, recipe.value, (row) => {
    profile.add(row.texts);
    const kunci = uniqueNumber(taken, ownKeyOf(row));
    const pair = result.pairs.get(row.baris);
    const person = pair && bkn.get(pair.barisBkn);
    // A person without a pair must not meet one of BKN's by number.
    const number = person?.orang ?? personNumber(`simpeg ${kunci}`);
    const isi = joinValues(row.texts);
    orang.write([instansi, 'simpeg', number, fingerprintOf(isi), kunci, isi]);
    const own = briefOf(row.texts);
    if (person && pair) people.addPair(number, own, person, pair.cara);
    else people.addLone(number, own, 'hanya-simpeg', result.hanyaSimpeg.get(row.baris) ?? SURPLUS);
  });
  orang.close();
  if (!read.ok) {
    people.close();
    return read;
  }
  await quarantine.writeFile(join(folder, 'karantina.csv'), file.berkas, recipe.value);
  people.addRest(bkn, result);
  people.close();
  const { dibaca, diterima, karantina, delivered } = read.value;
  const used = recipe.value.kolom.flatMap(({ kanonik, sumber }) =>
    kanonik === null ? [] : [[kanonik, sumber] as const],
  );
  const stage: SimpegStage = {
    dibaca,
    diterima,
    karantina,
    bidang: delivered.map((index) => SLOTS[index]?.field.nama ?? ''),
    kolomDipakai: used.length,
    kolomSemua: recipe.value.kolom.length,
    kolom: used.map(([, sumber]) => sumber),
    sumber: Object.fromEntries(used),
    profil: profile.finish(delivered),
    awalKarantina: quarantine.first,
    angka: {
      ...people.balance(),
      selisih: input.differences.length,
      orangKelas: differences.orangKelas,
      sebab: differences.sebab,
    },
  };
  writeFileSync(join(folder, 'tahap.json'), JSON.stringify(stage));
  return ok(stage);
}

/** Lays out BKN's people of an instansi whose Simpeg has sent nothing yet. */
export function stageAlone(input: StageInput): Figures {
  mkdirSync(input.folder, { recursive: true });
  new CopyFile(join(input.folder, 'selisih')).close();
  const people = new PeopleFile(input, new Map());
  people.addRest(input.bkn, input.result, NO_SIMPEG);
  people.close();
  return { ...people.balance(), selisih: 0, orangKelas: {}, sebab: [] };
}

const SURPLUS = 'Pegawai yang sama sudah ada di baris lain';
const NO_SIMPEG = 'Simpeg belum mengirim data';

const [NIP, NIP_LAMA, NIK, NAMA, TANGGAL_LAHIR] = (['nip', 'nip_lama', 'nik', 'nama', 'tanggal_lahir'] as const).map(
  (nama) => getSlot(nama).index,
) as [number, number, number, number, number];

/** By what a Simpeg knows a person from delivery to delivery. */
function ownKeyOf({ texts, baris }: CanonicalRow): string {
  const at = (place: number): string => texts[place] ?? '';
  for (const place of [NIP, NIP_LAMA, NIK]) if (at(place) !== '') return `${place} ${at(place)}`;
  return at(NAMA) === '' ? `baris ${baris}` : `${at(NAMA)} ${at(TANGGAL_LAHIR)}`;
}

interface StagedDifferences {
  readonly perPerson: ReadonlyMap<string, number>;
  readonly orangKelas: Readonly<Record<string, number>>;
  readonly sebab: readonly CauseCount[];
}

function stageDifferences({ instansi, folder, differences, bkn }: StageInput): StagedDifferences {
  const out = new CopyFile(join(folder, 'selisih'));
  const perPerson = new Map<string, number>();
  const perKelas = new Map<string, Set<string>>();
  const causes = new Map<string, { bidang: string; kelas: string; selisih: number }>();
  for (const {
    kolom = '',
    kelas = '',
    sebab: rincian = '',
    nilai_simpeg = '',
    nilai_bkn = '',
    baris_bkn,
  } of differences) {
    const person = bkn.get(Number(baris_bkn));
    if (!person) throw new Error('A difference of nobody');
    const sebab = causeOf(kolom, kelas, rincian);
    const rest = [person.nama, kelas, sebab, rincian, nilai_simpeg, nilai_bkn];
    out.write([instansi, person.orang, kolom, fingerprintOf(joinValues(rest)), ...rest]);
    perPerson.set(person.orang, (perPerson.get(person.orang) ?? 0) + 1);
    const ofKelas = perKelas.get(kelas) ?? new Set();
    perKelas.set(kelas, ofKelas.add(person.orang));
    const cause = causes.get(sebab) ?? { bidang: kolom, kelas, selisih: 0 };
    cause.selisih += 1;
    causes.set(sebab, cause);
  }
  out.close();
  const list = [...causes].map(([sebab, cause]) => ({ sebab, ...cause }));
  return {
    perPerson,
    orangKelas: Object.fromEntries([...perKelas].map(([kelas, orang]) => [kelas, orang.size])),
    sebab: list.toSorted((a, b) => b.selisih - a.selisih || (a.sebab < b.sebab ? -1 : 1)),
  };
}

type Keadaan = 'berpasangan' | 'hanya-simpeg' | 'hanya-bkn';

/** The people of both sides as lists show them, counted on the way. */
class PeopleFile {
  readonly #out: CopyFile;
  readonly #instansi: string;
  readonly #differences: ReadonlyMap<string, number>;
  readonly #counts = { berpasangan: 0, 'hanya-simpeg': 0, 'hanya-bkn': 0 };
  readonly #paired = new Set<string>();
  #berselisih = 0;
  #bkn = 0;

  constructor({ folder, instansi }: StageInput, differences: ReadonlyMap<string, number>) {
    this.#out = new CopyFile(join(folder, 'pegawai'));
    this.#instansi = instansi;
    this.#differences = differences;
  }

  /** Who somebody is BKN tells, what somebody does the Simpeg. */
  addPair(orang: string, simpeg: Brief, bkn: Brief, cara: string): void {
    this.#paired.add(orang);
    if ((this.#differences.get(orang) ?? 0) > 0) this.#berselisih += 1;
    const brief: Brief = {
      nip: bkn.nip || simpeg.nip,
      nipLama: bkn.nipLama || simpeg.nipLama,
      nama: bkn.nama || simpeg.nama,
      golongan: simpeg.golongan || bkn.golongan,
      jabatan: simpeg.jabatan || bkn.jabatan,
      unit: simpeg.unit || bkn.unit,
    };
    this.#write(orang, brief, 'berpasangan', cara, '');
  }

  addLone(orang: string, brief: Brief, keadaan: Keadaan, dugaan: string): void {
    this.#write(orang, brief, keadaan, '', dugaan);
  }

  /** BKN's people who have no pair. */
  addRest(bkn: ReadonlyMap<number, BknPerson>, { hanyaBkn }: InstansiResult, otherwise = ''): void {
    this.#bkn = bkn.size;
    for (const [baris, person] of bkn) {
      if (!this.#paired.has(person.orang))
        this.addLone(person.orang, person, 'hanya-bkn', hanyaBkn.get(baris) ?? otherwise);
    }
  }

  #write(orang: string, brief: Brief, keadaan: Keadaan, cara: string, dugaan: string): void {
    this.#counts[keadaan] += 1;
    const rest = [...formatBrief(brief), keadaan, cara, dugaan, String(this.#differences.get(orang) ?? 0)];
    this.#out.write([this.#instansi, orang, fingerprintOf(joinValues(rest)), ...rest]);
  }

  balance(): Balance {
    const { berpasangan, 'hanya-simpeg': hanyaSimpeg, 'hanya-bkn': hanyaBkn } = this.#counts;
    return {
      simpeg: berpasangan + hanyaSimpeg,
      bkn: this.#bkn,
      berpasangan,
      selaras: berpasangan - this.#berselisih,
      berselisih: this.#berselisih,
      hanyaSimpeg,
      hanyaBkn,
    };
  }

  close(): void {
    this.#out.close();
  }
}
