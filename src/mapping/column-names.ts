/**
 * The names by which a recipe speaks of columns: the headings as delivered; a repeated one carries its number ("Nomor (2)"),
 * an empty one its place ("Kolom 3").
 */
export function columnNames(headings: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return headings.map((heading, index) => {
    const base = heading.trim() === '' ? `Kolom ${index + 1}` : heading;
    let name = base;
    for (let count = 2; taken.has(name); count++) name = `${base} (${count})`;
    taken.add(name);
    return name;
  });
}
