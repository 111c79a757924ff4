import { BULAN } from '../../src/rules/tanggal.ts';
import { pick } from './lot.ts';
import type { Structure, StructureColumn } from './structures.ts';

export type Order = 'dmy' | 'mdy' | 'ymd' | 'ydm';

type Parts = readonly string[];

/** Forms that a structure asks for by their name. */
const WRITTEN: readonly (readonly [form: string, order: Order | undefined, write: (parts: Parts) => string])[] = [
  ['yyyymmdd', 'ymd', (parts) => parts.join('')],
  ['dd-mm-yy', 'dmy', ([year = '', month = '', day = '']) => `${day}-${month}-${year.slice(2)}`],
  ['dd.mm.yyyy', 'dmy', (parts) => parts.toReversed().join('.')],
  ['mm/dd/yyyy', 'mdy', ([year = '', month = '', day = '']) => `${month}/${day}/${year}`],
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
  if (written) return { order: written[1], write: (iso) => (iso === '' ? '' : written[2](iso.split('-'))) };
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
    const [year = '', month = '', day = ''] = iso.split('-');
    if (form === 'swapped') return Number(day) <= 12 ? `${year}-${day}-${month}` : iso;
    if (form === 'mdy') return `${Number(month)}/${Number(day)}/${year}`;
    if (form === 'kata') return `${Number(day)} ${BULAN[Number(month) - 1] ?? ''} ${year}`;
    if (form === 'ymd') return iso;
    return `${day}${form.slice(3)}${month}${form.slice(3)}${year}`;
  };
  const order =
    form === 'swapped' ? 'ydm' : form === 'mdy' ? 'mdy' : form === 'ymd' ? 'ymd' : form === 'kata' ? undefined : 'dmy';
  return { order, write };
}
