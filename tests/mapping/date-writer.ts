import { BULAN } from '../../src/rules/tanggal.ts';
import { pick } from './lot.ts';
import type { Structure, StructureColumn } from './structures.ts';

export type Order = 'dmy' | 'mdy' | 'ymd' | 'ydm';

type Parts = readonly [year: string, month: string, day: string];

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const BLN = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'];
const nameOf = (months: readonly string[], month: string): string => months[Number(month) - 1] ?? '';
const DAY = 86_400_000;
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

/** Forms that a structure asks for by their name; an order where digits leave it open. */
const WRITTEN: readonly (readonly [form: string, order: Order | undefined, write: (parts: Parts) => string])[] = [
  ['yyyymmdd', 'ymd', (parts) => parts.join('')],
  ['yymmdd', 'ymd', ([year, month, day]) => `${year.slice(2)}${month}${day}`],
  ['ddmmyyyy', 'dmy', ([year, month, day]) => `${day}${month}${year}`],
  ['dd-mm-yy', 'dmy', ([year, month, day]) => `${day}-${month}-${year.slice(2)}`],
  ['dd/mm/yy', 'dmy', ([year, month, day]) => `${day}/${month}/${year.slice(2)}`],
  ['d/m/yyyy', 'dmy', ([year, month, day]) => `${Number(day)}/${Number(month)}/${year}`],
  ['dd.mm.yyyy', 'dmy', (parts) => parts.toReversed().join('.')],
  ['dd mm yyyy', 'dmy', (parts) => parts.toReversed().join(' ')],
  ['mm/dd/yyyy', 'mdy', ([year, month, day]) => `${month}/${day}/${year}`],
  ['yyyy/mm/dd', 'ymd', (parts) => parts.join('/')],
  ['yyyy-mm-dd hh:mm:ss', 'ymd', (parts) => `${parts.join('-')} 00:00:00`],
  ['yyyy-mm-ddThh:mm:ssZ', 'ymd', (parts) => `${parts.join('-')}T00:00:00.000Z`],
  ['d Bulan yyyy', undefined, ([year, month, day]) => `${Number(day)} ${nameOf(BULAN, month)} ${year}`],
  ['D BULAN YYYY', undefined, ([year, month, day]) => `${Number(day)} ${nameOf(BULAN, month)} ${year}`.toUpperCase()],
  ['dd-Bln-yy', undefined, ([year, month, day]) => `${day}-${nameOf(BLN, month)}-${year.slice(2)}`],
  ['dd Bln yyyy', undefined, ([year, month, day]) => `${day} ${nameOf(BLN, month)} ${year}`],
  ['dd-MON-yy', undefined, ([year, month, day]) => `${day}-${nameOf(MONTHS, month)}-${year.slice(2)}`],
  ['dd-MON-yyyy', undefined, ([year, month, day]) => `${day}-${nameOf(MONTHS, month)}-${year}`],
  ['excel', undefined, (parts) => String((Date.parse(parts.join('-')) - EXCEL_EPOCH) / DAY)],
];

/** How a table writes ISO dates: as the column's encoding or type says, else all its columns alike. */
export function dateWriter(
  column: StructureColumn,
  structure: Structure,
  salt: string,
): { readonly order: Order | undefined; readonly write: (iso: string) => string } {
  const encoding = `${column.encoding ?? ''} ${column.type ?? ''}`;
  const free = pick(`${structure.slug}/${salt}/tanggal`, ['dmy-', 'dmy/', 'kata', 'ymd']);
  const written = WRITTEN.find(([form]) => encoding.includes(`${form} `));
  if (written) return { order: written[1], write: (iso) => (iso === '' ? '' : written[2](partsOf(iso))) };
  const form = /swapped/.test(encoding)
    ? 'swapped'
    : /m\/d\/yy/.test(encoding)
      ? 'mdy'
      : /free text/.test(encoding)
        ? free
        : /dd\/mm\/yyyy/i.test(encoding)
          ? 'dmy/'
          : /form dd-mm|yyyy-mm-dd/.test(encoding) || /^date\b|timestamp/i.test(column.type ?? '')
            ? 'ymd'
            : /dd-mm-yyyy/.test(encoding)
              ? 'dmy-'
              : pick(`${salt.split('/').slice(0, 2).join('/')}/tanggal`, ['dmy-', 'ymd', 'dmy/', 'mdy']);
  const write = (iso: string): string => {
    if (iso === '') return '';
    const [year, month, day] = partsOf(iso);
    if (form === 'swapped') return Number(day) <= 12 ? `${year}-${day}-${month}` : iso;
    if (form === 'mdy') return `${Number(month)}/${Number(day)}/${year}`;
    if (form === 'kata') return `${Number(day)} ${nameOf(BULAN, month)} ${year}`;
    if (form === 'ymd') return iso;
    return `${day}${form.slice(3)}${month}${form.slice(3)}${year}`;
  };
  const order =
    form === 'swapped' ? 'ydm' : form === 'mdy' ? 'mdy' : form === 'ymd' ? 'ymd' : form === 'kata' ? undefined : 'dmy';
  return { order, write };
}

function partsOf(iso: string): Parts {
  const [year = '', month = '', day = ''] = iso.split('-');
  return [year, month, day];
}
