/**
 * Base pay of PNS by golongan and years of service: PP 15/2019 (from 1 January 2019) and PP 5/2024 (from 1 January 2024), in
 * hundreds of rupiah, one golongan a line from I/a to IV/e, one figure a step. Checked against each other: each figure of 2024 is
 * 1.0799 to 1.0800 times that of 2019, each step of two years 1.0315 times the one before.
 */
const PP_15_2019: readonly string[] = [
  '15608 16100 16607 17130 17669 18226 18800 19392 20003 20633 21283 21953 22644 23358', // I/a
  '17045 17582 18136 18707 19296 19904 20531 21177 21844 22532 23242 23974 24729', // I/b
  '17766 18326 18903 19498 20112 20746 21399 22073 22768 23485 24225 24988 25775', // I/c
  '18518 19101 19702 20323 20963 21623 22304 23007 23731 24479 25250 26045 26865', // I/d
  '20222 20541 21188 21855 22543 23253 23986 24741 25520 26324 27153 28008 28891 29800 30739 31707 32706 33736', // II/a
  '22084 22779 23497 24237 25000 25788 26600 27438 28302 29193 30112 31061 32039 33048 34089 35163', // II/b
  '23018 23743 24491 25262 26058 26878 27725 28598 29499 30428 31386 32375 33394 34446 35531 36650', // II/c
  '23992 24747 25527 26331 27160 28015 28898 29808 30747 31715 32714 33744 34807 35903 37034 38200', // II/d
  '25794 26607 27445 28309 29201 30120 31069 32047 33057 34098 35172 36279 37422 38601 39816 41070 42364', // III/a
  '26885 27732 28605 29506 30436 31394 32383 33403 34455 35540 36659 37814 39005 40233 41501 42808 44156', // III/b
  '28023 28905 29815 30755 31723 32722 33753 34816 35912 37043 38210 39414 40655 41935 43256 44618 46024', // III/c
  '29208 30128 31077 32055 33065 34106 35181 36289 37431 38610 39826 41081 42375 43709 45086 46506 47970', // III/d
  '30443 31402 32391 33411 34464 35549 36669 37824 39015 40244 41511 42818 44167 45558 46993 48473 50000', // IV/a
  '31731 32731 33761 34825 35921 37053 38220 39424 40665 41946 43267 44630 46035 47485 48981 50523 52115', // IV/b
  '33073 34115 35189 36298 37441 38620 39836 41091 42385 43720 45097 46518 47983 49494 51053 52661 54319', // IV/c
  '34472 35558 36678 37833 39025 40254 41522 42829 44178 45570 47005 48485 50012 51587 53212 54888 56617', // IV/d
  '35931 37062 38229 39433 40675 41957 43278 44641 46047 47497 48993 50536 52128 53770 55463 57210 59012', // IV/e
];

const PP_5_2024: readonly string[] = [
  '16857 17388 17935 18500 19083 19684 20304 20943 21603 22283 22985 23709 24455 25226', // I/a
  '18408 18988 19586 20203 20839 21496 22173 22871 23591 24334 25101 25891 26707', // I/b
  '19187 19791 20415 21058 21721 22405 23111 23839 24589 25364 26163 26987 27837', // I/c
  '19999 20629 21278 21948 22640 23353 24088 24847 25629 26437 27269 28128 29014', // I/d
  '21840 22184 22882 23603 24346 25113 25904 26720 27562 28430 29325 30249 31201 32184 33198 34243 35322 36434', // II/a
  '23850 24601 25376 26175 27000 27850 28727 29632 30565 31528 32521 33545 34602 35692 36816 37975', // II/b
  '24859 25642 26450 27283 28142 29028 29943 30886 31858 32862 33897 34964 36065 37201 38373 39582', // II/c
  '25911 26727 27568 28437 29332 30256 31209 32192 33206 34252 35331 36443 37591 38775 39996 41256', // II/d
  '27857 28735 29640 30573 31536 32529 33554 34611 35701 36825 37985 39181 40415 41688 43001 44355 45752', // III/a
  '29036 29950 30893 31866 32870 33905 34973 36075 37211 38383 39592 40839 42125 43451 44820 46232 47688', // III/b
  '30264 31217 32200 33214 34260 35339 36452 37601 38785 40006 41266 42566 43907 45289 46716 48187 49705', // III/c
  '31544 32537 33562 34619 35710 36834 37994 39191 40425 41699 43012 44367 45764 47205 48692 50225 51807', // III/d
  '32878 33914 34982 36084 37220 38392 39602 40849 42135 43462 44831 46243 47700 49202 50752 52350 53999', // IV/a
  '34269 35348 36462 37610 38795 40016 41277 42577 43918 45301 46728 48199 49717 51283 52898 54564 56283', // IV/b
  '35719 36844 38004 39201 40436 41709 43023 44378 45775 47217 48704 50238 51820 53452 55136 56872 58664', // IV/c
  '37230 38402 39612 40859 42146 43473 44843 46255 47712 49214 50764 52363 54012 55714 57468 59278 61145', // IV/d
  '38804 40027 41287 42587 43929 45312 46739 48211 49730 51296 52912 54578 56297 58070 59899 61786 63732', // IV/e
];

interface PayTable {
  /** First month in force, as year x 12 + month - 1. */
  readonly from: number;
  readonly rows: readonly (readonly number[])[];
}

/** Newest first. */
const TABLES: readonly PayTable[] = [
  { from: 2024 * 12, rows: PP_5_2024.map(readRow) },
  { from: 2019 * 12, rows: PP_15_2019.map(readRow) },
];

const I_A = 0;
const II_A = 4;
const III_A = 8;

function readRow(text: string): readonly number[] {
  return text.split(' ').map((hundreds) => Number(hundreds) * 100);
}

/** The years of service of the first step: a D-III begins in II/c with three years (PP 7/1977 and its annexes). */
export function firstGajiStep(golongan: number): number {
  return golongan === I_A || golongan === II_A || golongan >= III_A ? 0 : 3;
}

/**
 * The steps of years of service at which pay rises: even years in I/a, III and IV, odd ones in I/b to I/d and II, where II/a begins
 * with 0 and 1. `golongan` is the place on the ladder from 0 (I/a) to 16 (IV/e).
 */
export function isGajiStep(golongan: number, years: number): boolean {
  if (golongan === II_A && years === 0) return true;
  const odd = golongan !== I_A && golongan < III_A;
  const first = golongan === II_A ? 1 : firstGajiStep(golongan);
  return years >= first && years <= lastGajiStep(golongan) && (years % 2 === 1) === odd;
}

/** The years of service of the last step, after which there is no periodic raise. */
export function lastGajiStep(golongan: number): number {
  if (golongan === I_A) return 26;
  if (golongan < II_A) return 27;
  return golongan < III_A ? 33 : 32;
}

/**
 * Base pay in rupiah for a golongan (0 to 16), whole years of service and a month (year x 12 + month - 1): the highest step that has
 * been reached. Undefined before 2019, whose tables are not held, and below the first step.
 */
export function gajiPokok(golongan: number, years: number, month: number): number | undefined {
  const row = TABLES.find((table) => table.from <= month)?.rows[golongan];
  if (!row || years < firstGajiStep(golongan)) return undefined;
  return row[Math.min(stepIndex(golongan, years), row.length - 1)];
}

const AMOUNTS: ReadonlySet<number> = new Set(TABLES.flatMap(({ rows }) => rows.flat()));

/** Whether an amount in rupiah stands in one of the tables at all. */
export const isGajiPokok = (rupiah: number): boolean => AMOUNTS.has(rupiah);

function stepIndex(golongan: number, years: number): number {
  if (golongan === II_A) return years < 1 ? 0 : 1 + Math.trunc((years - 1) / 2);
  return Math.trunc((years - firstGajiStep(golongan)) / 2);
}
