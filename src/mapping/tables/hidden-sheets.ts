import { partsOf, type Source } from '#formats';

/** Sheets that whoever opens a workbook does not see, and which are not read. */
export interface HiddenSheets {
  readonly lembar: readonly string[];
  readonly kalimat: string;
}

/** The hidden sheets of a delivery, of all its workbooks where it is an archive or a folder; undefined where there are none. */
export function findHiddenSheets({ tables }: Source): HiddenSheets | undefined {
  const names = tables.flatMap((table) => [
    ...(table.hidden ?? []),
    ...partsOf(table).flatMap(({ hidden = [] }) => hidden),
  ]);
  const lembar = [...new Set(names)];
  if (lembar.length === 0) return undefined;
  const listed = lembar.map((name) => `"${name}"`).join(', ');
  const kalimat = `lembar tersembunyi tidak dibaca: ${listed}. Bila memuat pegawai, tampilkan lembar itu (klik kanan nama lembar, Unhide), lalu kirim lagi.`;
  return { lembar, kalimat };
}
