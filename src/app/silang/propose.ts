import { type CrosswalkRow, nameDeliveries, openTabulation } from '#reconcile';
import {
  crosswalkKey,
  type CrosswalkEntry,
  isInForce,
  listOffers,
  type Offer,
  offerKey,
  openReference,
  readCrosswalkBook,
} from '#reference';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Problem } from '#kernel/problem.ts';
import { ok, type Result } from '#kernel/result.ts';
import { compareText } from '#kernel/text.ts';
import { foldBknId } from '#rules/bkn-id.ts';
import { createKnowledge, type Knowledge } from './knowledge.ts';
import { fingerprint, type ProposalRow } from './proposal-file.ts';

export interface ProposeOptions {
  readonly bkn: string;
  readonly simpeg: readonly (readonly [instansi: string, berkas: string])[];
  readonly pemetaan: ReadonlyMap<string, string>;
  readonly silang: string;
  readonly acuan: string | undefined;
  readonly per: LocalDate | undefined;
  /** Also rows that ask for nothing. */
  readonly semua: boolean;
}

export interface Proposed {
  readonly instansi: string;
  readonly rows: readonly ProposalRow[];
  readonly pegawai: number;
  /** Values of the delivery = listed + understood without a crosswalk or decided before + left out as personal. */
  readonly nilai: number;
  readonly tidakPerlu: number;
  readonly pribadi: number;
}

/** For each delivery: its codes and words, what BKN has beside them, what others confirmed, and what was decided before. */
export async function proposeCrosswalks(options: ProposeOptions): Promise<Result<readonly Proposed[], Problem>> {
  const tabulate = await openTabulation(options.bkn, options.acuan);
  if (!tabulate.ok) return tabulate;
  const knowledge = createKnowledge(openReference(options.acuan));
  const book = readCrosswalkBook(options.silang);
  const proposed: Proposed[] = [];
  const names = nameDeliveries(options.simpeg.map(([instansi]) => instansi));
  for (const [file, [instansi, simpeg]] of options.simpeg.entries()) {
    const own = book.get(instansi) ?? [];
    const inForce = own.filter((entry) => isInForce(entry, options.per));
    const table = await tabulate.value({
      instansi,
      simpeg,
      pemetaan: options.pemetaan.get(names[file] ?? instansi),
      silang: inForce,
      per: options.per,
    });
    if (!table.ok) return table;
    const offers = listOffers({ book, instansi, per: options.per, ...knowledge });
    const decided = Map.groupBy(own, crosswalkKey);
    const rows = table.value.rows.map((row) => ({
      row,
      offers: row.label === '' ? [] : (offers.get(offerKey(row.kolom, row.label)) ?? []),
      status: statusOf(row, decided.get(crosswalkKey(row)) ?? [], options.per),
    }));
    const listed = rows.filter((each) => options.semua || isWorthALook(each));
    proposed.push({
      instansi,
      rows: listed.toSorted(byWorth).map((each) => formatRow(instansi, each, knowledge.nameOf)),
      pegawai: table.value.pegawai,
      nilai: rows.length + table.value.pribadi,
      tidakPerlu: rows.length - listed.length,
      pribadi: table.value.pribadi,
    });
  }
  return ok(proposed);
}

interface Judged {
  readonly row: CrosswalkRow;
  readonly offers: readonly Offer[];
  /** What the instansi decided about this value before: '' for nothing. */
  readonly status: '' | 'diterima' | 'ditolak' | 'bertentangan';
}

function statusOf(row: CrosswalkRow, own: readonly CrosswalkEntry[], per: LocalDate | undefined): Judged['status'] {
  const isId = ({ id }: CrosswalkEntry): boolean => foldBknId(id) === foldBknId(row.id);
  const accepted = own.find((entry) => isInForce(entry, per));
  if (accepted) return row.id === '' || isId(accepted) || row.selisih === 0 ? 'diterima' : 'bertentangan';
  return own.some((entry) => entry.status === 'ditolak' && isId(entry)) ? 'ditolak' : '';
}

/** What people must decide: values that nobody understands, that make differences, or that others have settled. */
function isWorthALook({ row, offers, status }: Judged): boolean {
  if (status === 'bertentangan') return true;
  if (status !== '') return false;
  return offers.length > 0 || (!row.isUnderstood && !isOnePersons(row));
}

/** What one person bears says nothing of the word or code: what BKN has beside it may be that person's very difference. */
const isOnePersons = ({ dasar, dukungan }: CrosswalkRow): boolean => dasar === 'pegawai yang sama' && dukungan < 2;

function byWorth(a: Judged, b: Judged): number {
  return (
    b.row.selisih - a.row.selisih ||
    b.row.dukungan - a.row.dukungan ||
    compareText(a.row.kolom, b.row.kolom) ||
    compareText(a.row.kode, b.row.kode) ||
    compareText(a.row.label, b.row.label)
  );
}

function formatRow(instansi: string, { row, offers, status }: Judged, nameOf: Knowledge['nameOf']): ProposalRow {
  const { kolom, kode, label } = row;
  const [best] = offers;
  // where nobody of this instansi can tell, the best undisputed word of the others is proposed
  const isTaken = row.id === '' && best !== undefined && !best.isDisputed;
  const proposed = {
    id_bkn: isTaken ? best.id : row.id,
    dukungan: String(row.dukungan),
    bertentangan: String(row.bertentangan),
  };
  return {
    instansi,
    kolom,
    kode,
    label,
    ...proposed,
    nama_bkn: isTaken ? best.nama : nameOf(kolom, row),
    lain: row.lain.map((other) => `${nameOf(kolom, other)} [${other.id}] ${other.orang} pegawai`).join('; '),
    selisih: String(row.selisih),
    tingkat: row.tingkat,
    dasar: isTaken ? 'tawaran' : row.dasar,
    tawaran: offers.map(formatOffer).join('; '),
    status,
    keputusan: '',
    sidik: fingerprint(instansi, { kolom, kode, label }, proposed),
  };
}

const formatOffer = ({ id, nama, instansi, dukungan, bertentangan }: Offer): string =>
  `${nama} [${id}] ${instansi.length} instansi (${instansi.join(' ')}), ${dukungan} pegawai, ${bertentangan} lain`;
