import { blockOn, blockOnEveryTwo, keyOf } from '../blocking-rule.ts';
import { alike, type Comparison, edits } from '../comparison.ts';
import { deletions, prefix, slice, sortedUnits, sound, through, whole, words } from '../keys.ts';
import type { LinkSpec } from '../link.ts';

const NAMES: readonly Comparison[] = [
  { field: 'given_name', levels: [alike(0.92), alike(0.8)], swappedWith: 'surname', byFrequency: true },
  { field: 'surname', levels: [alike(0.92), alike(0.8)], swappedWith: 'given_name', byFrequency: true },
];

const ADDRESS: readonly Comparison[] = [
  { field: 'street_number', levels: [edits(1)] },
  { field: 'address_1', levels: [alike(0.92), alike(0.82)], swappedWith: 'address_2' },
  { field: 'address_2', levels: [alike(0.92), alike(0.82)], swappedWith: 'address_1' },
  { field: 'suburb', levels: [alike(0.92), alike(0.82)] },
  { field: 'postcode', levels: [edits(1), edits(2)] },
  { field: 'state', levels: [edits(1)] },
];

const BORN: Comparison = { field: 'date_of_birth', levels: [edits(1), edits(2)] };
const NUMBER: Comparison = { field: 'soc_sec_id', levels: [edits(1), edits(2)] };

const NAME_FIELDS = ['given_name', 'surname'];
const ADDRESS_FIELDS = ['address_1', 'address_2'];

/** Whoever agrees in any two of these is compared; blocks too large are split by the year of birth. */
const TWO_OF = blockOnEveryTwo(
  {
    'sound of a name': keyOf(NAME_FIELDS, sound),
    'start of a name': keyOf(NAME_FIELDS, prefix(3)),
    'street number': keyOf('street_number', whole),
    'word of the address': keyOf(ADDRESS_FIELDS, through(words(4), prefix(5))),
    'start of the suburb': keyOf('suburb', prefix(4)),
    'sound of the suburb': keyOf('suburb', sound),
    postcode: keyOf('postcode', whole),
    'year of birth': keyOf('date_of_birth', slice(0, 4)),
    'day of birth': keyOf('date_of_birth', slice(4, 8)),
  },
  keyOf('state', whole),
);

const BLOCKING = [
  blockOn('birth, one digit off', [keyOf('date_of_birth', deletions)]),
  blockOn('digits of birth', [keyOf('date_of_birth', sortedUnits)]),
  ...TWO_OF,
];

/** How two FEBRL files are compared without their id number: decided before the truth was looked at. */
export const FEBRL: LinkSpec = { comparisons: [BORN, ...NAMES, ...ADDRESS], blocking: BLOCKING };

/** The same with the id number. */
export const FEBRL_WITH_NUMBER: LinkSpec = {
  comparisons: [NUMBER, ...FEBRL.comparisons],
  blocking: [blockOn('number, one digit off', [keyOf('soc_sec_id', deletions)]), ...BLOCKING],
};
