/**
 * What each delivery is called, in the order of the command: the code of its instansi, or `6413-1`, `6413-2` where an instansi
 * sent several files.
 */
export function nameDeliveries(instansi: readonly string[]): readonly string[] {
  const all = Map.groupBy(instansi, (kode) => kode);
  const met = new Map<string, number>();
  return instansi.map((kode) => {
    if (all.get(kode)?.length === 1) return kode;
    const n = (met.get(kode) ?? 0) + 1;
    met.set(kode, n);
    return `${kode}-${n}`;
  });
}
