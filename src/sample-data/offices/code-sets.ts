import { shuffled } from '../dice.ts';
import { type CodeTable, padded, running } from './codes.ts';
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

/** Local codes of people who have left: 99 retired, 21 dead, moved or dismissed. */
const LEFT: readonly (readonly [string, string])[] = [
  ['99', 'Pensiun'],
  ['88', 'Berhenti'],
  ['77', 'Pindah Instansi'],
  ['66', 'Meninggal'],
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

/** Legal standing: active kinds first, then the codes that mean gone: 21 for dead, moved and dismissed, 99 for retired. */
function createKedudukan(cx: OfficeContext, name: string): CodeTable {
  const active = shuffled(pairs(KEDUDUKAN), cx.lot);
  const gone = ['99', '21', '22', '23'];
  return cx.table({
    name,
    canonical: 'kedudukan_hukum',
    known: [...active, ...LEFT],
    number: (index) =>
      index < active.length ? String(index + 1).padStart(2, '0') : (gone[index - active.length] ?? String(30 + index)),
  });
}

export function referenceOf(table: CodeTable, columns: readonly [string, string] = ['id', 'nama']): ReferenceLayout {
  return {
    name: table.name,
    columns,
    rows: function* rows() {
      for (const { local, label } of table.entries()) yield [local, label];
    },
  };
}
