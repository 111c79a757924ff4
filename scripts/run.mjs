// Entry of `npm start`, `npm test` and the other scripts. It runs on any Node from 20, installs what is
// missing, and hands over to the Node 24 that comes as the npm package `node`. No dependency may be imported here.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ENGINE_FLAGS, LEAN_ENV, LEAN_FLAGS } from './engine-flags.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node24 = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function run(command, args, cwd = root) {
  const result = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (result.error) stop(`Perintah ${command} tidak dapat dijalankan: pasang Node.js 20 atau lebih baru beserta npm.`);
  return result.status ?? 1;
}

/**
 * Installs the packages of one folder where its lock file changed since the last time; says whether they are there. Without `tools`
 * those that only checks need are left out, unless they are there already.
 */
function install(folder, sentence, { flags = [], otherwise = stop, tools = true } = {}) {
  const stamp = join(folder, 'node_modules', '.terpasang');
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  const [hash, extent] = existsSync(stamp) ? readFileSync(stamp, 'utf8').split(' ') : [];
  const hasTools = hash === undefined ? existsSync(join(folder, 'node_modules', 'vitest')) : extent !== 'tanpa-alat';
  if (hash === lock && existsSync(node24) && (hasTools || !tools)) return true;
  process.stderr.write(`${sentence}\n`);
  const isWhole = tools || hasTools;
  const omit = isWhole ? [] : ['--omit=dev'];
  const npm = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...omit, ...flags], {
    cwd: folder,
    stdio: ['ignore', 2, 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.error) stop('npm tidak ditemukan: pasang Node.js 20 atau lebih baru beserta npm, lalu ulangi.');
  if (npm.status !== 0) {
    otherwise('Pemasangan gagal: periksa sambungan ke registri npm dan ruang disk, lalu ulangi.');
    return false;
  }
  writeFileSync(stamp, isWhole ? lock : `${lock} tanpa-alat`);
  return true;
}

/** Runs each command in turn and stops at the first that fails. */
function inTurn(...steps) {
  for (const [command, args] of steps) {
    const status = run(command, args);
    if (status !== 0) return status;
  }
  return 0;
}

// Ctrl-C reaches the program itself, which ends in order and tells how; until then this one waits.
process.on('SIGINT', () => undefined);

const [task, ...rest] = process.argv.slice(2);
if (Number(process.versions.node.split('.')[0]) < 20) stop('Diperlukan Node.js 20 atau lebih baru.');
install(root, 'Memasang kebutuhan aplikasi (sekali saja) ...', {
  tools: task === 'test' || task === 'test:faults',
});

// Modules are stripped of types and compiled once.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'portal');

// What is measured beside the engine runs as it is.
if (task !== 'bench') for (const [name, value] of Object.entries(LEAN_ENV)) process.env[name] ??= value;

/** The reader of SQL Server is there only where somebody asked for it; from then on it is kept at the locked version. */
const sqlserver = join(root, 'drivers', 'sqlserver');
const readsSqlserver = existsSync(join(sqlserver, 'node_modules'));
const installSqlserver = (how) => install(sqlserver, 'Memasang pembaca SQL Server (sekali saja) ...', how);

const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');

/** Whether the browser application is there, and newer than all that it is made of. */
function isBuilt() {
  const page = join(root, 'web', 'dist', 'index.html');
  // An installation without the tools of development serves what was built before.
  if (!existsSync(vite)) return true;
  if (!existsSync(page)) return false;
  const built = statSync(page).mtimeMs;
  const sources = ['web', 'src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(join(root, 'web', 'dist')))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return [...sources, join(root, 'package-lock.json')].every((path) => statSync(path).mtimeMs <= built);
}

function build(...args) {
  process.stderr.write('Membangun halaman peramban ...\n');
  return run(node24, [vite, 'build', 'web', '--logLevel', 'warn', ...args]);
}

const bin = (name) => join(root, 'node_modules', '.bin', name);
const tasks = {
  portal: () => {
    if (readsSqlserver) installSqlserver();
    // Paths are those of the folder where the user stands, not of the application.
    return run(node24, [...ENGINE_FLAGS, join(root, 'src/app/cli.ts'), ...rest], process.env.INIT_CWD ?? root);
  },
  'pasang:sqlserver': () => {
    installSqlserver();
    process.stderr.write('Pembaca SQL Server sudah terpasang.\n');
    return 0;
  },
  build: () => build(...rest),
  web: () => run(node24, ['node_modules/vite/bin/vite.js', 'web', ...rest]),
  start: () => {
    const status = isBuilt() ? 0 : build();
    return status === 0 ? run(node24, [...LEAN_FLAGS, 'src/app/start.ts', ...rest]) : status;
  },
  contoh: () => run(node24, [...ENGINE_FLAGS, 'src/app/contoh.ts', ...rest]),
  // The truth of 400,000 people is held whole.
  nilai: () => run(node24, ['--max-old-space-size=8192', ...ENGINE_FLAGS, 'tests/sample/nilai.ts', ...rest]),
  'nilai:pemetaan': () => run(node24, [...ENGINE_FLAGS, 'tests/mapping/nilai.ts', ...rest]),
  // The pictures of the manual, of a portal that runs: `npm run gambar -- http://127.0.0.1:8080`.
  gambar: () => run(node24, [...ENGINE_FLAGS, 'scripts/pictures/take.ts', ...rest]),
  bench: () => {
    install(join(root, 'bench'), 'Memasang program pembanding untuk pengukuran (sekali saja) ...');
    return run(node24, ['bench/run.ts', ...rest]);
  },
  // Suites of faults at their large size; a folder behind `--` runs one of them.
  'test:faults': () => {
    process.env.UJI_UKURAN = 'N';
    const sized = ['tests/faults', 'tests/database', 'tests/server/route-matrix.test.ts', 'tests/web/web.test.ts'];
    const suites = rest.length > 0 ? rest : sized;
    return run(node24, ['node_modules/vitest/vitest.mjs', 'run', '--testTimeout', '3000000', ...suites]);
  },
  test: () => {
    // Its tests skip by name where the registry cannot be reached.
    installSqlserver({
      flags: ['--prefer-offline', '--fetch-retries=0', '--fetch-timeout=20000'],
      otherwise: () => undefined,
    });
    return inTurn(
      [bin('biome'), ['format', '.']],
      [bin('oxlint'), ['--type-aware', '--deny-warnings', 'src', 'tests', 'scripts', 'web']],
      [node24, ['node_modules/typescript/bin/tsc', '--noEmit']],
      [node24, ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'web']],
      [node24, ['node_modules/vitest/vitest.mjs', 'run', ...rest]],
    );
  },
};
process.exit(tasks[task]());
