import { posix } from 'node:path';

/** The allowed shape of `src/`: see edges.json. */
export interface Rules {
  readonly levels: Readonly<Record<string, number>>;
  /** Rooms of independent pure files, which may be imported file by file instead of through an index. */
  readonly withoutDoor: readonly string[];
  readonly edges: Readonly<Record<string, readonly string[]>>;
}

/** Source files by path below `src/` ("rules/nip.ts") with their text. */
export type Files = ReadonlyMap<string, string>;

/** Parts of `web/`, lowest first; each may import those below it. */
const WEB_PARTS = ['ui', 'api', 'lists', 'features', 'app'];
/** What the browser may know of `src/`: what the API asks and answers, and pure rules. */
const WEB_MAY_IMPORT = /^#(identity|intake|decisions|findings)\/contract$|^#(kernel|rules)\/[^/]+\.ts$/;

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'|\bimport\(\s*'([^']+)'/g;

/** Every violation of the rules as a sentence; none means that the house stands. */
export function findViolations(files: Files, rules: Rules): string[] {
  const graph = new Map<string, string[]>();
  const violations: string[] = [];
  for (const [path, text] of files) {
    const targets: string[] = [];
    for (const match of text.matchAll(IMPORT)) {
      const spec = match[1] ?? match[2] ?? match[3] ?? '';
      const target = resolve(path, spec);
      if (target === undefined) continue;
      targets.push(target);
      violations.push(...judge(path, spec, target, rules));
    }
    graph.set(path, targets);
  }
  for (const cycle of findCycles(graph)) violations.push(`cycle: ${cycle.join(' -> ')}`);
  return violations;
}

/** Path below src/ that an import points to, or undefined for packages. */
function resolve(from: string, spec: string): string | undefined {
  if (spec.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), spec));
  if (!spec.startsWith('#')) return undefined;
  return spec.includes('/') ? spec.slice(1) : `${spec.slice(1)}/index.ts`;
}

function judge(from: string, spec: string, target: string, rules: Rules): string[] {
  const room = from.split('/')[0] ?? '';
  const other = target.split('/')[0] ?? '';
  if (!(room in rules.levels)) return [`unknown room: ${from}`];
  if (other === '..' || !(other in rules.levels)) return [`import outside the rooms: ${from} imports ${spec}`];
  if (room === other) return [];
  if (spec.startsWith('.')) return [`relative import into another room: ${from} imports ${spec}`];
  if (!(rules.edges[room] ?? []).includes(other)) return [`unlisted edge: ${from} imports ${spec}`];
  if ((rules.levels[other] ?? 0) >= (rules.levels[room] ?? 0)) return [`import upward: ${from} imports ${spec}`];
  if (!rules.withoutDoor.includes(other) && target !== `${other}/index.ts`)
    return [`past the door: ${from} imports ${spec}`];
  return [];
}

/** Every violation of the browser application's shape, by path below `web/` ("ui/nip.tsx"). */
export function findWebViolations(files: Files): string[] {
  return [...files].flatMap(([path, text]) =>
    [...text.matchAll(IMPORT)].flatMap((match) => judgeWeb(path, match[1] ?? match[2] ?? match[3] ?? '')),
  );
}

function judgeWeb(from: string, spec: string): string[] {
  if (spec.startsWith('#')) return WEB_MAY_IMPORT.test(spec) ? [] : [`not for the browser: ${from} imports ${spec}`];
  const target = resolve(from, spec);
  if (target === undefined) return [];
  const [part = '', feature] = from.split('/');
  const [other = '', otherFeature] = target.split('/');
  if (!WEB_PARTS.includes(part) || !WEB_PARTS.includes(other)) return [`outside web: ${from} imports ${spec}`];
  if (WEB_PARTS.indexOf(other) > WEB_PARTS.indexOf(part)) return [`import upward: ${from} imports ${spec}`];
  if (part === 'features' && other === 'features' && feature !== otherFeature)
    return [`another feature: ${from} imports ${spec}`];
  return [];
}

/** Cycles of files, type imports counted; each is reported once. */
function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[][] = [];
  const trail: string[] = [];
  const visit = (path: string): void => {
    state.set(path, 'open');
    trail.push(path);
    for (const next of graph.get(path) ?? []) {
      if (state.get(next) === 'open') cycles.push([...trail.slice(trail.indexOf(next)), next]);
      else if (!state.has(next) && graph.has(next)) visit(next);
    }
    trail.pop();
    state.set(path, 'done');
  };
  for (const path of graph.keys()) if (!state.has(path)) visit(path);
  return cycles;
}
