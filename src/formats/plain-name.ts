/** The name of a file without its extensions. */
export function plainName(berkas: string): string {
  return berkas.replace(/\.gz$/i, '').replace(/\.[^./]*$/, '') || berkas;
}
