import type { ColumnLook, MappedColumn, WorkbenchAnswer } from '#findings/contract';
import type { StateKind } from '../../ui/glyph.tsx';
import { type Draft, editOf } from './draft.ts';

/** A line of the workbench: a column of the file, what it feeds, and what was decided about it. */
export interface ColumnRow {
  /** Undefined: the recipe has no line for the column, for it must not be read. */
  readonly line: MappedColumn | undefined;
  readonly look: ColumnLook;
  /** Field that it feeds with the decisions of the draft. */
  readonly kanonik: string | null;
  readonly label: string | null;
  readonly state: readonly [StateKind, string];
  /** A person should look at it. */
  readonly isOpen: boolean;
  readonly isDecided: boolean;
  /** It feeds a field of a list, and its values are few enough to decide about one by one. */
  readonly isCodeList: boolean;
}

/** The lines of a workbench with a draft, in the order of the file; secret columns last. Pure. */
export function rowsOf(workbench: WorkbenchAnswer, draft: Draft): readonly ColumnRow[] {
  const { kolom, pemetaan, bidang } = workbench;
  const looks = new Map(kolom.map((look) => [look.nama, look]));
  const apart = tablesApart(workbench, draft);
  const labels = new Map(bidang.map(({ nama, label }) => [nama, label]));
  const coded = new Set(bidang.filter(({ berkode }) => berkode).map(({ nama }) => nama));
  const lines = inOrder(pemetaan, addedLines(draft, pemetaan)).flatMap((line): ColumnRow[] => {
    const look = looks.get(line.sumber);
    if (look === undefined || look.rahasia) return [];
    if (apart.some((prefix) => line.sumber.startsWith(prefix))) return [];
    const edit = editOf(draft, line.letak);
    const kanonik = edit === undefined ? line.kanonik : edit.kanonik;
    const label = kanonik === null ? null : (labels.get(kanonik) ?? (kanonik === line.kanonik ? line.label : kanonik));
    const isOpen = edit === undefined && isDoubtful(line);
    const read = edit?.pembaca ?? line.pembaca;
    const isCodeList = isListOfCodes(read, look) && kanonik !== null && coded.has(kanonik);
    return [
      {
        isCodeList,
        line,
        look,
        kanonik,
        label,
        state: stateOf(line, edit !== undefined, kanonik),
        isOpen,
        isDecided: edit !== undefined,
      },
    ];
  });
  const secret = kolom.filter(({ rahasia }) => rahasia);
  return [
    ...lines,
    ...secret.map(
      (look): ColumnRow => ({
        line: undefined,
        look,
        kanonik: null,
        label: null,
        state: ['none', 'Rahasia'],
        isOpen: false,
        isDecided: false,
        isCodeList: false,
      }),
    ),
  ];
}

/** What columns of tables begin with that are not laid beside the person. */
function tablesApart({ riwayat, aturan }: WorkbenchAnswer, { rules }: Draft): readonly string[] {
  const joined = (rules.gabung ?? aturan.gabung).map(({ tabel, sebagai = tabel }) => `${sebagai}.`);
  return riwayat.map(({ tabel }) => `${tabel}.`).filter((prefix) => !joined.includes(prefix));
}

/** Lines that were added: a column that feeds one more field. */
function addedLines({ edits }: Draft, { length }: readonly MappedColumn[]): readonly MappedColumn[] {
  return edits.flatMap(({ letak, sumber, kanonik }) =>
    letak < length || sumber === undefined || kanonik === null ? [] : [{ ...NEW_LINE, letak, sumber }],
  );
}

const NEW_LINE: Omit<MappedColumn, 'letak' | 'sumber'> = {
  kanonik: null,
  label: null,
  keyakinan: 0,
  tingkat: 'tidak',
  bukti: '',
  cocok: null,
  kandidat: [],
  pembaca: { jenis: 'langsung' },
  cara: 'apa adanya',
};

/** Added lines stand behind those of the same column. */
function inOrder(lines: readonly MappedColumn[], added: readonly MappedColumn[]): readonly MappedColumn[] {
  return lines.flatMap((line, at) => {
    const isLast = !lines.slice(at + 1).some(({ sumber }) => sumber === line.sumber);
    return isLast ? [line, ...added.filter(({ sumber }) => sumber === line.sumber)] : [line];
  });
}

const MOST_CODES = 400;

const isListOfCodes = (pembaca: MappedColumn['pembaca'], { ragam, ragamLebih, tersamar }: ColumnLook): boolean =>
  ragam > 0 &&
  ragam <= MOST_CODES &&
  !ragamLebih &&
  !tersamar &&
  ['langsung', 'kode', 'kode_lokal', 'rujukan'].includes(pembaca.jenis);

const isDoubtful = ({ tingkat, kandidat, kanonik }: MappedColumn): boolean =>
  tingkat === 'lemah' && (kanonik !== null || kandidat.length > 0);

function stateOf(line: MappedColumn, isDecided: boolean, kanonik: string | null): readonly [StateKind, string] {
  if (isDecided) return kanonik === null ? ['none', 'Tidak dipakai'] : ['ok', 'Diputuskan'];
  if (isDoubtful(line)) return ['warn', kanonik === null ? 'Perlu dilihat' : 'Lemah'];
  if (kanonik === null) return ['none', 'Tidak dipakai'];
  return ['ok', line.tingkat === 'pasti' ? 'Pasti' : 'Kuat'];
}

export const FILTERS = ['semua', 'perlu', 'tidak', 'diubah'] as const;
export type Filter = (typeof FILTERS)[number];

export const isIn: Readonly<Record<Filter, (row: ColumnRow) => boolean>> = {
  semua: () => true,
  perlu: ({ isOpen }) => isOpen,
  tidak: ({ kanonik, isOpen }) => kanonik === null && !isOpen,
  diubah: ({ isDecided }) => isDecided,
};
