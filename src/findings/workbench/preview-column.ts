import { findField } from '#canonical';
import { foldText } from '#kernel/text.ts';
import { describeReader, isTold, type Reader, type Recipe, suggestReader } from '#mapping';
import { type PreviewCell, slotFieldOf } from '#reconcile';
import type { Reference } from '#reference';
import { type Display, isMasked, maskValue } from '../display.ts';
import type { CodeView, PreviewAnswer } from './contract.ts';
import { cellsOfLine, forSample, isShown, type OpenWorkbench } from './open-workbench.ts';

/** What other instansi confirmed for a word of a field, by the folded word. */
export type WordOffers = ReadonlyMap<string, readonly { readonly arti: string; readonly instansi: number }[]>;

export interface PreviewAsk {
  /** The recipe with all changes. */
  readonly recipe: Recipe;
  readonly letak: number;
  readonly mulai: number;
  readonly reference: Reference;
  readonly display: Display;
  readonly offersOf: (kanonik: string) => Promise<WordOffers>;
}

const SHOWN = 10;

type Tally = PreviewAnswer['hitung'];

/** Reads the sample by a recipe and tells what becomes of one column: ten people, other ways to read it, other fields, its codes. */
export async function previewColumn(open: OpenWorkbench, ask: PreviewAsk): Promise<PreviewAnswer> {
  const begun = performance.now();
  const { recipe, letak, mulai, display } = ask;
  const column = recipe.kolom[letak];
  if (!column) throw new Error('The line was checked before');
  const { kanonik, sumber, pembaca } = column;
  const read = await readFields(open, recipe, ['nama', 'nip', ...(kanonik === null ? [] : [kanonik])]);
  const own = kanonik === null ? [] : cellsOf(read, kanonik);
  const look = open.workbench.kolom.find(({ nama }) => nama === sumber);
  const cells = await cellsOfLine(open, recipe, column);
  const isHidden = look?.tersamar === true || (kanonik !== null && isMasked(kanonik));
  const shown = (value: string): string =>
    isHidden ? maskValue(value) : kanonik === null ? value : display(slotFieldOf(kanonik) ?? kanonik, value);
  const answer = {
    letak,
    kanonik,
    pembaca,
    cara: describeReader(pembaca),
    hitung: tally(own),
    orang: listPeople(open, read, own, { mulai, cells, shown, isHidden, isCompared: kanonik !== null }),
    pilihan: kanonik === null ? [] : await tryReaders(open, ask, kanonik),
    kandidat: await tryFields(open, ask),
    kode: kanonik === null ? [] : listCodes({ open, ask, own, cells, kanonik, offers: await ask.offersOf(kanonik) }),
  };
  return { ...answer, milidetik: Math.round(performance.now() - begun) };
}

type Reading = ReadonlyMap<string, readonly PreviewCell[]>;

const readFields = async ({ preview }: OpenWorkbench, recipe: Recipe, fields: readonly string[]): Promise<Reading> =>
  preview.read(forSample(recipe), new Set(fields));

const cellsOf = (read: Reading, kanonik: string): readonly PreviewCell[] =>
  read.get(slotFieldOf(kanonik) ?? kanonik) ?? [];

function tally(cells: readonly PreviewCell[]): Tally {
  const count = (hasil: PreviewCell['hasil']): number => cells.filter((cell) => cell.hasil === hasil).length;
  // where both sides are empty nothing agrees
  const both = cells.filter(({ hasil, simpeg, bkn }) => hasil === 'sama' && simpeg === '' && bkn === '').length;
  const [sama, berbeda, kosong, takTerbaca] = [
    count('sama') - both,
    count('berbeda'),
    count('kosong'),
    count('tak-terbaca'),
  ];
  return { sama, berbeda, kosong, takTerbaca, dari: sama + berbeda + kosong + takTerbaca };
}

interface Shown {
  readonly mulai: number;
  readonly cells: readonly string[];
  readonly shown: (value: string) => string;
  readonly isHidden: boolean;
  readonly isCompared: boolean;
}

/** Ten people from a place on; of every ten the first are those who differ, as far as there are such. */
function listPeople(
  { workbench, preview }: OpenWorkbench,
  read: Reading,
  own: readonly PreviewCell[],
  { mulai, cells, shown, isHidden, isCompared }: Shown,
): PreviewAnswer['orang'] {
  const byRow = new Map(own.map((cell) => [cell.baris, cell]));
  const names = new Map(cellsOf(read, 'nama').map(({ baris, simpeg, bkn }) => [baris, bkn || simpeg]));
  const atBkn = preview.bknValues('nama');
  const nips = cellsOf(read, 'nip');
  const known = nips.length === 0 ? cells.map((_, i) => i + 1) : nips.map(({ baris }) => baris);
  const all = known.filter((baris) => isShown(workbench, baris));
  const rows = differingFirst(all, (baris) => (byRow.get(baris)?.hasil ?? 'sama') !== 'sama');
  const start = rows.length === 0 ? 0 : mulai % rows.length;
  const ten = [...rows.slice(start), ...rows.slice(0, start)].slice(0, Math.min(SHOWN, rows.length));
  return ten.map((baris) => {
    const cell = byRow.get(baris);
    const isi = cells[baris - 1] ?? '';
    return {
      nama: names.get(baris) ?? atBkn[baris - 1] ?? '',
      nip: nips.find((each) => each.baris === baris)?.simpeg ?? '',
      isi: isHidden ? maskValue(isi) : isi,
      simpeg: shown(cell?.simpeg ?? ''),
      bkn: shown(cell?.bkn ?? ''),
      hasil: cell?.hasil ?? (isCompared ? 'tanpa-bkn' : 'tidak-dibandingkan'),
    };
  });
}

/** Of ten so many at most are people who differ: the others show that the rest agrees. */
const DIFFERING = 3;

/** The rows with some that differ at the head of every ten. Pure. */
function differingFirst(rows: readonly number[], isDiffering: (row: number) => boolean): readonly number[] {
  const [differing, same] = [rows.filter(isDiffering), rows.filter((row) => !isDiffering(row))];
  const ordered: number[] = [];
  for (let [d, s] = [0, 0]; d < differing.length || s < same.length; ) {
    const ten = [...differing.slice(d, d + DIFFERING), ...same.slice(s, s + SHOWN - DIFFERING)];
    ordered.push(...ten);
    d += DIFFERING;
    s += SHOWN - DIFFERING;
  }
  return ordered;
}

const DIRECT: Reader = { jenis: 'langsung' };

/** What else the column could be read as, the present way included; nothing for columns that are made out of others. */
async function otherReaders(
  open: OpenWorkbench,
  { recipe, letak, reference }: PreviewAsk,
  kanonik: string,
): Promise<readonly Reader[]> {
  const { pembaca, sumber } = recipe.kolom[letak] ?? { pembaca: DIRECT, sumber: '' };
  const field = findField(kanonik);
  if (field?.tipe === 'tanggal' && (pembaca.jenis === 'tanggal' || pembaca.jenis === 'langsung')) {
    const isYearFirst = pembaca.jenis === 'tanggal' && pembaca.urutan.startsWith('y');
    const orders = isYearFirst ? (['ymd', 'ydm'] as const) : (['dmy', 'mdy'] as const);
    return orders.map((urutan) => ({ jenis: 'tanggal', urutan }));
  }
  if (kanonik === 'nama' && (pembaca.jenis === 'nama_bergelar' || pembaca.jenis === 'langsung'))
    return [DIRECT, { jenis: 'nama_bergelar' }];
  if (field?.tipe !== 'kode' || !['langsung', 'kode', 'kode_lokal', 'rujukan'].includes(pembaca.jenis)) return [];
  const suggested = await suggest(open, { recipe, reference }, { sumber, kanonik });
  const all: readonly Reader[] = [pembaca, suggested, DIRECT];
  return all.filter((reader, at) => all.findIndex((other) => isSame(other, reader)) === at);
}

/** How the portal would read a column of the sample as a field. */
export const suggest = (
  { preview }: OpenWorkbench,
  { recipe, reference }: Pick<PreviewAsk, 'recipe' | 'reference'>,
  column: { readonly sumber: string; readonly kanonik: string },
): Promise<Reader> => {
  const { source, evidence } = preview;
  return suggestReader(source, forSample(recipe), column, { reference, evidence });
};

const isSame = (a: Reader, b: Reader): boolean => JSON.stringify(a) === JSON.stringify(b);

async function tryReaders(open: OpenWorkbench, ask: PreviewAsk, kanonik: string): Promise<PreviewAnswer['pilihan']> {
  const pilihan: PreviewAnswer['pilihan'] = [];
  for (const pembaca of await otherReaders(open, ask, kanonik)) {
    const read = await readFields(open, withLine(ask, { kanonik, pembaca }), [kanonik]);
    pilihan.push({ pembaca, cara: describeReader(pembaca), hitung: tally(cellsOf(read, kanonik)) });
  }
  return pilihan.length > 1 ? pilihan : [];
}

function withLine({ recipe, letak }: PreviewAsk, line: { readonly kanonik: string; readonly pembaca: Reader }): Recipe {
  return { ...recipe, kolom: recipe.kolom.map((column, at) => (at === letak ? { ...column, ...line } : column)) };
}

/** The column alone as each of the fields that it may be. */
async function tryFields(open: OpenWorkbench, ask: PreviewAsk): Promise<PreviewAnswer['kandidat']> {
  const column = ask.recipe.kolom[ask.letak];
  const found: PreviewAnswer['kandidat'] = [];
  for (const { kanonik } of column?.kandidat ?? []) {
    if (!column || findField(kanonik) === undefined) continue;
    const pembaca =
      column.kanonik === kanonik ? column.pembaca : await suggest(open, ask, { sumber: column.sumber, kanonik });
    const alone = withLine(ask, { kanonik, pembaca });
    const only = alone.kolom.filter((line, at) => at === ask.letak || line.kanonik !== kanonik);
    const read = await readFields(open, { ...alone, kolom: only }, [kanonik]);
    found.push({ kanonik, hitung: tally(cellsOf(read, kanonik)) });
  }
  return found;
}

interface CodesAsk {
  readonly open: OpenWorkbench;
  readonly ask: PreviewAsk;
  readonly own: readonly PreviewCell[];
  readonly cells: readonly string[];
  readonly kanonik: string;
  readonly offers: WordOffers;
}

/** Each code of the column: what it is read as, what the same people have at BKN, and what others made of the same word. */
function listCodes({ open, ask, own, cells, kanonik, offers }: CodesAsk): CodeView[] {
  const { recipe, letak, display } = ask;
  const column = recipe.kolom[letak];
  const counts = column && open.workbench.isi[column.sumber];
  if (!column || !counts || findField(kanonik)?.tipe !== 'kode') return [];
  const { pembaca } = column;
  if (!['langsung', 'kode', 'kode_lokal', 'rujukan'].includes(pembaca.jenis)) return [];
  const field = slotFieldOf(kanonik) ?? kanonik;
  const beside = new Map<string, Map<string, number>>();
  const readAs = new Map<string, string>();
  for (const { baris, simpeg, bkn, hasil } of own) {
    const kode = cells[baris - 1]?.trim() ?? '';
    if (kode === '') continue;
    if (simpeg !== '' && hasil !== 'dipelajari') readAs.set(kode, display(field, simpeg));
    if (bkn === '') continue;
    const of = beside.get(kode) ?? new Map<string, number>();
    beside.set(kode, of.set(bkn, (of.get(bkn) ?? 0) + 1));
  }
  return Object.entries(counts).map(([kode, jumlah]) => {
    const of = [...(beside.get(kode) ?? [])].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const all = of.reduce((sum, [, people]) => sum + people, 0);
    const [bkn, most] = of[0] ?? [null, 0];
    const told = pembaca.jenis === 'kode' ? pembaca.tabel[kode] : undefined;
    return {
      kode,
      jumlah,
      arti: told === undefined ? (readAs.get(kode) ?? null) : display(field, told),
      bkn: bkn === null ? null : display(field, bkn),
      dukungan: most,
      bertentangan: all - most,
      pasti: isTold(most, all),
      saran: [...(offers.get(foldText(kode)) ?? [])],
    };
  });
}
