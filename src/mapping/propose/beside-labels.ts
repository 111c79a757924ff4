import type { Reference } from '#reference';
import { createUnderstand, isClosedField } from '../plan/understand.ts';
import type { Assigned } from './assign.ts';
import { DIRECT, found, type ReaderFinding, sorted } from './reader-finding.ts';

/** A code means what at least so many of its rows, and this share of them, say beside it. */
const FEWEST_ROWS = 3;
const AGREEMENT = 0.75;

/**
 * Codes of a short list that nothing else explains, beside a column of words for the same field: the table is its own dictionary.
 * Single rows where the word was picked wrongly do not change what a code means.
 */
export function explainByLabels(
  assigned: readonly Assigned[],
  readers: Map<Assigned, ReaderFinding>,
  reference: Reference,
): void {
  const understand = createUnderstand(reference);
  for (const codes of assigned) {
    const field = codes.chosen?.field;
    if (!field || readers.get(codes)?.reader.jenis !== 'kode_lokal') continue;
    const nama = halfless(field.nama);
    const words = assigned.find(
      (one) => one.chosen?.field && halfless(one.chosen.field.nama) === nama && one.column.facts.share('huruf') > 0.5,
    );
    const textField = words?.chosen?.field?.nama === nama ? words.chosen.field : field;
    if (!words || !isClosedField(textField)) continue;
    const meaningOf = (label: string): string =>
      understand(textField, { delivered: label, label, id: '', isKnown: true }).code;
    const table = tabulate(codes, words, meaningOf);
    // one meaning for all codes: the column beside them says something else
    if (new Set(Object.values(table)).size < 2) continue;
    const isNational = Object.entries(table).every(([code, meaning]) => code === meaning);
    const bukti = `arti kode menurut kolom ${words.named.name}`;
    readers.set(codes, isNational ? { ...DIRECT, bukti } : found({ jenis: 'kode', tabel: sorted(table) }, bukti));
  }
}

const halfless = (nama: string): string => nama.replace(/_id$/, '');

/** What most labels beside each code mean. */
function tabulate(
  codes: Assigned,
  words: Assigned,
  meaningOf: (label: string) => string,
): Readonly<Record<string, string>> {
  const table: Record<string, string> = {};
  const rows = Map.groupBy(codes.column.facts.values.keys(), (row) => codes.column.facts.values[row] ?? '');
  for (const [code, places] of rows) {
    const meanings = places.map((row) => meaningOf(words.column.facts.values[row] ?? '')).filter((text) => text !== '');
    const [meaning = '', hits = []] =
      [...Map.groupBy(meanings, (text) => text)].toSorted((a, b) => b[1].length - a[1].length)[0] ?? [];
    if (code === '' || hits.length < FEWEST_ROWS || hits.length < meanings.length * AGREEMENT) continue;
    table[code] = meaning;
  }
  return table;
}
