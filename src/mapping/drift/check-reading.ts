import { type Field, findField } from '#canonical';
import { sexReader } from '../propose/code-readers.ts';
import { ColumnEvidence } from '../propose/column-evidence.ts';
import { isCode } from '../propose/reader-finding.ts';
import { agreesWithBirth, agreesWithTmtCpns, countSexes, FEW, type Yardstick } from '../propose/yardstick.ts';
import type { Understand } from '../plan/understand.ts';
import type { CodeRow, ColumnMapping, Reader } from '../recipe.ts';
import type { ColumnFacts } from '../sample/column-facts.ts';
import { type DateOrder, datesOf, readDateFacts } from '../sample/date-facts.ts';
import { type ColumnProfile, foldCode } from '../structure/column-profile.ts';
import { sharedValues } from '../structure/compare-profiles.ts';
import { asked, type Change, told } from './changes.ts';
import { meaning } from '../propose/meaning.ts';

/** A mapped column of the recipe that the delivery has. */
export interface ReadingInput {
  /** With its name in the new delivery. */
  readonly mapping: ColumnMapping;
  readonly before: ColumnProfile;
  readonly now: ColumnProfile;
  readonly facts: ColumnFacts;
  readonly yardstick: Yardstick;
  /** What stands at BKN beside each code, where BKN's file was given. */
  readonly silang: readonly CodeRow[];
  readonly understand: Understand;
}

/** What of a mapping still holds. */
export interface Reading {
  readonly mapping: ColumnMapping;
  readonly changes: readonly Change[];
}

/** Checks whether a column is still to be read as the recipe reads it: order of dates, meaning of codes. Pure. */
export function checkReading(input: ReadingInput): Reading {
  const { mapping, before, now, facts } = input;
  const field = mapping.kanonik === null ? undefined : findField(mapping.kanonik);
  if (!field) return { mapping, changes: [] };
  if (facts.isEmpty) {
    if (before.terisi === 0) return { mapping, changes: [] };
    const kalimat = `Kolom ${mapping.sumber} (${field.nama}) kini kosong di semua baris yang dilihat.`;
    return { mapping, changes: [told('kosong', mapping.sumber, field.nama, kalimat)] };
  }
  if (mapping.pembaca.jenis === 'tanggal') return checkOrder(input, mapping.pembaca.urutan, field);
  if (field.nama === 'jenis_kelamin') return checkSexes(input, field);
  if (field.normalisasi === 'masa_kerja' && mapping.pembaca.jenis === 'langsung') return checkUnit(input, field);
  return checkCodes(input, field, sharedValues(before, now));
}

/** The mapping set aside: its column feeds nothing until a person has decided. */
export function setAside(mapping: ColumnMapping, bukti: string): ColumnMapping {
  const { kanonik, keyakinan } = mapping;
  const kandidat = kanonik === null ? [] : [{ kanonik, keyakinan }];
  return { ...mapping, kanonik: null, keyakinan: 0, tingkat: 'tidak', kandidat, bukti };
}

/** Lead in agreement with the NIP by which another order is proved. */
const PROVED_LEAD = 0.5;

function checkOrder(input: ReadingInput, urutan: DateOrder, field: Field): Reading {
  const { mapping, before, facts, yardstick } = input;
  const read = readDateFacts(facts);
  const { order, isDecided, bukti } = new ColumnEvidence(facts, yardstick).dates.order;
  const isRead = (yearFirst: boolean): boolean => read.loose.some((date) => date.yearFirst === yearFirst);
  const isOther = (swapped: DateOrder): boolean => (order === swapped) !== (urutan === swapped);
  const differs = (isRead(false) && isOther('mdy')) || (isRead(true) && isOther('ydm'));
  if (!isDecided || !differs || before.urutan === order) return { mapping, changes: [] };
  const lead = Math.max(
    ...[agreesWithBirth, agreesWithTmtCpns].map((test) => {
      const [as, was] = [test(yardstick, datesOf(read, order)), test(yardstick, datesOf(read, urutan))];
      return as.judged < FEW ? 0 : as.share - was.share;
    }),
  );
  const kalimat = `Urutan tanggal kolom ${mapping.sumber} (${field.nama}) berubah dari ${urutan} menjadi ${order}: ${bukti}.`;
  if (lead >= PROVED_LEAD) {
    const adapted = { ...mapping, pembaca: { jenis: 'tanggal', urutan: order } as const, bukti };
    return { mapping: adapted, changes: [told('urutan_tanggal', mapping.sumber, field.nama, kalimat)] };
  }
  const question = asked(
    'urutan_tanggal_ragu',
    mapping.sumber,
    field.nama,
    `${kalimat} Benarkah? Sementara ini tidak dipakai.`,
    [order, urutan],
  );
  return { mapping: setAside(mapping, question.kalimat), changes: [question] };
}

/** By how much the share of numbers that may be years must change before months are taken for years, or years for months. */
const OTHER_UNIT = 0.6;

/** Service in months that became years, or the other way round. */
function checkUnit({ mapping, before, now }: ReadingInput, field: Field): Reading {
  const [was, is] = [before, now].map(({ bentuk }) => bentuk['masaKerjaTahun'] ?? 0) as [number, number];
  if (Math.abs(was - is) < OTHER_UNIT) return { mapping, changes: [] };
  const [from, to] = is > was ? ['bulan', 'tahun'] : ['tahun', 'bulan'];
  const kalimat = `Angka di kolom ${mapping.sumber} (${field.nama}) dahulu seperti jumlah ${from} dan kini seperti jumlah ${to}. Apa isinya sekarang? Sementara ini tidak dipakai.`;
  return { mapping: setAside(mapping, kalimat), changes: [asked('isi_lain', mapping.sumber, field.nama, kalimat)] };
}

/** Fewest people by whom a value of sex is judged, and share of them that must agree. */
const JUDGES = 8;
const CLEAR = 0.8;
const SURE = 0.9;

const SEX: Readonly<Record<string, string>> = { M: 'laki-laki', F: 'perempuan' };

function checkSexes(input: ReadingInput, field: Field): Reading {
  const { mapping, facts, yardstick } = input;
  const turned: string[] = [];
  const added: string[] = [];
  for (const [value, [men, women]] of countSexes(yardstick, facts)) {
    const all = men + women;
    if (all < JUDGES || Math.max(men, women) < all * CLEAR) continue;
    const now = men > women ? 'M' : 'F';
    const was = meaningOf(input, field, value);
    if (was === '') added.push(`${value} = ${SEX[now]}`);
    else if (was !== now) turned.push(`${value} = ${SEX[now]}`);
  }
  if (turned.length === 0 && added.length === 0) return { mapping, changes: [] };
  const evidence = new ColumnEvidence(facts, yardstick);
  const jenis = turned.length > 0 ? 'arti_kode' : 'kode_baru';
  const kalimat = `Kode jenis kelamin di kolom ${mapping.sumber} ${turned.length > 0 ? 'berubah arti' : 'bertambah'}: ${[...turned, ...added].join(', ')} menurut digit ke-15 NIP.`;
  if (evidence.sexAgreement >= SURE) {
    const { reader, bukti } = sexReader(evidence, yardstick);
    return {
      mapping: { ...mapping, pembaca: reader, bukti },
      changes: [told(jenis, mapping.sumber, field.nama, kalimat)],
    };
  }
  const question = asked(
    'arti_kode_ragu',
    mapping.sumber,
    field.nama,
    `${kalimat} Sementara ini kolomnya tidak dipakai.`,
  );
  return { mapping: setAside(mapping, kalimat), changes: [question] };
}

/** National code that the recipe gives a delivered value; '' for none. */
function meaningOf({ mapping, understand }: ReadingInput, field: Field, value: string): string {
  const { pembaca } = mapping;
  const label = pembaca.jenis === 'kode' ? pembaca.tabel[value] : value;
  return label === undefined ? '' : meaning(understand, field, label);
}

/** Rows that a code must have before it is asked about, and how much of a list's distribution must have stayed. */
const FEWEST_ROWS = 3;
const SAME_LIST = 0.7;
const MOST_LISTED = 8;

function checkCodes(input: ReadingInput, field: Field, shared: number | undefined): Reading {
  const { mapping, facts, silang } = input;
  const { sumber, pembaca } = mapping;
  const isBare = pembaca.jenis === 'langsung' && field.tipe === 'kode' && isCode(facts);
  if (pembaca.jenis !== 'kode' && !isBare) return { mapping, changes: [] };
  const changes: Change[] = [];
  const refuted = silang.filter(({ kode, bkn, pasti }) => pasti && isRefuted(input, field, kode, bkn));
  if (shared !== undefined && shared < SAME_LIST && (silang.length === 0 || refuted.length > 0)) {
    const kalimat = `Sebaran kode di kolom ${sumber} (${field.nama}) lain sekali dari kiriman sebelumnya (${Math.round(shared * 100)}% sama): mungkin kodenya dinomori ulang. Apakah arti kodenya masih sama? Sementara ini kolomnya tidak dipakai.`;
    return { mapping: setAside(mapping, kalimat), changes: [asked('sebaran', sumber, field.nama, kalimat)] };
  }
  for (const { kode, bkn, dukungan, bertentangan } of refuted) {
    const kalimat = `Kode ${kode} di kolom ${sumber} (${field.nama}) menurut BKN berarti ${bkn} (${dukungan} pegawai, ${bertentangan} tidak), lain dari pemetaan. Sementara ini kode itu dianggap belum diketahui artinya.`;
    changes.push(asked('arti_kode_ragu', sumber, field.nama, kalimat, [bkn]));
  }
  if (pembaca.jenis !== 'kode') return { mapping, changes };
  changes.push(...listNewCodes(input, field, pembaca));
  const gone = new Set(refuted.map(({ kode }) => kode));
  if (gone.size === 0) return { mapping, changes };
  const tabel = Object.fromEntries(Object.entries(pembaca.tabel).filter(([kode]) => !gone.has(kode)));
  return { mapping: { ...mapping, pembaca: { jenis: 'kode', tabel } }, changes };
}

function isRefuted(input: ReadingInput, field: Field, kode: string, bkn: string): boolean {
  const was = meaningOf(input, field, kode);
  return was !== '' && was !== meaning(input.understand, field, bkn);
}

function listNewCodes(
  { mapping: { sumber }, facts, before }: ReadingInput,
  field: Field,
  { tabel }: Extract<Reader, { jenis: 'kode' }>,
): readonly Change[] {
  const added = [...facts.distinct].filter(
    ([value, rows]) =>
      rows >= FEWEST_ROWS && !(value in tabel) && !/^0+$/.test(value) && !(foldCode(value) in before.isi),
  );
  if (added.length === 0) return [];
  const listed = added
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, MOST_LISTED)
    .map(([value, rows]) => `${foldCode(value) === '' ? '(teks panjang)' : value} (${rows} baris)`);
  const kalimat = `Kolom ${sumber} (${field.nama}) memuat ${added.length} kode yang belum ada di pemetaan: ${listed.join(', ')}. Apa artinya? Kode lain tetap dipakai.`;
  return [asked('kode_baru', sumber, field.nama, kalimat, [...new Set(Object.values(tabel))])];
}
