import { type DateFacts, type DateOrder, datesOf, type LooseDate } from '../sample/date-facts.ts';
import { agreesWithBirth, agreesWithTmtCpns, FEW, liesNearTmtCpns, type Yardstick } from './yardstick.ts';

/** The order of a column's dates, and what decided it. */
export interface OrderFinding {
  readonly order: DateOrder;
  /** False: nothing in the column decides; the order is only the usual one. */
  readonly isDecided: boolean;
  readonly bukti: string;
}

/** Agreement with the NIP from which an order is proved, and the lead it needs over the other one. */
const PROOF = 0.6;
const LEAD = 0.2;
const LEAD_NEAR = 0.35;
/** Of fewer dates nearly all must lie near. */
const ENOUGH = 20;
const PROOF_OF_FEW = 0.85;

type Swap = readonly [plain: DateOrder, swapped: DateOrder];

const percent = (share: number): string => `${(share * 100).toFixed(1).replace('.', ',')}%`;

/**
 * Decides for the whole column whether day or month stands first: by the NIP where birth date or TMT CPNS are concerned, by numbers
 * above 12, then by the first of the month, on which dates of effect fall. Where some cells have the year in front and others at the
 * end, each form is judged by itself: a month behind the year says nothing of "01-04-2022".
 */
export function findDateOrder(facts: DateFacts, yardstick: Yardstick): OrderFinding {
  if (facts.loose.length === 0) return { order: 'dmy', isDecided: true, bukti: 'tanggal hanya dapat dibaca satu cara' };
  const front = facts.loose.filter(({ yearFirst }) => yearFirst);
  const end = facts.loose.filter(({ yearFirst }) => !yearFirst);
  const inFront = judgeForm({ ...facts, loose: front }, yardstick, ['ymd', 'ydm']);
  const atEnd = judgeForm({ ...facts, loose: end }, yardstick, ['dmy', 'mdy']);
  const halfRead = isHalfRead(front, end) && inFront?.order !== 'ymd' ? HALF_READ : undefined;
  const swapped = [halfRead, facts.yearFirst ? inFront : atEnd, facts.yearFirst ? atEnd : inFront];
  return (
    swapped.find((finding) => finding?.order === 'mdy' || finding?.order === 'ydm') ??
    (facts.yearFirst
      ? (inFront ?? { order: 'ymd', isDecided: true, bukti: 'tahun di depan' })
      : (atEnd ?? {
          order: 'dmy',
          isDecided: false,
          bukti: 'urutan hari dan bulan tidak dapat dipastikan dari isinya',
        }))
  );
}

const HALF_READ: OrderFinding = {
  order: 'ydm',
  isDecided: true,
  bukti: 'hanya hari di atas 12 yang masih tertulis sebagai teks: yang lain tertukar hari dan bulannya',
};

/**
 * Opened where the month comes first, a spreadsheet turns "05/03/2019" into the third of May and keeps "25/03/2019" as a text: no
 * date with the year in front has a number above 12, and every other one begins with such.
 */
function isHalfRead(front: readonly LooseDate[], end: readonly LooseDate[]): boolean {
  const isRead = front.every(({ first, second }) => first <= 12 && second <= 12);
  return isRead && front.length >= FEW && end.length >= 2 && end.every(({ first }) => first > 12);
}

function judgeForm(facts: DateFacts, yardstick: Yardstick, swap: Swap): OrderFinding | undefined {
  if (facts.loose.length === 0) return undefined;
  return byNip(facts, yardstick, swap) ?? byRange(facts.loose, swap) ?? byFirstOfMonth(facts.loose, swap);
}

/** Whether the two orders read different dates. */
const isOpen = ({ first, second }: LooseDate): boolean => first <= 12 && second <= 12 && first !== second;

function byNip(facts: DateFacts, yardstick: Yardstick, [plain, swapped]: Swap): OrderFinding | undefined {
  const open = { ...facts, loose: facts.loose.filter(isOpen), sure: [] };
  const tests = [
    [agreesWithBirth, facts, 'digit 1-8 NIP', LEAD],
    [agreesWithTmtCpns, facts, 'digit 9-14 NIP', LEAD],
    // Near is a wide word: dates that read the same both ways would hide which order is right, and a few fall there by chance.
    [liesNearTmtCpns, open, 'bulan-bulan sekitar digit 9-14 NIP', LEAD_NEAR],
  ] as const;
  for (const [test, dates, what, lead] of tests) {
    const [a, b] = [plain, swapped].map((order) => ({ order, ...test(yardstick, datesOf(dates, order)) }));
    if (!a || !b) continue;
    const [best, other] = b.share > a.share ? [b, a] : [a, b];
    const isExact = test !== liesNearTmtCpns && best.judged >= 2 && best.share === 1 && other.share === 0;
    if (isExact) return { order: best.order, isDecided: true, bukti: `semuanya cocok dengan ${what}` };
    const proof = best.judged < ENOUGH && test === liesNearTmtCpns ? PROOF_OF_FEW : PROOF;
    if (best.judged < FEW || best.share < proof || best.share - other.share < lead) continue;
    return { order: best.order, isDecided: true, bukti: `${percent(best.share)} cocok dengan ${what}` };
  }
  return undefined;
}

/**
 * Numbers above 12 can only be days. Where both places hold some, a spreadsheet has swapped what it could read month-first
 * and left the rest, so the many small ones decide.
 */
function byRange(loose: readonly LooseDate[], [plain, swapped]: Swap): OrderFinding | undefined {
  const dayFirst = plain === 'dmy';
  const high = (place: 'first' | 'second'): number => loose.filter((date) => date[place] > 12).length;
  const asPlain = high(dayFirst ? 'first' : 'second');
  const asSwapped = high(dayFirst ? 'second' : 'first');
  const many = loose.length;
  if (asSwapped > asPlain && asSwapped >= Math.max(2, many * 0.02)) {
    return {
      order: swapped,
      isDecided: true,
      bukti: `${asSwapped} dari ${many} nilai hanya mungkin bulan lebih dahulu`,
    };
  }
  // a swapped column keeps its days above 12 as they were, and a true one has them too: the rest decides
  const rest = loose.filter(({ first, second }) => first <= 12 && second <= 12);
  if (asPlain >= Math.max(2, many * 0.02) && (!looksSwapped(rest, dayFirst) || isJanuary(loose, dayFirst))) {
    return {
      order: plain,
      isDecided: true,
      bukti: `${asPlain} dari ${many} nilai hanya mungkin ${dayFirst ? 'hari' : 'bulan'} lebih dahulu`,
    };
  }
  return undefined;
}

function byFirstOfMonth(loose: readonly LooseDate[], [plain, swapped]: Swap): OrderFinding | undefined {
  const dayFirst = plain === 'dmy';
  const rest = loose.filter(isOpen);
  if (rest.length < FEW) return undefined;
  if (looksSwapped(rest, dayFirst)) {
    return {
      order: swapped,
      // inaugurations of many in the first days of January look nearly the same: neighbouring columns may know better
      isDecided: !dayFirst || januaryShare(rest, dayFirst) >= ALL_JANUARY,
      bukti: 'hampir semua bernilai bulan Januari dengan hari 1-12: hari dan bulan tertukar',
    };
  }
  const ones = rest.filter((date) => date[dayFirst ? 'first' : 'second'] === 1).length / rest.length;
  return ones >= 0.5 ? { order: plain, isDecided: true, bukti: `${percent(ones)} jatuh pada tanggal 1` } : undefined;
}

/** Days above 12, which no swap reaches, lie in January too: the column is about January. */
function isJanuary(loose: readonly LooseDate[], dayFirst: boolean): boolean {
  const sure = loose.filter(({ first, second }) => (dayFirst ? first : second) > 12);
  const january = sure.filter(({ first, second }) => (dayFirst ? second : first) === 1);
  return sure.length > 0 && january.length > sure.length * 0.5;
}

/** Share of dates in January, read plainly, where everything is swapped. */
const ALL_JANUARY = 0.9;

function januaryShare(loose: readonly LooseDate[], dayFirst: boolean): number {
  return loose.filter(({ first, second }) => (dayFirst ? second : first) === 1).length / Math.max(1, loose.length);
}

/** Read plainly, nearly everything falls into January on changing days: the ones are days in the month's place. */
function looksSwapped(loose: readonly LooseDate[], dayFirst: boolean): boolean {
  const unequal = loose.filter(({ first, second }) => first !== second);
  if (unequal.length < FEW) return false;
  const january = januaryShare(unequal, dayFirst);
  const firsts = unequal.filter(({ first, second }) => (dayFirst ? first : second) === 1).length / unequal.length;
  return january >= 0.5 && january > firsts * 3;
}
