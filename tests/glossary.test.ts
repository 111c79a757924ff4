import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Avoided synonyms as camel-case words, and the word that the glossary has for them. */
const AVOIDED: Readonly<Record<string, string>> = {
  employee: 'pegawai',
  'civil servant': 'asn',
  'identity number': 'nik',
  'tax number': 'npwp',
  'academic title': 'gelar',
  'pay grade': 'golongan',
  'salary grade': 'golongan',
  rank: 'pangkat',
  echelon: 'eselon',
  promotion: 'kenaikanPangkat',
  'periodic raise': 'kgb',
  'base salary': 'gajiPokok',
  tenure: 'masaKerja',
  'effective date': 'tmt',
  'retirement age': 'bup',
  'legal status': 'kedudukanHukum',
  'legal standing': 'kedudukanHukum',
  'unpaid leave': 'cltn',
  'credit point': 'angkaKredit',
  agency: 'instansi',
  'work unit': 'unor',
  department: 'unor',
  'quality index': 'ikd',
};

/** Rooms in which `rank` is a place in an order, never the pangkat itself. */
const ROOMS_WITH_ORDERS = ['linkage', 'mapping', 'rules', 'sample-data'];

const src = join(import.meta.dirname, '..', 'src');

/** Identifiers of a source text; comments and literals left out, since foreign names live there. */
function listIdentifiers(text: string): ReadonlySet<string> {
  const code = text
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g, ' ')
    .replace(/\/\/.*/g, ' ')
    .replace(/(?<=[(,=:[]\s*|^\s*)\/(?:\\.|\[[^\]\n]*\]|[^/\\\n])+\/[a-z]*/gm, ' ');
  return new Set(code.match(/[A-Za-z_$][\w$]*/g));
}

/** "employeeNumber", "EMPLOYEE_NUMBER" and "employees_number" all give " employee number ". */
function splitWords(identifier: string): string {
  const words = identifier.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [];
  return ` ${words.map((word) => word.toLowerCase().replace(/(?<=\w{4})s$/, '')).join(' ')} `;
}

function findAvoided(path: string, text: string): string[] {
  const room = path.split('/')[0] ?? '';
  return [...listIdentifiers(text)].flatMap((identifier) => {
    const words = splitWords(identifier);
    return Object.entries(AVOIDED)
      .filter(([avoided]) => words.includes(` ${avoided} `))
      .filter(([avoided]) => avoided !== 'rank' || !ROOMS_WITH_ORDERS.includes(room))
      .map(([, term]) => `${path}: ${identifier}, say ${term}`);
  });
}

describe('the words of the glossary', () => {
  it('name the things of the law everywhere in src/', () => {
    const paths = readdirSync(src, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
    const sources = paths.filter((path) => path.endsWith('.ts'));
    expect(sources.flatMap((path) => findAvoided(path, readFileSync(join(src, path), 'utf8')))).toEqual([]);
  });

  it.each([
    ['const employeeNumber = 1;'],
    ['function findEmployees() {}'],
    ['interface WorkUnit {}'],
    ['const RETIREMENT_AGE = 58;'],
    ['let echelon_id;'],
    ['const currentRank = 3;'],
  ])('are missed in: %s', (code) => {
    expect(findAvoided('reconcile/a.ts', code)).toHaveLength(1);
  });

  it('are not asked of comments, of texts, or of places in an order', () => {
    expect(findAvoided('reconcile/a.ts', "const kolom = 'employee_number'; // the employee\n")).toEqual([]);
    expect(findAvoided('linkage/a.ts', 'const rank = 1;')).toEqual([]);
  });

  it('stand in the glossary, each with the words it replaces', () => {
    const glossary = readFileSync(join(src, '..', 'docs', 'glossary.md'), 'utf8');
    const missing = Object.entries(AVOIDED).filter(
      ([word, term]) => !glossary.includes(word) || !glossary.includes(`\`${term}`),
    );
    expect(missing).toEqual([]);
  });
});
