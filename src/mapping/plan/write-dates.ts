import { dayOf, type LocalDate, monthOf, parseIsoDate, yearOf } from '#kernel/local-date.ts';
import { fail } from '#kernel/result.ts';
import { BULAN } from '#rules/tanggal.ts';
import { FormTally } from './cell-forms.ts';
import type { Feed } from './feeds.ts';
import { type SlotWriter, type WriterInput, writeOne } from './slot-writer.ts';

/** The inverse of `read-dates.ts`: a date in the form in which its column writes dates. */

interface DateForm {
  readonly name: string;
  readonly write: (date: LocalDate) => string;
}

const BULAN_PENDEK = 'Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des'.split(' ');
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const MONTHS_SHORT = MONTHS.map((month) => month.slice(0, 3));
const WORDS: readonly (readonly [string, readonly string[]])[] = [
  ['Bulan', BULAN],
  ['BULAN', BULAN.map((name) => name.toUpperCase())],
  ['bul', BULAN_PENDEK],
  ['BUL', BULAN_PENDEK.map((name) => name.toUpperCase())],
  ['Month', MONTHS],
  ['mon', MONTHS_SHORT],
];

const two = (value: number): string => String(value).padStart(2, '0');
const dayOnly = (value: number): string => String(value);
/** Day and month may come from columns of their own, each padded in its own way. */
const PADDINGS = [
  ['2', two, two],
  ['1', dayOnly, dayOnly],
  ['12', dayOnly, two],
  ['21', two, dayOnly],
] as const;

/** Every form that is written; a cell in another one (an impossible mixture) keeps its reading but teaches nothing. */
const FORMS: readonly DateForm[] = [...numberForms(), ...wordForms(), ...bareForms()];
const BY_NAME: ReadonlyMap<string, DateForm> = new Map(FORMS.map((form) => [form.name, form]));

function numberForms(): DateForm[] {
  const orders = [
    ['ymd', (y: string, m: string, d: string) => [y, m, d]],
    ['dmy', (y: string, m: string, d: string) => [d, m, y]],
    ['mdy', (y: string, m: string, d: string) => [m, d, y]],
    ['ydm', (y: string, m: string, d: string) => [y, d, m]],
  ] as const;
  const forms: DateForm[] = [];
  for (const [order, arrange] of orders) {
    for (const mark of ['-', '/', '.', ' ']) {
      for (const [padding, padDay, padMonth] of PADDINGS) {
        for (const years of [4, 2]) {
          if (years === 2 && order.startsWith('y')) continue;
          forms.push({
            name: `${order}${mark}${padding}${years}`,
            write: (date) => {
              const year = String(yearOf(date)).slice(-years);
              return arrange(year, padMonth(monthOf(date)), padDay(dayOf(date))).join(mark);
            },
          });
        }
      }
    }
  }
  return forms;
}

function wordForms(): DateForm[] {
  return WORDS.flatMap(([name, months]) =>
    [' ', '-'].flatMap((mark) =>
      [two, dayOnly].map((pad, index) => ({
        name: `d${mark}${name}${mark}y${index}`,
        write: (date: LocalDate) => [pad(dayOf(date)), months[monthOf(date) - 1] ?? '', yearOf(date)].join(mark),
      })),
    ),
  );
}

function bareForms(): DateForm[] {
  return [
    { name: 'yyyymmdd', write: (date) => `${yearOf(date)}${two(monthOf(date))}${two(dayOf(date))}` },
    { name: 'ddmmyyyy', write: (date) => `${two(dayOf(date))}${two(monthOf(date))}${yearOf(date)}` },
    { name: 'serial', write: (date) => String(serialOf(date)) },
  ];
}

/** Days since 30 December 1899, as spreadsheets count them from March 1900 on. */
function serialOf(date: LocalDate): number {
  return Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date)) / 86_400_000 + 25_569;
}

/** A time of day behind the date stays as the column writes it only where it is midnight. */
const MIDNIGHT = /[T ]0{1,2}:00(?::00(?:\.0+)?)?$/;

/** The forms by which a cell that was read as this date may have been written. */
export function dateFormsOf(cell: string, date: LocalDate): readonly string[] {
  const text = cell.trim();
  const time = MIDNIGHT.exec(text)?.[0] ?? '';
  const bare = text.slice(0, text.length - time.length);
  const quoted = bare.startsWith("'") ? "'" : '';
  return FORMS.filter((form) => form.write(date) === bare.slice(quoted.length)).map(
    (form) => `${quoted}|${form.name}|${time}`,
  );
}

/** A date in a form of `dateFormsOf`. */
export function writeDateAs(form: string, date: LocalDate): string {
  const [quoted = '', name = '', time = ''] = form.split('|');
  return quoted + (BY_NAME.get(name)?.write(date) ?? '') + time;
}

/**
 * A spreadsheet that swapped day and month left days above 12 as they were: in such a column those days have a form of
 * their own and are counted apart.
 */
const kindOf = (feed: Feed, date: LocalDate): 0 | 1 => {
  const isSwapped = feed.reader.jenis === 'tanggal' && (feed.reader.urutan === 'ydm' || feed.reader.urutan === 'mdy');
  return isSwapped && dayOf(date) > 12 ? 1 : 0;
};

/** Forms of columns in which no date stands yet, by their declared type. */
function formOfType(type: string): string | undefined {
  if (/^date\b(?!time)/i.test(type)) return '|ymd-24|';
  return /^(?:datetime|timestamp)/i.test(type) ? '|ymd-24| 00:00:00' : undefined;
}

/** Writer of a calendar date. */
export function compileDateWriter(input: WriterInput): SlotWriter {
  const { feeds, slot } = input;
  const tallies = feeds.map(() => [new FormTally(), new FormTally()] as const);
  return {
    columns: feeds.map(({ column }) => column),
    learn(cells, row) {
      const date = row.ints[slot.int] as LocalDate;
      if (date <= 0) return;
      feeds.forEach((feed, index) => {
        tallies[index]?.[kindOf(feed, date)].count(dateFormsOf(cells[feed.column] ?? '', date));
      });
    },
    write(value, cells, row) {
      const date = parseIsoDate(value);
      if (date === undefined) return fail('TULIS_NILAI_BKN');
      return writeOne(input, cells, (feed, index) => {
        const kind = kindOf(feed, date);
        const tally = tallies[index];
        const old = row.ints[slot.int] as LocalDate;
        const own = old > 0 && kindOf(feed, old) === kind ? dateFormsOf(cells[feed.column] ?? '', old) : [];
        const form =
          tally?.[kind].best(own) ?? tally?.[kind === 0 ? 1 : 0].best() ?? formOfType(input.typeOf(feed.column));
        return form === undefined ? undefined : writeDateAs(form, date);
      });
    },
  };
}

/** Writer of a year. Where the column holds full dates a year alone does not make one. */
export function compileYearWriter(input: WriterInput): SlotWriter {
  const { feeds } = input;
  let dates = 0;
  let years = 0;
  return {
    columns: feeds.map(({ column }) => column),
    learn(cells) {
      const cell = cells[feeds[0]?.column ?? -1] ?? '';
      if (/^\D*\d{4}\D*$/.test(cell)) years++;
      else if (/\d/.test(cell)) dates++;
    },
    write: (value, cells) =>
      writeOne(input, cells, () => (/^\d{4}$/.test(value) && years >= dates ? value : undefined)),
  };
}
