import type { LocalDate } from '#kernel/local-date.ts';
import { compareText, foldText } from '#kernel/text.ts';
import { foldBknId } from '#rules/bkn-id.ts';
import { type CrosswalkBook, type CrosswalkEntry, isInForce } from './entry.ts';
import { isShareable } from './privacy.ts';

/** What other instansi confirmed for the same words, one line an id of BKN. */
export interface Offer {
  readonly kolom: string;
  readonly label: string;
  readonly id: string;
  readonly nama: string;
  /** Who confirmed it, ascending. */
  readonly instansi: readonly string[];
  /** People who bore it out there, and who did not. */
  readonly dukungan: number;
  readonly bertentangan: number;
  /** Other instansi say another id for these words. */
  readonly isDisputed: boolean;
}

export interface OfferQuery {
  readonly book: CrosswalkBook;
  /** For whom. */
  readonly instansi: string;
  readonly per: LocalDate | undefined;
  readonly hasNationalList: (kolom: string) => boolean;
  /** Two ids of one list that mean the same thing are no dispute. */
  readonly isSame: (kolom: string, idA: string, idB: string) => boolean;
}

/** Offers by field and folded words, the best first: by how many instansi, then by how many people. */
export type Offers = ReadonlyMap<string, readonly Offer[]>;

export const offerKey = (kolom: string, label: string): string => JSON.stringify([kolom, foldText(label)]);

/**
 * What an instansi may take over from the others. What it has decided itself about the same words and id is left out: accepted needs no
 * offer, rejected is not offered again.
 */
export function listOffers({ book, instansi, per, hasNationalList, isSame }: OfferQuery): Offers {
  const decided = new Set(
    (book.get(instansi) ?? [])
      .filter(({ status }) => status !== 'diganti')
      .map(({ kolom, label, id }) => JSON.stringify([offerKey(kolom, label), foldBknId(id)])),
  );
  const byWords = new Map<string, Draft[]>();
  for (const other of [...book.keys()].toSorted(compareText)) {
    if (other === instansi) continue;
    for (const entry of book.get(other) ?? []) {
      if (!isInForce(entry, per) || !isShareable(entry, hasNationalList)) continue;
      const key = offerKey(entry.kolom, entry.label);
      const drafts = byWords.get(key) ?? [];
      byWords.set(key, drafts);
      addTo(drafts, other, entry, isSame);
    }
  }
  const offers = new Map<string, readonly Offer[]>();
  for (const key of [...byWords.keys()].toSorted(compareText)) {
    const drafts = byWords.get(key) ?? [];
    const list = drafts
      .filter(({ id }) => !decided.has(JSON.stringify([key, foldBknId(id)])))
      .map(({ instansi: who, ...draft }) => ({ ...draft, instansi: [...who], isDisputed: drafts.length > 1 }))
      .toSorted(compareOffers);
    if (list.length > 0) offers.set(key, list);
  }
  return offers;
}

interface Draft extends Omit<Offer, 'instansi' | 'isDisputed'> {
  readonly instansi: Set<string>;
  dukungan: number;
  bertentangan: number;
}

function addTo(drafts: Draft[], instansi: string, entry: CrosswalkEntry, isSame: OfferQuery['isSame']): void {
  const { kolom, label, id, acuan, dukungan, bertentangan } = entry;
  const known = drafts.find((draft) => foldBknId(draft.id) === foldBknId(id) || isSame(kolom, draft.id, id));
  if (!known) {
    drafts.push({ kolom, label, id, nama: acuan.nama, instansi: new Set([instansi]), dukungan, bertentangan });
    return;
  }
  known.instansi.add(instansi);
  known.dukungan += dukungan;
  known.bertentangan += bertentangan;
}

const compareOffers = (a: Offer, b: Offer): number =>
  b.instansi.length - a.instansi.length || b.dukungan - a.dukungan || compareText(a.id, b.id);
