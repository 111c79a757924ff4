import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Files, findViolations, type Rules } from './check.ts';

const here = import.meta.dirname;
const src = join(here, '..', '..', 'src');
const rules = JSON.parse(readFileSync(join(here, 'edges.json'), 'utf8')) as Rules;

function readSources(): Files {
  const paths = readdirSync(src, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const sources = paths.filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'));
  return new Map(sources.map((path) => [path, readFileSync(join(src, path), 'utf8')]));
}

describe('the rooms of src/', () => {
  it('import only what edges.json allows, without cycles', () => {
    expect(findViolations(readSources(), rules)).toEqual([]);
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
