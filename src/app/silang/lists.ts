import { formatCsvRow } from '#formats';
import { formatIsoDate, type LocalDate } from '#kernel/local-date.ts';
import type { CrosswalkAlert, CrosswalkBook, CrosswalkEntry, Offers } from '#reference';

type Table = readonly (readonly (string | number)[])[];

export const formatTable = (rows: Table): string => rows.map((row) => formatCsvRow(row)).join('');

const day = (date: LocalDate | undefined): string => (date === undefined ? '' : formatIsoDate(date));

/** Every decision of the book, also the rejected and the replaced ones. */
export function listEntries(
  book: CrosswalkBook,
  isWanted: (instansi: string, entry: CrosswalkEntry) => boolean,
): Table {
  const head = [
    'instansi',
    'kolom',
    'kode',
    'label',
    'id_bkn',
    'nama_bkn',
    'status',
    'mulai',
    'sampai',
    'dukungan',
    'bertentangan',
    'oleh',
    'pada',
  ];
  const rows = [...book].flatMap(([instansi, entries]) =>
    entries
      .filter((entry) => isWanted(instansi, entry))
      .map((entry) => [
        instansi,
        entry.kolom,
        entry.kode,
        entry.label,
        entry.id,
        entry.acuan.nama,
        entry.status,
        day(entry.mulai),
        day(entry.sampai),
        entry.dukungan,
        entry.bertentangan,
        entry.oleh,
        day(entry.pada),
      ]),
  );
  return [head, ...rows];
}

/** What other instansi offer; who decided there by name stays theirs. */
export function listOffered(offers: Offers): Table {
  const head = [
    'kolom',
    'label',
    'id_bkn',
    'nama_bkn',
    'jumlah_instansi',
    'instansi',
    'dukungan',
    'bertentangan',
    'berselisih',
  ];
  const rows = [...offers.values()]
    .flat()
    .map((offer) => [
      offer.kolom,
      offer.label,
      offer.id,
      offer.nama,
      offer.instansi.length,
      offer.instansi.join(' '),
      offer.dukungan,
      offer.bertentangan,
      offer.isDisputed ? 'ya' : 'tidak',
    ]);
  return [head, ...rows];
}

export function listAlerts(alerts: readonly CrosswalkAlert[]): Table {
  const head = [
    'instansi',
    'kolom',
    'kode',
    'label',
    'id_bkn',
    'nama_lama',
    'nama_baru',
    'jenis',
    'saran',
    'obat',
    'rincian',
  ];
  const rows = alerts.map(({ instansi, entry, namaBaru, jenis, rincian, saran, obat }) => [
    instansi,
    entry.kolom,
    entry.kode,
    entry.label,
    entry.id,
    entry.acuan.nama,
    namaBaru,
    jenis,
    saran.map(({ id, nama }) => `${nama} [${id}]`).join('; '),
    obat,
    rincian,
  ]);
  return [head, ...rows];
}
