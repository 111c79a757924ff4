/** Different texts whose answers are kept at a time; deliveries repeat far fewer titles and words. */
const MOST = 10_000;

/** A pure function of a text that answers a repeated text from memory. */
export function remember<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const made = answer(text);
    if (known.size >= MOST) known.clear();
    known.set(text, made);
    return made;
  };
}
