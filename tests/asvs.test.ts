import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** `none`: the portal has no such thing. `operator`: up to whoever runs it. `built`: by construction, the note says how. */
const STATES = ['tested', 'built', 'partly', 'missing', 'operator', 'none'] as const;

interface Requirement {
  readonly requirement: string;
  readonly level: string;
  readonly state: string;
  readonly test: string;
  readonly note: string;
}

const requirements: readonly Requirement[] = readFileSync(join(root, 'docs', 'asvs.csv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [requirement = '', level = '', state = '', test = '', ...note] = unquoted(line);
    return { requirement, level, state, test, note: note.join(';') };
  });

function unquoted(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(([, quoted, plain]) =>
    (quoted ?? plain ?? '').replaceAll('""', '"'),
  );
}

/** What is wrong with a row; undefined where its test is there, or its note says why there is none. */
function faultOf({ requirement, state, test, note }: Requirement): string | undefined {
  if (!STATES.some((known) => known === state)) return `${requirement}: no such state ${state}`;
  if (test === '') {
    if (state === 'tested') return `${requirement}: tested, but by what?`;
    return note === '' ? `${requirement}: neither test nor note` : undefined;
  }
  const [file = '', title = ''] = test.split('#');
  if (!existsSync(join(root, file))) return `${requirement}: no file ${file}`;
  const isThere = title !== '' && readFileSync(join(root, file), 'utf8').replaceAll("\\'", "'").includes(title);
  return isThere ? undefined : `${requirement}: no test "${title}" in ${file}`;
}

describe('ASVS 5.0.0, level 2', () => {
  it('has a row for every requirement of levels 1 and 2, and the twelve of level 3 that are adopted', () => {
    const levels = Object.groupBy(requirements, ({ level }) => level);
    expect([levels['1']?.length, levels['2']?.length, levels['3']?.length]).toEqual([70, 183, 12]);
    expect(new Set(requirements.map(({ requirement }) => requirement)).size).toBe(265);
  });

  it('cites tests that are there', () => {
    expect(requirements.flatMap((row) => faultOf(row) ?? [])).toEqual([]);
  });

  it.each([
    { state: 'tested', test: '' },
    { state: 'tested', test: 'tests/asvs.test.ts#a title that nobody gave'.replace('nobody', 'no one') },
    { state: 'tested', test: 'tests/tidak-ada.test.ts#x' },
    { state: 'selesai', test: '' },
    { state: 'built', test: '' },
  ])('is caught with $state and "$test"', (row) => {
    expect(faultOf({ requirement: '0.0.0', level: '1', note: '', ...row })).toBeDefined();
  });

  it('is told as SECURITY.md tells it', () => {
    const count = (state: string): number => requirements.filter((row) => row.state === state).length;
    const told = `${requirements.length} requirements: ${STATES.map((state) => `${count(state)} ${state}`).join(', ')}`;
    // Read by whoever runs the checks.
    process.stdout.write(`ASVS 5.0.0 level 2, ${told}\n`);
    expect(readFileSync(join(root, 'SECURITY.md'), 'utf8')).toContain(told);
  });
});
