// Entry of `npm start`, `npm test`, `npm run portal`, `nilai` and `bench`. It runs on any Node from 20, installs what is
// missing, and hands over to the Node 24 that comes as the npm package `node`. No dependency may be imported here.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ENGINE_FLAGS } from './engine-flags.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node24 = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function run(command, args) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (result.error) stop(`Perintah ${command} tidak dapat dijalankan: pasang Node.js 20 atau lebih baru beserta npm.`);
  return result.status ?? 1;
}

/** Installs the packages of one folder where its lock file changed since the last time. */
function install(folder, sentence) {
  const stamp = join(folder, 'node_modules', '.terpasang');
  const wanted = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(node24)) return;
  process.stderr.write(`${sentence}\n`);
  const npm = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 2, 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.error) stop('npm tidak ditemukan: pasang Node.js 20 atau lebih baru beserta npm, lalu ulangi.');
  if (npm.status !== 0) stop('Pemasangan gagal: periksa sambungan ke registri npm dan ruang disk, lalu ulangi.');
  writeFileSync(stamp, wanted);
}

/** Runs each command in turn and stops at the first that fails. */
function inTurn(...steps) {
  for (const [command, args] of steps) {
    const status = run(command, args);
    if (status !== 0) return status;
  }
  return 0;
}

const [task, ...rest] = process.argv.slice(2);
if (Number(process.versions.node.split('.')[0]) < 20) stop('Diperlukan Node.js 20 atau lebih baru.');
install(root, 'Memasang kebutuhan aplikasi (sekali saja) ...');

// Modules are stripped of types and compiled once.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'portal');

const bin = (name) => join(root, 'node_modules', '.bin', name);
const tasks = {
  portal: () => run(node24, [...ENGINE_FLAGS, 'src/app/cli.ts', ...rest]),
  serve: () => run(node24, ['src/app/serve.ts', ...rest]),
  start: () => run(node24, [...ENGINE_FLAGS, 'src/app/start.ts', ...rest]),
  // The truth of 400,000 people is held whole.
  nilai: () => run(node24, ['--max-old-space-size=8192', ...ENGINE_FLAGS, 'tests/sample/nilai.ts', ...rest]),
  'nilai:pemetaan': () => run(node24, [...ENGINE_FLAGS, 'tests/mapping/nilai.ts', ...rest]),
  bench: () => {
    install(join(root, 'bench'), 'Memasang program pembanding untuk pengukuran (sekali saja) ...');
    return run(node24, ['bench/run.ts', ...rest]);
  },
  test: () =>
    inTurn(
      [bin('biome'), ['format', '.']],
      [bin('oxlint'), ['--type-aware', '--deny-warnings', 'src', 'tests', 'scripts']],
      [node24, ['node_modules/typescript/bin/tsc', '--noEmit']],
      [node24, ['node_modules/vitest/vitest.mjs', 'run', ...rest]],
    ),
};
process.exit(tasks[task]());
