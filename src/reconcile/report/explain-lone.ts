import type { LocalDate } from '#kernel/local-date.ts';
import { tmtPensiun } from '#rules/bup.ts';
import { instansiName } from '../instansi-code.ts';
import type { FileRead } from '../protocol.ts';
import type { BknPeople } from '../settle/bkn-people.ts';
import { listInactive, nipKey } from '../settle/inactive.ts';
import type { PersonKey } from '../settle/person-key.ts';
import type { LoneReason, LoneRow, Settlement } from '../settle/settle.ts';

/** Lowest age limit of a PNS in years (UU 20/2023 Ps. 55; see #rules/bup.ts). */
const BUP_TERENDAH = 58;

/** Contract numbers of PPPK stand where a PNS has the month of appointment: 21 to 29. */
function isPppk([high, low]: readonly [number, number]): boolean {
  const month = Math.trunc(low / 10_000) % 100;
  return high > 0 && month >= 21 && month <= 29;
}

/** Whether the lowest age limit (58) has passed on that day; posts with a higher one make it a guess. */
function isPastRetirement(key: PersonKey | undefined, per: LocalDate | undefined): boolean {
  if (!key || key.tanggalLahir === 0 || per === undefined) return false;
  return tmtPensiun(key.tanggalLahir as LocalDate, BUP_TERENDAH) <= per;
}

/** The likely reason why BKN does not have a Simpeg row, in words; '' where none is found. */
export function explainLoneRow(
  row: LoneRow,
  reason: LoneReason,
  people: BknPeople,
  per: LocalDate | undefined,
): string {
  switch (reason.jenis) {
    case 'pindah':
      return `menurut BKN pegawai ${instansiName(reason.instansi)}`;
    case 'nip_orang_lain':
      return `NIP ini di BKN milik orang lain (baris ${people.dataRow(reason.record)})`;
    case 'mungkin':
      return `mungkin sama dengan BKN baris ${people.dataRow(reason.record)} (skor ${reason.score.toFixed(1)}); periksa`;
    case 'tidak_ada':
      if (isPppk(row.nip)) return 'PPPK, tidak ada di data BKN';
      return isPastRetirement(row.key, per) ? 'mungkin sudah pensiun: melewati batas usia pensiun terendah' : '';
    default:
      return reason satisfies never;
  }
}

/** The likely reason why no Simpeg row was found for a person of BKN. */
export function explainBknOnly(
  reads: readonly FileRead[],
  settlement: Settlement,
  people: BknPeople,
): (record: number) => string {
  const listedBy = new Map<number, string>();
  const likely = new Map<number, string>();
  for (const { row, reason } of settlement.lone) {
    if (reason.jenis === 'pindah') listedBy.set(reason.record, row.read.instansi);
    if (reason.jenis === 'mungkin')
      likely.set(
        reason.record,
        `mungkin sama dengan Simpeg baris ${row.dataRow} (skor ${reason.score.toFixed(1)}); periksa`,
      );
  }
  const inactive = listInactive(reads);
  const withPppk = new Set(reads.filter(hasPppk).map(({ instansi }) => instansi));
  return (record) => {
    const nip = people.nip(record);
    const gone = inactive.get(nipKey(nip));
    if (gone !== undefined) return `tercatat tidak aktif di Simpeg ${instansiName(gone)}`;
    const standing = people.gone(record);
    if (standing !== undefined) return `tidak aktif menurut BKN: ${standing}`;
    const other = listedBy.get(record);
    if (other !== undefined) return `masih tercatat di Simpeg ${instansiName(other)}`;
    if (isPppk(nip) && !withPppk.has(people.instansi(record))) return 'PPPK, tidak dimuat Simpeg ini';
    return likely.get(record) ?? '';
  };
}

function hasPppk({ pairNip, unmatched }: FileRead): boolean {
  for (const nip of [pairNip, unmatched.nip]) {
    for (let i = 0; i < nip.length; i += 2) if (isPppk([nip[i] as number, nip[i + 1] as number])) return true;
  }
  return false;
}
