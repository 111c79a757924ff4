import { findField } from '../../src/canonical/index.ts';
import { foldText } from '../../src/kernel/text.ts';
import type { CrosswalkRow } from '../../src/reconcile/index.ts';
import { foldBknId } from '../../src/rules/bkn-id.ts';
import { parseGolongan } from '../../src/rules/golongan.ts';
import type { TrueIds } from './fill.ts';

/** Lists whose codes the source may number in its own way. */
export const LISTED: ReadonlySet<string> = new Set([
  'golongan',
  'agama',
  'status_perkawinan',
  'pendidikan_tingkat',
  'jenis_jabatan',
  'kedudukan_hukum',
]);
/** Long national lists, of which the id is proposed. */
const BY_ID: ReadonlySet<string> = new Set(['jabatan', 'pendidikan_nama']);
export const CROSSED: ReadonlySet<string> = new Set([...LISTED, ...BY_ID]);

/** Text half of an id/text pair: the pair is one field. */
export function textHalf(nama: string | null): string | null {
  const field = nama === null ? undefined : findField(nama);
  return field?.pasangan !== undefined && (field.nama.endsWith('_id') || field.nama.endsWith('_id_bkn'))
    ? field.pasangan
    : nama;
}

/** The form in which a written code or word is looked up; a golongan in its parts, "2" and "d", is the whole one, II/d. */
export const valueKey = (value: string): string => {
  const golongan = /^(?:[1-4]|I{1,3}|IV)\/?[a-e]$/i.test(value) ? parseGolongan(value) : undefined;
  return golongan?.ok === true && golongan.value !== undefined ? golongan.value : foldText(value);
};

/** A row is right if so large a part of the people with that value truly have that id. */
const TRUE_SHARE = 0.9;
const FEWEST_PEOPLE = 20;

/** Rows of crosswalks: those of short lists that at least 20 people bear out, and those of long lists that are `pasti`. */
export interface CrosswalkScore {
  readonly short: { readonly right: number; readonly all: number };
  readonly byId: { readonly right: number; readonly all: number };
  /** Rows of long lists, whatever their certainty. */
  readonly proposed: number;
  /** Values of short lists that so many people bear and that are left to a person, with what BKN has beside them. */
  readonly left: number;
  readonly faults: readonly string[];
}

export function scoreCrosswalks(rows: readonly CrosswalkRow[], ids: TrueIds): CrosswalkScore {
  const [short, byId] = [
    { right: 0, all: 0 },
    { right: 0, all: 0 },
  ];
  const faults: string[] = [];
  let [proposed, left] = [0, 0];
  for (const row of rows) {
    const isLong = BY_ID.has(row.kolom);
    if (LISTED.has(row.kolom) && row.id === '' && (row.lain[0]?.orang ?? 0) >= FEWEST_PEOPLE) left++;
    if (isLong) proposed++;
    const counts = isLong ? row.tingkat === 'pasti' : LISTED.has(row.kolom) && row.dukungan >= FEWEST_PEOPLE;
    if (!counts) continue;
    const tally = isLong ? byId : short;
    tally.all++;
    const truth = ids.get(row.kolom)?.get(valueKey(row.kode || row.label)) ?? new Map<string, number>();
    const all = [...truth.values()].reduce((sum, people) => sum + people, 0);
    if (all > 0 && (truth.get(foldBknId(row.id)) ?? 0) >= all * TRUE_SHARE) tally.right++;
    else {
      const told = [...truth].map(([id, people]) => `${id} ${people}`).join(', ');
      faults.push(
        `silang ${row.kolom} ${row.kode} ${row.label}: ${told} < ${row.id} (${row.dukungan}/${row.bertentangan})`,
      );
    }
  }
  return { short, byId, proposed, left, faults };
}

export function addCrosswalks(scores: readonly CrosswalkScore[]): CrosswalkScore {
  const sum = (of: (score: CrosswalkScore) => number): number => scores.reduce((all, score) => all + of(score), 0);
  return {
    short: { right: sum((s) => s.short.right), all: sum((s) => s.short.all) },
    byId: { right: sum((s) => s.byId.right), all: sum((s) => s.byId.all) },
    proposed: sum((s) => s.proposed),
    left: sum((s) => s.left),
    faults: scores.flatMap(({ faults }) => faults),
  };
}
