import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Files, findViolations, findWebViolations, type Rules } from './check.ts';

const here = import.meta.dirname;
const src = join(here, '..', '..', 'src');
const web = join(here, '..', '..', 'web');
const rules = JSON.parse(readFileSync(join(here, 'edges.json'), 'utf8')) as Rules;

function readSources(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const sources = paths.filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.test.ts'));
  return new Map(sources.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

describe('the rooms of src/', () => {
  it('import only what edges.json allows, without cycles', () => {
    expect(findViolations(readSources(src), rules)).toEqual([]);
  });

  it.each([
    ['an unlisted edge', { 'rules/a.ts': "import { x } from '#linkage';" }, 'unlisted edge'],
    ['an import upward', { 'kernel/a.ts': "import { x } from '#rules/nip.ts';" }, 'unlisted edge'],
    ['an import past a door', { 'mapping/a.ts': "import { x } from '#formats/csv.ts';" }, 'past the door'],
    ['a relative import into another room', { 'rules/a.ts': "import { x } from '../kernel/b.ts';" }, 'relative import'],
    [
      'a cycle of types',
      { 'rules/a.ts': "import type { B } from './b.ts';", 'rules/b.ts': "import type { A } from './a.ts';" },
      'cycle',
    ],
    ['an unknown room', { 'helpers/a.ts': "import { x } from '#kernel/b.ts';" }, 'unknown room'],
    ['a re-export past a door', { 'quality/a.ts': "export { x } from '#mapping/plan.ts';" }, 'past the door'],
    ['a lazy import upward', { 'formats/a.ts': "const m = await import('#mapping');" }, 'unlisted edge'],
  ])('catches %s', (_name, files, expected) => {
    const violations = findViolations(new Map(Object.entries(files)), rules);
    expect(violations.join('\n')).toContain(expected);
  });

  it('lists edges only downward', () => {
    const upward = Object.entries(rules.edges).flatMap(([room, others]) =>
      others
        .filter((other) => (rules.levels[other] ?? 99) >= (rules.levels[room] ?? 0))
        .map((other) => `${room} -> ${other}`),
    );
    expect(upward).toEqual([]);
  });
});

describe('the browser application', () => {
  it('knows of src/ only contracts, kernel and rules, and its parts import downward', () => {
    const parts = ['ui', 'api', 'lists', 'features', 'app'];
    const files = [...readSources(web)].filter(([path]) => parts.includes(path.split('/')[0] ?? ''));
    expect(files.length).toBeGreaterThan(40);
    expect(findWebViolations(new Map(files))).toEqual([]);
  });

  it.each([
    ['a room of the server', { 'features/intake/a.tsx': "import { x } from '#intake';" }, 'not for the browser'],
    ['a relative way out', { 'api/a.ts': "import { x } from '../../src/kernel/text.ts';" }, 'outside web'],
    ['an import upward', { 'ui/a.tsx': "import { x } from '../api/session.ts';" }, 'import upward'],
    ['another feature', { 'features/intake/a.tsx': "import { x } from '../findings/b.tsx';" }, 'another feature'],
    ['a lazy import upward', { 'features/intake/a.tsx': "await import('../../app/shell.tsx');" }, 'import upward'],
  ])('catches %s', (_name, files, expected) => {
    expect(findWebViolations(new Map(Object.entries(files))).join('\n')).toContain(expected);
  });
});
