/** The name of a file without its extensions. */
export function plainName(berkas: string): string {
  return berkas.replace(/\.gz$/i, '').replace(/\.[^./]*$/, '') || berkas;
}

/** A name that is not taken: the wanted one, or that with a number behind it. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  for (let count = 2, name = wanted; ; name = `${wanted} (${count++})`) if (!taken.has(name)) return name;
}
