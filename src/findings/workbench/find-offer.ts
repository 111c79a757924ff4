import type { Source } from '#formats';
import { isSameStructure, type Recipe, type RecipeVersion } from '#mapping';

/** The recipe of other instansi whose files have the structure of a delivery. */
export interface FoundOffer {
  /** How many instansi have the structure. */
  readonly instansi: number;
  /** What most of them read it by. */
  readonly version: RecipeVersion;
}

/** What is offered for a source, if anything; of several recipes the one that most instansi share, the first of equals. */
export function findOffer(source: Source, versions: readonly RecipeVersion[]): FoundOffer | undefined {
  const same = versions.filter((version) => isSameStructure(source, version, undefined));
  const alike = [...Map.groupBy(same, ({ pemetaan }) => readingOf(pemetaan)).values()];
  const most = alike.toSorted((a, b) => b.length - a.length)[0]?.[0];
  return most && { instansi: same.length, version: most };
}

/** Which column feeds which field how; codes apart. */
const readingOf = ({ kolom }: Recipe): string =>
  kolom
    .filter(({ kanonik }) => kanonik !== null)
    .map(({ sumber, kanonik, pembaca: { jenis } }) => JSON.stringify([sumber, kanonik, jenis]))
    .toSorted()
    .join('\n');

/** What the workbench tells of an offer. */
export function describeOffer({ instansi, version: { pemetaan } }: FoundOffer) {
  const mapped = pemetaan.kolom.filter(({ kanonik }) => kanonik !== null);
  const kode = mapped.flatMap(({ sumber, silang = [] }) =>
    silang.map((row) => ({ kolom: sumber, kode: row.kode, arti: row.bkn, dukungan: row.dukungan })),
  );
  return { instansi, kolom: mapped.length, kode: kode.slice(0, MOST_CODES) };
}

const MOST_CODES = 60;
