import { blockOn, blockOnEveryTwo, keyOf } from '../blocking-rule.ts';
import { alike, edits } from '../comparison.ts';
import { deletions, prefix, slice, sound, suffix, through, whole, words } from '../keys.ts';
import type { LinkSpec } from '../link.ts';

/** One thousand invented persons; first name, surname and date of birth are often damaged together. */
export const FAKE_1000: LinkSpec = {
  comparisons: [
    { field: 'email', levels: [edits(1), edits(2), alike(0.88)], byFrequency: true },
    { field: 'dob', levels: [edits(1), edits(2)] },
    { field: 'first_name', levels: [alike(0.92), alike(0.8)], swappedWith: 'surname', byFrequency: true },
    { field: 'surname', levels: [alike(0.92), alike(0.8)], swappedWith: 'first_name', byFrequency: true },
    { field: 'city', levels: [alike(0.85)], byFrequency: true },
  ],
  blocking: [
    blockOn('email, one letter off', [keyOf('email', deletions)]),
    blockOn('start of the email', [keyOf('email', prefix(6))]),
    blockOn('end of the email', [keyOf('email', suffix(12))]),
    blockOn('birth, one digit off', [keyOf('dob', deletions)]),
    ...blockOnEveryTwo({
      'start of the first name': keyOf(['first_name', 'surname'], prefix(3)),
      'sound of a name': keyOf(['first_name', 'surname'], sound),
      'year and month of birth': keyOf('dob', slice(0, 7)),
      'month and day of birth': keyOf('dob', slice(5, 10)),
      city: keyOf('city', prefix(4)),
    }),
  ],
  /** About three others of a thousand are the same person. */
  priorBits: Math.log2(3 / 1000),
};

const PLACE = keyOf('postcode_fake', prefix(3));

/** Fifty thousand records of historical persons: about ten of each, with nicknames, titles and postcodes nearby. */
export const HISTORICAL_50K: LinkSpec = {
  comparisons: [
    { field: 'dob', levels: [edits(1), edits(2)], byFrequency: true },
    { field: 'surname', levels: [alike(0.92), alike(0.8)], swappedWith: 'first_name', byFrequency: true },
    { field: 'first_name', levels: [alike(0.92), alike(0.8)], swappedWith: 'surname', byFrequency: true },
    { field: 'postcode_fake', levels: [edits(1), edits(2), alike(0.85)], byFrequency: true },
    { field: 'birth_place', levels: [alike(0.88)], byFrequency: true },
    { field: 'occupation', levels: [alike(0.88)], byFrequency: true },
  ],
  blocking: [
    blockOn('surname and birth', [keyOf('surname', prefix(4)), keyOf('dob', slice(0, 4))], PLACE),
    blockOn('birth', [keyOf('dob', whole)], keyOf(['surname', 'first_name'], prefix(2))),
    blockOn('postcode', [keyOf('postcode_fake', whole)], keyOf('surname', prefix(2))),
    blockOn('names', [keyOf('first_name', prefix(3)), keyOf('surname', sound)], keyOf('dob', slice(0, 3))),
    blockOn('place and surname', [keyOf('birth_place', prefix(5)), keyOf('surname', prefix(4))], PLACE),
    blockOn('postcode nearby and birth', [PLACE, keyOf('dob', slice(0, 4))], keyOf('first_name', prefix(1))),
    blockOn('words of the name', [keyOf('full_name', words(4)), keyOf('dob', slice(5, 10))], PLACE),
    blockOn('sound and day of birth', [keyOf('surname', sound), keyOf('dob', slice(5, 10))], PLACE),
    blockOn('words and postcode', [keyOf('full_name', through(words(4), prefix(6))), PLACE], keyOf('dob', slice(0, 3))),
  ],
  /** About nine others of fifty thousand are the same person. */
  priorBits: Math.log2(9 / 50_000),
};
