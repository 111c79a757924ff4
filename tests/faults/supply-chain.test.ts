import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { isLarge, report } from './size.ts';

const root = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      { readonly version?: string; readonly resolved?: string; readonly integrity?: string; readonly link?: boolean }
    >
  >;
}
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
const installed = Object.entries(lock.packages).filter(([path]) => path !== '');

describe('what the portal is made of (W12)', () => {
  it('is locked by version and hash', () => {
    expect(installed.length).toBeGreaterThan(100);
    expect(installed.filter(([, { version, integrity, link }]) => !version || !integrity || link === true)).toEqual([]);
  });

  it('is asked for by exact versions', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, range]) => !/^\d+\.\d+\.\d+/.test(range),
    );
    expect(loose).toEqual([]);
  });

  it('is written down by npm run sbom, every package of it', async () => {
    const { stdout } = await run('npm', ['run', '-s', 'sbom'], { cwd: root, maxBuffer: 64 * 1024 ** 2 });
    const { bomFormat, components } = JSON.parse(stdout) as {
      readonly bomFormat: string;
      readonly components: readonly { readonly name: string; readonly version: string }[];
    };
    expect(bomFormat).toBe('CycloneDX');
    const told = new Set(components.map(({ name, version }) => `${name}@${version}`));
    const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 13);
    const missing = installed.filter(([path, { version }]) => !told.has(`${nameOf(path)}@${version}`));
    expect(missing.map(([path]) => path)).toEqual([]);
  });

  // Only the registry knows what was found since; where it cannot be asked, this skips by name.
  it.runIf(isLarge)('holds no package with a known serious weakness', async (context) => {
    const answer = await run(
      'npm',
      ['audit', '--json', '--package-lock-only', '--fetch-retries=0', '--fetch-timeout=20000'],
      {
        cwd: root,
        maxBuffer: 64 * 1024 ** 2,
      },
    ).then(
      ({ stdout }) => stdout,
      // It ends with a status where it found something.
      (error: { readonly stdout?: string }) => error.stdout ?? '',
    );
    const found = parse(answer)?.metadata?.vulnerabilities ?? context.skip('the registry does not answer audits');
    const serious = (found['high'] ?? 0) + (found['critical'] ?? 0);
    report(context, {
      uji: 'W12',
      dicoba: 'paket diperiksa di registri',
      jumlah: installed.length,
      terlarang: 'kelemahan berat yang dikenal',
      ditemukan: serious,
    });
    expect(serious).toBe(0);
  });
});

function parse(
  text: string,
): { readonly metadata?: { readonly vulnerabilities?: Readonly<Record<string, number>> } } | undefined {
  try {
    return JSON.parse(text) as ReturnType<typeof parse>;
  } catch {
    return undefined;
  }
}
