import type { AssignInput, Assigned } from './assign.ts';
import { AGREE, isInDoubt, percent, withFinding, witness } from './finding.ts';
import { determines } from './determines.ts';
import { textKindOf } from './text-kinds.ts';

/** How many times more units than offices there are at least. */
const FINER = 1.5;

/** Texts about units in which each unit lies within one of few: the office to which it belongs, whatever it is called. */
export function relateUnits(inputs: readonly AssignInput[], assigned: readonly Assigned[]): readonly AssignInput[] {
  const unit = witness(assigned, 'unit_kerja');
  if (!unit || assigned.some(({ chosen }) => chosen?.field?.nama === 'unit_organisasi_induk')) return inputs;
  const facts = unit.column.facts;
  const findings = inputs.flatMap((input, index) => {
    const own = assigned[index];
    const { distinct, filledShare } = input.column.facts;
    if (!own || own === unit || !isInDoubt(own) || filledShare < FILLED || distinct.size < 2) return [];
    if (distinct.size * FINER > facts.distinct.size || textKindOf(input.column.facts) !== 'unit') return [];
    const share = determines(facts, input.column.facts);
    if (share < AGREE) return [];
    const bukti = `${percent(share)} tiap ${unit.named.name} berada di satu isinya`;
    return [{ input, finding: { nama: 'unit_organisasi_induk', share, bukti } as const }];
  });
  const [only, ...more] = findings;
  return only && more.length === 0
    ? inputs.map((input) => (input === only.input ? withFinding(input, only.finding) : input))
    : inputs;
}

const FILLED = 0.8;
