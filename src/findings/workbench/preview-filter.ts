import { createFilterTest, type Filter, type Recipe } from '#mapping';
import type { PreviewCell } from '#reconcile';
import { type Display, maskValue } from '../display.ts';
import type { FilterPreview } from './contract.ts';
import { cellsOfLine, forSample, type OpenWorkbench } from './open-workbench.ts';

export interface FilterAsk {
  /** The recipe with all changes. */
  readonly recipe: Recipe;
  readonly saringan: Filter;
  readonly mulai: number;
  readonly display: Display;
}

const SHOWN = 10;
/** Of ten so many at most are people whom the filter drops: the others show whom it lets through. */
const DROPPED = 7;
/** What BKN knows of somebody's service. */
const STANDING = 'kedudukan_hukum';

/** Whom a filter of rows drops: how many rows of the file, and ten people of the sample with what BKN knows of them. */
export async function previewFilter(open: OpenWorkbench, ask: FilterAsk): Promise<FilterPreview> {
  const begun = performance.now();
  const { recipe, saringan, mulai, display } = ask;
  const { workbench, preview } = open;
  const { sumber } = saringan;
  const drops = createFilterTest(saringan);
  const cells = await cellsOfLine(open, recipe, { sumber, pembaca: { jenis: 'langsung' } });
  const read = await preview.read(forSample(recipe), new Set(['nama', 'nip']));
  const byRow = (field: string): ReadonlyMap<number, PreviewCell> =>
    new Map((read.get(field) ?? []).map((cell) => [cell.baris, cell]));
  const [names, nips, standings] = [byRow('nama'), byRow('nip'), preview.bknValues(STANDING)];
  const isHidden = workbench.kolom.find(({ nama }) => nama === sumber)?.tersamar === true;
  const rows = cells.map((_, at) => at + 1);
  const [gone, kept] = [
    rows.filter((baris) => drops(cells[baris - 1] ?? '')),
    // of those who are read only who is a person: headings within the rows are nobody
    rows.filter((baris) => !drops(cells[baris - 1] ?? '') && names.has(baris)),
  ];
  const from = (list: readonly number[], at: number): readonly number[] =>
    list.length === 0 ? [] : [...list.slice(at % list.length), ...list.slice(0, at % list.length)];
  const first = from(gone, mulai).slice(0, Math.min(gone.length, DROPPED));
  const orang = [...first, ...from(kept, mulai).slice(0, SHOWN - first.length)].map((baris) => {
    const isi = cells[baris - 1] ?? '';
    const bkn = standings[baris - 1] ?? '';
    return {
      nama: names.get(baris)?.bkn || (names.get(baris)?.simpeg ?? ''),
      nip: nips.get(baris)?.simpeg ?? '',
      isi: isHidden ? maskValue(isi) : isi,
      bkn: bkn === '' ? '' : display(STANDING, bkn),
      adaDiBkn: (workbench.contoh[baris - 1]?.bkn ?? 0) > 0,
      dibuang: gone.includes(baris),
    };
  });
  return {
    baris: countInFile(open, sumber, drops),
    dari: workbench.baris,
    orang,
    nilai: Object.entries(workbench.isi[sumber] ?? {}).map(([nilai, jumlah]) => ({ nilai, jumlah })),
    milidetik: Math.round(performance.now() - begun),
  };
}

/** Rows of the whole file that are dropped; null where the column has too many values to have been counted. */
function countInFile(
  { workbench: { isi, baris, kolom } }: OpenWorkbench,
  sumber: string,
  drops: (value: string) => boolean,
): number | null {
  const counts = isi[sumber];
  const look = kolom.find(({ nama }) => nama === sumber);
  if (!counts || !look) return null;
  const all = Object.entries(counts);
  const filled = all.reduce((sum, [, n]) => sum + n, 0);
  const empty = look.terisi === 0 ? baris : Math.round(filled / look.terisi) - filled;
  return all.reduce((sum, [value, n]) => sum + (drops(value) ? n : 0), drops('') ? empty : 0);
}
