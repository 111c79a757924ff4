/** Words of a column that numbers the person and nothing else. */
const PERSON_WORDS: ReadonlySet<string> = new Set(['no', 'id', 'pegawai', 'nip', 'orang']);

/** Whether a name speaks of the person's number only: "PEG_ID", "no_pegawai", "PERSON_ID". */
export const isNumberOfPerson = (concepts: readonly string[]): boolean =>
  concepts.every((concept) => PERSON_WORDS.has(concept)) &&
  concepts.some((concept) => concept === 'pegawai' || concept === 'nip' || concept === 'orang');
