import { type Case, type CaseKey, type CaseRow, type DecisionRow, moverOf, onDay, type StoredRuling } from '#decisions';
import { describeCause, labelOf } from '../causes.ts';
import { CLASS_LABELS } from '../contract.ts';
import { type Display, isMasked, maskValue } from '../display.ts';

/** Who asks, as far as it counts for what may be done with a decision. */
export interface Asker {
  readonly penggunaId: string;
  readonly memutuskan: boolean;
  readonly mengesahkan: boolean;
}

/** A decision as the list of them shows it; `names` are those of users. Pure. */
export function showDecision(ruling: StoredRuling, asker: Asker, names: ReadonlyMap<string, string>): DecisionRow {
  const { instansi, keputusan, pilihan, catatan, perkara, keadaan, pada } = ruling;
  const by = keadaan === 'diurungkan' ? ruling.diurungkanOleh : ruling.disahkanOleh;
  return {
    instansi,
    keputusan,
    pilihan,
    catatan,
    perkara,
    keadaan,
    pada,
    kalimat: describeChosen(ruling.saringan, perkara),
    oleh: names.get(ruling.oleh) ?? '',
    keadaanOleh: by === null ? null : (names.get(by) ?? ''),
    boleh: stepsOf(ruling, asker),
  };
}

/** What somebody may do with a decision now. */
function stepsOf({ keadaan, oleh }: StoredRuling, asker: Asker): DecisionRow['boleh'] {
  const isOther = oleh !== asker.penggunaId;
  return [
    ...(keadaan === 'menunggu' && asker.mengesahkan && isOther ? (['sahkan', 'tolak'] as const) : []),
    ...((keadaan === 'menunggu' || keadaan === 'berlaku') && asker.memutuskan ? (['urungkan'] as const) : []),
  ];
}

const classes: Readonly<Record<string, string>> = CLASS_LABELS;

/** What was decided about, in words. */
function describeChosen({ sebab, bidang, kelas, cari }: StoredRuling['saringan'], perkara: number): string {
  const parts = [
    sebab === undefined ? undefined : describeCause(sebab),
    bidang === undefined || sebab?.startsWith(`${bidang}.`) === true ? undefined : labelOf(bidang),
    kelas === undefined ? undefined : (classes[kelas] ?? kelas).toLowerCase(),
    cari === undefined ? undefined : `pencarian "${cari}"`,
  ].filter((part) => part !== undefined);
  if (parts.length > 0) return parts.join(', ');
  return perkara === 1 ? 'Satu selisih' : 'Selisih yang dipilih';
}

/** Where a single case stands on a day, as lists and the page of a person show it; one that nothing happened to is open. Pure. */
export function showCase(
  key: CaseKey,
  found: Case | undefined,
  {
    display,
    names,
    hari,
  }: { readonly display: Display; readonly names: ReadonlyMap<string, string>; readonly hari: string },
): CaseRow {
  const { orang, bidang } = key;
  const { versi = 0, oleh } = found ?? {};
  const life = found && onDay(found.life, hari);
  const show = (value: string | undefined): string | null =>
    value === undefined || value === '' ? null : isMasked(bidang) ? maskValue(value) : display(bidang, value);
  return {
    orang,
    bidang,
    versi,
    tahap: life?.tahap ?? 'terbuka',
    pilihan: life?.putusan?.pilihan ?? null,
    nilai: show(life?.putusan?.nilai),
    tunda: life?.putusan?.tunda ?? null,
    oleh: oleh === undefined || life?.putusan === undefined ? null : (names.get(oleh) ?? ''),
    terbukaKarena: life?.terbukaKarena ?? null,
    sepakat: show(life?.sepakat?.bkn),
    bergerak: life ? moverOf(life) : 'belum-pernah-sama',
  };
}
