import { parseIsoDate } from '../../src/kernel/local-date.ts';
import { BKN_FIELDS, BKN_HEADINGS, bknRow } from '../../src/sample-data/bkn-export.ts';
import type { Facts, Person } from '../../src/sample-data/person.ts';
import { createPopulation } from '../../src/sample-data/population.ts';
import { below, throwOf } from './lot.ts';

/** A person as an office knows him or her, with the rows of the histories. */
export interface Filling {
  readonly number: number;
  readonly facts: Facts;
  readonly person: Person;
}

const PER = '2025-09-01';
/** Of a BKN that was left behind: since when, for which share of the people, and how many times the usual values are others. */
const PER_STALE = '2022-03-01';
const LEFT_BEHIND = 0.4;
const STALE_RATE = 3;
/** Office whose people fill the structures, and one whose people only BKN's file holds. */
const OFFICE = '6402';
const OTHER_OFFICE = '6405';
/** What an office has of the people of the province, roughly. */
const PART = 38;

/** About so many people of one office, and BKN's rows of nearly all of them among those of another office. */
export function makePeople(
  seed: string,
  people: number,
  isStale = false,
): { readonly office: readonly Filling[]; readonly bkn: string } {
  const per = parseIsoDate(PER);
  if (per === undefined) throw new Error('No date');
  const population = createPopulation({ pegawai: people * PART, benih: seed, per });
  const own = [...population.people(OFFICE)].filter(({ jenisAsn }) => jenisAsn === 'pns' || jenisAsn === 'pppk');
  const office = own.map((person, number): Filling => ({ number, facts: person.factsAt(per), person }));
  const others = [...population.people(OTHER_OFFICE)].map((person) => person.factsOfBkn(per));
  const before = parseIsoDate(PER_STALE) ?? per;
  const known = own
    .filter((_, number) => throwOf(`${seed}/tidak di BKN/${number}`) > 0.05)
    .map((person, number) => {
      const isLeftBehind = isStale && throwOf(`${seed}/tertinggal/${number}`) < LEFT_BEHIND;
      return person.factsOfBkn(isLeftBehind ? before : per);
    });
  const rows = disagree(seed, known, isStale ? STALE_RATE : 1);
  const lines = [BKN_HEADINGS, ...[...rows, ...others].map(bknRow)];
  return { office, bkn: `${lines.map((line) => line.map(quote).join(',')).join('\n')}\n` };
}

/** Fields that go wrong together: an id and its name, years and months. */
const groupOf = (field: string): string => field.replace(/_id$/, '').replace(/_(?:tahun|bulan)$/, '');

/** BKN's rows with 2 to 6 % of the values of each field taken from somebody else; numbers seldom. */
function disagree(seed: string, rows: readonly Facts[], times: number): readonly Facts[] {
  const groups = [...Map.groupBy(BKN_FIELDS, groupOf)];
  return rows.map((facts, number) => {
    const changed: Record<string, string | undefined> = { ...facts };
    for (const [group, fields] of groups) {
      const rate =
        group === 'nip' || group === 'pns_id_bkn' ? 0.004 : times * (0.02 + 0.04 * throwOf(`${seed}/${group}`));
      if (throwOf(`${seed}/${group}/${number}`) >= rate) continue;
      const other = rows[below(`${seed}/${group}/${number}/dari`, rows.length)] ?? facts;
      // a number of another person's would be two people with one number
      if (group === 'nip' || group === 'pns_id_bkn') continue;
      for (const field of fields) changed[field] = other[field];
    }
    return changed;
  });
}

export const quote = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
