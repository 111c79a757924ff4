import type { Reference } from '#reference';
import { IKD_INDICATORS } from '#rules/ikd/indicators.ts';
import type { IkdPerson } from '#rules/ikd/person.ts';
import { type IkdVerdict, isAktif } from '#rules/ikd/population.ts';
import { type IkdScore, scoreIkd } from '#rules/ikd/score.ts';
import { findMissingSources } from './availability.ts';
import { Pemangku } from './pemangku.ts';
import { type IkdInput, scanPeople } from './scan-people.ts';

/** The index of one government, or of all in the file. */
export interface IkdBody {
  /** BKN's short code where the tables know it, else its id; empty where the row names none. */
  readonly instansi: string;
  readonly nama: string;
  /** Rows of the body, people who are not active included. */
  readonly pegawai: number;
  readonly skor: IkdScore;
}

export interface IkdReport {
  readonly baris: { readonly dibaca: number; readonly diterima: number; readonly karantina: number };
  /** Why an indicator could not be assessed at all, by its code. */
  readonly takTersedia: ReadonlyMap<string, string>;
  readonly seluruh: IkdBody;
  readonly instansi: readonly IkdBody[];
}

const TIM_4 = IKD_INDICATORS.findIndex(({ kode }) => kode === 'TIM_4');

/**
 * Reckons the index over an export: the 27 indicators for each body (INSTANSI INDUK) and the whole, in one pass and in memory
 * that does not grow with the file, but for the holders of structural posts.
 */
export async function computeIkd(input: IkdInput): Promise<IkdReport> {
  const { settings, reference } = input;
  const tallies = new Map<string, Tally>();
  const pemangku = new Pemangku<{ readonly tally: Tally; readonly person: IkdPerson }>();
  let karantina = 0;
  for await (const block of scanPeople(input)) {
    karantina += block.karantina;
    for (const person of block.people) {
      const tally = tallyOf(tallies, person);
      tally.pegawai++;
      if (!isAktif(person, settings)) continue;
      tally.aktif++;
      const waits = pemangku.add(person, settings, { tally, person });
      for (let index = 0; index < IKD_INDICATORS.length; index++) {
        if (waits && index === TIM_4) continue;
        tally.count(index, IKD_INDICATORS[index]?.judge(person, settings));
      }
    }
  }
  for (const { item, pemangku: holders } of pemangku.counted()) {
    item.tally.count(TIM_4, IKD_INDICATORS[TIM_4]?.judge({ ...item.person, pemangku: holders }, settings));
  }
  const takTersedia = findMissingSources(input.columns, reference);
  const missing = new Set(takTersedia.keys());
  const bodyOf = (id: string, tally: Tally): IkdBody => ({
    ...nameOf(id, reference),
    pegawai: tally.pegawai,
    skor: scoreIkd(tally.aktif, tally.counts(), missing, settings),
  });
  const seluruh = bodyOf('', sumOf([...tallies.values()]));
  return {
    baris: { dibaca: seluruh.pegawai + karantina, diterima: seluruh.pegawai, karantina },
    takTersedia,
    seluruh: { ...seluruh, nama: 'Seluruh instansi' },
    instansi: [...tallies]
      .map(([id, tally]) => bodyOf(id, tally))
      .toSorted((a, b) => (a.instansi < b.instansi ? -1 : 1)),
  };
}

/** Short code and name of a body, as far as the tables know it. */
export function nameOf(id: string, reference: Reference): { readonly instansi: string; readonly nama: string } {
  if (id === '') return { instansi: '', nama: 'Tanpa instansi induk' };
  const row = reference.table('instansi', 'instansi_jateng').findById(id);
  return { instansi: row?.kode ?? id, nama: row?.nama ?? '' };
}

/** Id of the body to which a person counts. */
export function bodyIdOf({ instansiInduk }: IkdPerson): string {
  return instansiInduk === undefined || instansiInduk === 'kosong' ? '' : instansiInduk;
}

const PLACE: Readonly<Record<IkdVerdict, number>> = { gagal: 0, bersih: 1, tak_dinilai: 2, tidak_dikenai: 3 };
const PLACES = 4;

/** People of one body by indicator and verdict. */
class Tally {
  pegawai = 0;
  aktif = 0;
  readonly cells = new Uint32Array(IKD_INDICATORS.length * PLACES);

  count(indicator: number, verdict: IkdVerdict = 'tak_dinilai'): void {
    const at = indicator * PLACES + PLACE[verdict];
    this.cells[at] = (this.cells[at] ?? 0) + 1;
  }

  counts(): readonly { readonly gagal: number; readonly bersih: number; readonly takDinilai: number }[] {
    return IKD_INDICATORS.map((_indicator, index) => {
      const [gagal = 0, bersih = 0, takDinilai = 0] = this.cells.subarray(index * PLACES);
      return { gagal, bersih, takDinilai };
    });
  }
}

function tallyOf(tallies: Map<string, Tally>, person: IkdPerson): Tally {
  const id = bodyIdOf(person);
  const known = tallies.get(id);
  if (known) return known;
  const tally = new Tally();
  tallies.set(id, tally);
  return tally;
}

function sumOf(tallies: readonly Tally[]): Tally {
  const sum = new Tally();
  for (const { pegawai, aktif, cells } of tallies) {
    sum.pegawai += pegawai;
    sum.aktif += aktif;
    for (const [at, count] of cells.entries()) sum.cells[at] = (sum.cells[at] ?? 0) + count;
  }
  return sum;
}
