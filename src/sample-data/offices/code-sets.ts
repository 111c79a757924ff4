import { shuffled } from '../dice.ts';
import { type CodeTable, padded, running, type SharedCode } from './codes.ts';
import type { ReferenceLayout } from './column.ts';
import type { OfficeContext } from './context.ts';
import type { Labels } from './kit.ts';
import { AGAMA, ESELON, GOLONGAN, KAWIN, KEDUDUKAN, pairs, TINGKAT } from './labels.ts';

/** The usual code tables of a local system, numbered in the office's own way. */
export interface SmallCodes {
  readonly agama: CodeTable;
  readonly kawin: CodeTable;
  /** 1 = I/a to 17 = IV/e. */
  readonly golongan: CodeTable;
  readonly eselon: CodeTable;
  readonly tingkat: CodeTable;
  readonly kedudukan: CodeTable;
  readonly jenisPegawai: CodeTable;
  readonly pendidikan: CodeTable;
  readonly tempat: CodeTable;
  references(): readonly ReferenceLayout[];
}

/** People who have left stay under two codes. */
const LEFT: readonly SharedCode[] = [
  { local: '99', label: 'Pensiun', bkn: ['98', '99'] },
  { local: '21', label: 'Meninggal / Pindah / Berhenti', bkn: ['52', '66', '77', '88'] },
];

export function createSmallCodes(cx: OfficeContext, prefix: string): SmallCodes {
  const { lot } = cx;
  const table = (name: string, canonical: string, labels: Labels, number: (index: number) => string): CodeTable =>
    cx.table({ name: `${prefix}${name}`, canonical, number, known: shuffled(pairs(labels), lot) });
  const codes = {
    agama: table('agama', 'agama', AGAMA, running(1 + lot.below(3))),
    kawin: table('stskawin', 'status_perkawinan', KAWIN, running(1 + lot.below(2))),
    golongan: cx.table({ name: `${prefix}golruang`, canonical: 'golongan', number: running(), known: pairs(GOLONGAN) }),
    eselon: table('esl', 'eselon', ESELON, padded(2, 11 + lot.below(9))),
    tingkat: table('tkpendid', 'pendidikan_tingkat', TINGKAT, padded(2, 1, 1 + lot.below(4))),
    kedudukan: createKedudukan(cx, `${prefix}jenkedudupeg`),
    jenisPegawai: cx.table({
      name: `${prefix}jenkepeg`,
      canonical: 'jenis_pegawai',
      number: running(1 + lot.below(9)),
    }),
    pendidikan: cx.table({
      name: `${prefix}jenjurusan`,
      canonical: 'pendidikan_nama',
      number: padded(6, 100 + lot.below(900)),
    }),
    tempat: cx.table({ name: `${prefix}tempat`, canonical: 'tempat_lahir', number: running(1 + lot.below(500), 2) }),
  };
  return { ...codes, references: () => Object.values(codes).map((each) => referenceOf(each)) };
}

/** Legal standing: two digits for the active kinds, 21 and 99 for those who have gone. */
function createKedudukan(cx: OfficeContext, name: string): CodeTable {
  const known = shuffled(pairs(KEDUDUKAN), cx.lot);
  return cx.table({ name, canonical: 'kedudukan_hukum', known, shared: LEFT, number: padded(2) });
}

export function referenceOf(table: CodeTable, columns: readonly [string, string] = ['id', 'nama']): ReferenceLayout {
  return {
    name: table.name,
    columns,
    rows: function* rows() {
      const labels = new Map([...table.entries()].map(({ local, label }) => [local, label] as const));
      yield* labels;
    },
  };
}
