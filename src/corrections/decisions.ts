import { basename } from 'node:path';
import { findField } from '#canonical';
import { cellText, openSource, readTable, unguardCsv } from '#formats';
import { type Problem, problem, type ProblemCode } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { compareText } from '#kernel/text.ts';

/** A difference of which somebody decided that the Simpeg shall take BKN's value. */
export interface Decision {
  readonly instansi: string;
  /** BKN's number. */
  readonly nip: string;
  /** Canonical field. */
  readonly kolom: string;
  readonly simpeg: string;
  readonly bkn: string;
}

/** A decision that is not written, with the reason. */
export interface LeftOut {
  readonly decision: Decision;
  readonly problem: Problem;
}

export interface Decisions {
  readonly instansi: string;
  readonly accepted: readonly Decision[];
  readonly leftOut: readonly LeftOut[];
  /** Lines of the file, lines of other governments, and lines that nobody decided for BKN. */
  readonly dibaca: number;
  readonly instansiLain: number;
  readonly dibiarkan: number;
}

const NEEDED = ['instansi', 'nip', 'kolom', 'nilai_simpeg', 'nilai_bkn', 'kelas'] as const;

/**
 * Reads selisih.csv (or what a person made of it) for one government. Every line is a decision for BKN's value, unless a
 * column `keputusan` says otherwise; without that column the lines that nobody may decide by default are left out.
 */
export async function readDecisions(path: string, instansi: string | undefined): Promise<Result<Decisions, Problem>> {
  const source = await openSource(path);
  if (!source.ok) return source;
  const berkas = basename(path);
  const table = source.value.tables[0];
  const names = table?.columns.map((name) => name.trim().toLowerCase()) ?? [];
  const lacking = NEEDED.find((name) => !names.includes(name));
  if (!table || lacking !== undefined) return fail(problem('SELISIH_BUKAN', { berkas, kolom: lacking ?? '' }));
  const at = (name: string): number => names.indexOf(name);
  const keputusan = at('keputusan');
  const accepted: Decision[] = [];
  const leftOut: LeftOut[] = [];
  const met = new Set<string>();
  let [dibaca, instansiLain, dibiarkan] = [0, 0, 0];
  for await (const block of readTable(source.value, table.name)) {
    dibaca += block.problems.filter(({ column }) => column < 0).length;
    for (const { row, column, problem: found } of block.problems) {
      if (column < 0) leftOut.push({ decision: { ...NOTHING, kolom: `baris ${row}` }, problem: found });
    }
    for (let row = 0; row < block.rows; row++) {
      const text = (name: string): string => unguardCsv(cellText(block, row, at(name)));
      dibaca++;
      const decision: Decision = {
        instansi: text('instansi'),
        nip: text('nip').replace(/^'/, ''),
        kolom: text('kolom'),
        simpeg: text('nilai_simpeg'),
        bkn: text('nilai_bkn'),
      };
      met.add(decision.instansi);
      if (instansi !== undefined && decision.instansi !== instansi) {
        instansiLain++;
        continue;
      }
      const isExplicit = keputusan >= 0;
      if (isExplicit && cellText(block, row, keputusan).trim().toLowerCase() !== 'bkn') {
        dibiarkan++;
        continue;
      }
      const reason = reasonAgainst(decision, text('kelas'), isExplicit);
      if (reason === undefined) accepted.push(decision);
      else leftOut.push({ decision, problem: problem(reason) });
    }
  }
  if (instansi === undefined && met.size > 1) {
    const ada = [...met].toSorted(compareText).join(', ');
    return fail(problem('PERBAIKAN_BANYAK_INSTANSI', { berkas, ada }));
  }
  return ok({ instansi: instansi ?? [...met][0] ?? '', accepted, leftOut, dibaca, instansiLain, dibiarkan });
}

const NOTHING: Decision = { instansi: '', nip: '', kolom: '', simpeg: '', bkn: '' };

/** What forbids a decision before any file is looked at; a person who decided explicitly overrules the defaults. */
function reasonAgainst({ nip, kolom, bkn }: Decision, kelas: string, isExplicit: boolean): ProblemCode | undefined {
  if (!/^\d{18}$/.test(nip)) return 'TULIS_NIP';
  const field = findField(kolom);
  if (field?.dibandingkan !== true) return 'TULIS_TANPA_KOLOM';
  if (isExplicit) return undefined;
  if (field.sumberUtama === 'simpeg') return 'TULIS_WEWENANG';
  if (bkn === '') return 'TULIS_BKN_KOSONG';
  return kelas === 'tak_terbandingkan' ? 'TULIS_TAK_TERBANDING' : undefined;
}
