import { number } from '#kernel/number-format.ts';
import type { DeliveryDetail, Effect, Gate } from './contract.ts';

/** A delivery as the gates see it: what the file is like, without a person in it. */
export interface GateProfile {
  readonly baris: number;
  /** Share of empty cells by field, 0-1. */
  readonly kosong: Readonly<Record<string, number>>;
  /** Share of rows with a usable NIP, 0-1. */
  readonly nipSah: number;
  /** Columns of the file that are read. */
  readonly kolom: readonly string[];
  /** By field the column that it is read from; undefined in what earlier versions kept, and of BKN's file, whose columns are its fields. */
  readonly sumber?: Readonly<Record<string, string>> | undefined;
}

export interface GateInput {
  readonly kini: GateProfile;
  /** The delivery that is published now; undefined for the first. */
  readonly lalu: GateProfile | undefined;
  readonly akibat: Effect;
  /** How the structure was understood, in a sentence, and how much of it a person is asked. */
  readonly struktur: { readonly cara: StructureWay; readonly kalimat: string; readonly ditanyakan: number };
  /** People whose value of a field changes, most first. */
  readonly kolomBerubah: readonly { readonly label: string; readonly orang: number }[];
  readonly labelOf: (bidang: string) => string;
  /** Tables of people in the file that are not read, with the people who stand only there; undefined: none, or the file is one table. */
  readonly takTerbaca?: readonly UnreadTable[] | undefined;
}

export interface UnreadTable {
  readonly tabel: string;
  readonly baris: number;
  readonly orang: number;
}

export type StructureWay = NonNullable<DeliveryDetail['struktur']>['cara'];

/** Settings, not law: beyond them somebody has to say why. Below `perhatian` nothing is remarked. */
export const LIMITS = {
  jumlahBaris: 0.02,
  isianKosong: 0.05,
  orangHilang: 0.01,
  perubahanSerentak: 0.1,
  nipSah: 0.995,
} as const;

/** All gates in the order of the screen. Pure. */
export function judgeGates(input: GateInput): readonly Gate[] {
  const { takTerbaca = [] } = input;
  return [
    ...[judgeRecipe, judgeRows, judgeEmpty, judgeGone, judgeChange, judgeNip, judgeColumns].map((judge) =>
      judge(input),
    ),
    ...(takTerbaca.length === 0 ? [] : [judgeTables(takTerbaca)]),
  ];
}

const percent = (share: number, digits = 1): string =>
  `${(share * 100).toLocaleString('id-ID', { maximumFractionDigits: digits })}%`;

const FIRST = 'Kiriman pertama, belum ada pembandingnya.';
const first = (gerbang: Gate['gerbang'], kiriman: string, batas: string): Gate => ({
  gerbang,
  hasil: 'lewat',
  kalimat: FIRST,
  kiriman,
  batas,
});

const WAYS: Readonly<Record<StructureWay, string>> = {
  'resep-cocok': 'dikenal',
  'resep-bergeser': 'bergeser',
  'usulan-baru': 'baru',
};

/** A structure that nobody has confirmed, or of which something is asked, must not be read unseen. */
function judgeRecipe({ struktur: { cara, kalimat, ditanyakan } }: GateInput): Gate {
  const isHeld = cara === 'usulan-baru' || ditanyakan > 0;
  const hasil = isHeld ? 'menahan' : cara === 'resep-cocok' ? 'lewat' : 'perhatian';
  return { gerbang: 'pemetaan', hasil, kalimat, kiriman: WAYS[cara], batas: 'disahkan' };
}

function judgeRows({ kini, lalu }: GateInput): Gate {
  const [kiriman, batas] = [number.format(kini.baris), `±${percent(LIMITS.jumlahBaris)}`];
  if (!lalu) return first('jumlah-baris', kiriman, batas);
  const change = lalu.baris === 0 ? 0 : (kini.baris - lalu.baris) / lalu.baris;
  const isHeld = Math.abs(change) > LIMITS.jumlahBaris;
  const kalimat =
    kini.baris === lalu.baris
      ? `Jumlah baris tetap ${number.format(kini.baris)}.`
      : `Jumlah baris ${change > 0 ? 'bertambah' : 'berkurang'} ${percent(Math.abs(change))}, dari ${number.format(lalu.baris)} menjadi ${number.format(kini.baris)}.`;
  return { gerbang: 'jumlah-baris', hasil: isHeld ? 'menahan' : 'lewat', kalimat, kiriman, batas };
}

function judgeEmpty({ kini, lalu, labelOf }: GateInput): Gate {
  const batas = `+${percent(LIMITS.isianKosong, 0).replace('%', '')} poin`;
  if (!lalu) return first('isian-kosong', '', batas);
  const risen = Object.entries(kini.kosong)
    .map(([bidang, share]) => ({ bidang, rise: share - (lalu.kosong[bidang] ?? share), share }))
    .filter(({ rise }) => rise > LIMITS.isianKosong)
    .toSorted((a, b) => b.rise - a.rise);
  const [worst] = risen;
  if (!worst) {
    const kalimat = 'Tidak ada isian yang menjadi jauh lebih kosong.';
    return { gerbang: 'isian-kosong', hasil: 'lewat', kalimat, kiriman: '0 isian', batas };
  }
  const more = risen.length > 1 ? ` (dan ${risen.length - 1} isian lain)` : '';
  const kalimat = `${labelOf(worst.bidang)} kosong pada ${percent(worst.share)} baris, tadinya ${percent(worst.share - worst.rise)}${more}.`;
  return { gerbang: 'isian-kosong', hasil: 'menahan', kalimat, kiriman: `${risen.length} isian`, batas };
}

function judgeGone({ lalu, akibat }: GateInput): Gate {
  const [kiriman, batas] = [`${number.format(akibat.hilang)} orang`, percent(LIMITS.orangHilang)];
  if (!lalu) return first('orang-hilang', kiriman, batas);
  const share = akibat.sekarang === 0 ? 0 : akibat.hilang / akibat.sekarang;
  const kalimat =
    akibat.hilang === 0
      ? 'Semua pegawai yang terbit sekarang masih ada.'
      : `${number.format(akibat.hilang)} dari ${number.format(akibat.sekarang)} pegawai (${percent(share)}) tidak ada lagi.`;
  return { gerbang: 'orang-hilang', hasil: share > LIMITS.orangHilang ? 'menahan' : 'lewat', kalimat, kiriman, batas };
}

function judgeChange({ lalu, akibat, kolomBerubah }: GateInput): Gate {
  const batas = percent(LIMITS.perubahanSerentak, 0);
  const [most] = kolomBerubah;
  const kiriman = percent(shareOf(most?.orang ?? 0, akibat));
  if (!lalu) return first('perubahan-serentak', '', batas);
  const isHeld = shareOf(most?.orang ?? 0, akibat) > LIMITS.perubahanSerentak;
  const kalimat = most
    ? `Isian yang paling banyak berubah: ${most.label}, pada ${number.format(most.orang)} orang (${kiriman}).`
    : 'Tidak ada isian yang berubah.';
  return { gerbang: 'perubahan-serentak', hasil: isHeld ? 'menahan' : 'lewat', kalimat, kiriman, batas };
}

/** Of the people who are there before and after. */
function shareOf(orang: number, { berubah, tetap }: Effect): number {
  return berubah + tetap === 0 ? 0 : orang / (berubah + tetap);
}

function judgeNip({ kini }: GateInput): Gate {
  const kiriman = percent(kini.nipSah, 2);
  const kalimat = `${kiriman} baris memuat NIP yang sah.`;
  const hasil = kini.nipSah < LIMITS.nipSah ? 'menahan' : 'lewat';
  return { gerbang: 'nip-sah', hasil, kalimat, kiriman, batas: `≥ ${percent(LIMITS.nipSah)}` };
}

function judgeColumns({ kini, lalu }: GateInput): Gate {
  const kiriman = `${kini.kolom.length} kolom`;
  if (!lalu) return first('kolom', kiriman, 'sama');
  const allGone = lalu.kolom.filter((name) => !kini.kolom.includes(name));
  const allCome = kini.kolom.filter((name) => !lalu.kolom.includes(name));
  const renamed = findRenamed(kini, lalu, allGone, allCome);
  const gone = allGone.filter((name) => !renamed.has(name));
  const come = allCome.filter((name) => ![...renamed.values()].includes(name));
  const list = (names: readonly string[]): string => names.slice(0, 5).join(', ');
  const parts = [
    ...(renamed.size > 0
      ? [`berganti nama: ${list([...renamed].map(([old, name]) => `${old} menjadi ${name}`))}`]
      : []),
    ...(gone.length > 0 ? [`tidak ada lagi: ${list(gone)}`] : []),
    ...(come.length > 0 ? [`baru: ${list(come)}`] : []),
  ];
  const kalimat = parts.length === 0 ? 'Kolomnya sama seperti kiriman terbit.' : `Kolom ${parts.join('; ')}.`;
  const hasil = gone.length > 0 ? 'menahan' : parts.length > 0 ? 'perhatian' : 'lewat';
  return { gerbang: 'kolom', hasil, kalimat, kiriman, batas: 'sama' };
}

/** Columns that are gone whose field is read from a column that is new: the same under another name, old name to new. */
function findRenamed(
  { sumber: now = {} }: GateProfile,
  { sumber: before = {} }: GateProfile,
  gone: readonly string[],
  come: readonly string[],
): ReadonlyMap<string, string> {
  const pairs = Object.entries(before).flatMap(([field, old]): [string, string][] => {
    const name = now[field];
    return name !== undefined && gone.includes(old) && come.includes(name) ? [[old, name]] : [];
  });
  return new Map(pairs);
}

/** People in a table of the same file that is not read would be missing without a word. */
function judgeTables(tables: readonly UnreadTable[]): Gate {
  const missing = tables.filter(({ orang }) => orang > 0);
  const kiriman = `${number.format(missing.reduce((sum, { orang }) => sum + orang, 0))} orang`;
  const list = (missing.length === 0 ? tables : missing)
    .slice(0, 3)
    .map(({ tabel, baris, orang }) => `"${tabel}" (${number.format(baris)} baris, ${number.format(orang)} orang)`)
    .join(', ');
  return missing.length === 0
    ? {
        gerbang: 'tabel',
        hasil: 'lewat',
        kalimat: `Semua orang di ${list} ada pula di tabel yang dibaca.`,
        kiriman,
        batas: '0 orang',
      }
    : {
        gerbang: 'tabel',
        hasil: 'menahan',
        kalimat: `Tidak dibaca, padahal orangnya tidak ada di tabel yang dibaca: ${list}. Samakan judul kolomnya dengan tabel itu, lalu kirim lagi.`,
        kiriman,
        batas: '0 orang',
      };
}
