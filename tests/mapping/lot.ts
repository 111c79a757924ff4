/** Throws that depend on nothing but their name: the same name gives the same throw. */
export function throwOf(name: string): number {
  let hash = 2_166_136_261;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_519);
  hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_917);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
}

export const below = (name: string, size: number): number => Math.floor(throwOf(name) * size);

export function pick<T>(name: string, list: readonly T[]): T {
  const item = list[below(name, list.length)];
  if (item === undefined) throw new Error(`Nothing to pick from for ${name}`);
  return item;
}

/** The list in an order of the name's own. */
export const shuffle = <T>(name: string, list: readonly T[]): readonly T[] =>
  list
    .map((item, index) => ({ item, key: throwOf(`${name}/${index}`) }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
