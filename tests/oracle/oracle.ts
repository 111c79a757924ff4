import { openReference } from '#reference';
import { foldNama } from '#rules/nama.ts';
import { Judge } from './compare.ts';
import { type Matches, match, type Pair } from './ladder.ts';
import { type Compared, judgeLocalCodes } from './learn.ts';
import { instansiOf } from './office.ts';
import { bknRecipe, listUnkept, loadRecipe, readSource, type Source } from './read-source.ts';
import { sebabOf } from './sebab.ts';
import { takeUsualNames } from './usual-names.ts';
import { KOSONG, of, written } from './value.ts';

export interface OracleInput {
  readonly bkn: string;
  /** In the order of the command; `pemetaan` is the recipe that the engine wrote. */
  readonly simpeg: readonly { readonly instansi: string; readonly berkas: string; readonly pemetaan: string }[];
}

/** A table of the answer: columns by name. */
export type Rows = readonly Readonly<Record<string, string>>[];

/** The tables of the answer by their file names, in the columns that the oracle knows. */
export type Answer = Readonly<Record<string, Rows>>;

/** The main job, the slow way. */
export function reconcileSlowly(input: OracleInput): Answer {
  const reference = openReference();
  const bkn = takeUsualNames(readSource('bkn', input.bkn, bknRecipe(), reference));
  const sources = input.simpeg.map(({ instansi, berkas, pemetaan }) =>
    readSource(instansi, berkas, loadRecipe(pemetaan), reference),
  );
  const matches = match(sources, bkn);
  return {
    'selisih.csv': listDifferences(matches.pairs, bkn, new Judge(reference, bkn)),
    'pasangan.csv': matches.pairs.map(pairRow),
    'hanya-simpeg.csv': listSimpegOnly(matches),
    'hanya-bkn.csv': listBknOnly(matches, sources, bkn),
    'ganda.csv': listDuplicates(matches, sources, bkn),
    'karantina.csv': [bkn, ...sources].flatMap(({ quarantine }) =>
      quarantine.map((line) => ({ ...line, baris: String(line.baris) })),
    ),
  };
}

function listDifferences(pairs: readonly Pair[], bkn: Source, judge: Judge): Rows {
  const compared = pairs.flatMap((pair) => comparePair(pair, bkn, judge));
  return judgeLocalCodes(compared, judge)
    .filter(({ verdict }) => verdict !== 'sama')
    .map(({ pair, field, simpeg, bkn: other, verdict }) => {
      const [nip, nilaiSimpeg, nilaiBkn] = [of(pair.bkn, 'nip'), written(simpeg), written(other)];
      return {
        instansi: pair.source.instansi,
        nip,
        kolom: field.nama,
        nilai_simpeg: nilaiSimpeg,
        nilai_bkn: nilaiBkn,
        kelas: verdict,
        sebab: sebabOf(field, nilaiSimpeg, nilaiBkn, nip, verdict === 'beda' ? pair.bkn.values : new Map()),
      };
    });
}

/** Every field that both sides deliver. A column without a single value was not kept: one remark, no difference a person. */
function comparePair(pair: Pair, bkn: Source, judge: Judge): readonly Compared[] {
  const { source, person } = pair;
  const unkept = unkeptOf(source);
  return source.delivered
    .filter((field) => bkn.delivered.includes(field) && !unkept.has(field.nama))
    .map((field) => {
      const [simpeg, other] = [person.values.get(field.nama) ?? KOSONG, pair.bkn.values.get(field.nama) ?? KOSONG];
      const verdict = judge.compare(field, simpeg, other, source.hasMonths);
      return { pair, field, simpeg, bkn: other, verdict };
    });
}

const unkeptBySource = new WeakMap<Source, ReadonlySet<string>>();

function unkeptOf(source: Source): ReadonlySet<string> {
  const known = unkeptBySource.get(source) ?? listUnkept(source);
  unkeptBySource.set(source, known);
  return known;
}

function pairRow({ source, person, bkn, cara, skor }: Pair): Rows[number] {
  return {
    instansi: source.instansi,
    baris_simpeg: String(person.baris),
    baris_bkn: String(bkn.baris),
    nip_simpeg: of(person, 'nip'),
    nip_bkn: of(bkn, 'nip'),
    cara,
    skor,
  };
}

function listSimpegOnly({ lone }: Matches): Rows {
  return lone.map(({ source, person, movedTo, cara }) => ({
    instansi: source.instansi,
    nip: of(person, 'nip'),
    // The engine keeps no name of a row whose number found somebody: it shows the name that BKN has for that person.
    nama: movedTo && (cara === 'pns_id' || cara === 'nip') ? of(movedTo, 'nama') : foldNama(of(person, 'nama')),
  }));
}

function listBknOnly({ pairs }: Matches, sources: readonly Source[], bkn: Source): Rows {
  const paired = new Set(pairs.map((pair) => pair.bkn));
  const offices = new Set(sources.map(({ instansi }) => instansi));
  return bkn.people
    .filter((person) => !paired.has(person) && offices.has(instansiOf(person, 'instansi')))
    .map((person) => ({
      instansi: instansiOf(person, 'instansi'),
      nip: of(person, 'nip'),
      nama: of(person, 'nama'),
    }));
}

/** Rows of one file that bear one NIP, and rows that claim one person of BKN. */
function listDuplicates({ pairs, surplus, lone }: Matches, sources: readonly Source[], bkn: Source): Rows {
  const lines = new Map<string, Rows[number]>();
  const add = (nip: string, instansi: string, baris: number, jenis: string): void => {
    lines.set(`${instansi} ${baris} ${jenis}`, { nip, instansi, baris: String(baris), jenis });
  };
  for (const { instansi, people } of [bkn, ...sources]) {
    for (const [nip, same] of Map.groupBy(people, (person) => of(person, 'nip'))) {
      if (nip !== '' && same.length > 1) for (const { baris } of same) add(nip, instansi, baris, 'dalam_berkas');
    }
  }
  for (const { source, person, bkn: claimed } of surplus) {
    // The claim that won counts also where it made no pair, because BKN has the person at a third office.
    const won = pairs.find((pair) => pair.bkn === claimed) ?? lone.find(({ movedTo }) => movedTo === claimed);
    const jenis = won && won.source.instansi !== source.instansi ? 'dua_instansi' : 'dalam_berkas';
    add(of(claimed, 'nip'), source.instansi, person.baris, jenis);
    if (won) add(of(claimed, 'nip'), won.source.instansi, won.person.baris, jenis);
  }
  return [...lines.values()];
}
