import type { Facts } from '../person.ts';
import type { Month } from '../plan/horizon.ts';
import type { Random } from '../random.ts';
import type { Context, Slot } from './context.ts';
import { drawPhone } from './identity.ts';

/** A fact of the person that is no event of the career changes in a month. */
export interface DataChange {
  readonly month: Month;
  readonly peristiwa: 'gelar' | 'identitas' | 'kontak';
  readonly facts: Facts;
}

/** Chances of one month. */
const TITLES = 0.004;
const IDENTITY = 0.0012;
const CONTACT = 0.01;

/**
 * Titles added or respelled, name or NIK put right, telephone, address or e-mail changed. A birth date is never put right by itself: it is
 * part of the NIP, so it only was wrong where a defect made it so.
 */
export function drawDataChanges(
  { until }: Context,
  slot: Slot,
  { from, facts: present }: { readonly from: Month; readonly facts: Facts },
  random: Random,
): DataChange[] {
  const changes: DataChange[] = [];
  let facts = present;
  const add = (month: Month, peristiwa: DataChange['peristiwa'], changed: Facts | undefined): void => {
    if (!changed) return;
    changes.push({ month, peristiwa, facts: changed });
    facts = { ...facts, ...changed };
  };
  for (let month = from; month <= until; month++) {
    const chances = [random.unit(), random.unit(), random.unit()] as const;
    if (chances[0] < TITLES) add(month, 'gelar', otherTitles(facts, slot, chances[0] < TITLES / 4));
    if (chances[1] < IDENTITY) add(month, 'identitas', otherIdentity(facts, chances[1] < IDENTITY * 0.8, random));
    if (chances[2] < CONTACT) add(month, 'kontak', otherContact(facts, slot, random));
  }
  return changes;
}

/** A pilgrim's honorific in front, or the same titles with other blanks and dots. */
function otherTitles(facts: Facts, { origin }: Slot, added: boolean): Facts | undefined {
  const front = facts.gelar_depan ?? '';
  const haji = origin.perempuan ? 'Hj.' : 'H.';
  const back = facts.gelar_belakang;
  if ((added || back === undefined) && !/\bHj?\./.test(front))
    return { gelar_depan: front === '' ? haji : `${front} ${haji}` };
  if (back === undefined) return undefined;
  if (back.includes(', ')) return { gelar_belakang: back.replaceAll(', ', ',') };
  return { gelar_belakang: back.endsWith('.') ? back.slice(0, -1) : `${back}.` };
}

/** One letter of the name, or the NIK: its new serial is one that nobody is born with. */
function otherIdentity(facts: Facts, byName: boolean, random: Random): Facts | undefined {
  const { nama = '', nik = '' } = facts;
  if (!byName) return nik.length === 16 ? { nik: `${nik.slice(0, 12)}${random.between(9993, 9999)}` } : undefined;
  const at = nama.search(/[AIUEO][^AIUEO ]/);
  if (at < 1) return undefined;
  const vowel = 'AIUEO'[('AIUEO'.indexOf(nama[at] ?? 'A') + random.between(1, 4)) % 5] ?? 'A';
  return { nama: nama.slice(0, at) + vowel + nama.slice(at + 1) };
}

function otherContact(facts: Facts, { number }: Slot, random: Random): Facts {
  const kind = random.below(3);
  if (kind === 0) return { no_hp: drawPhone(number + 50_000 + random.below(1000), random) };
  if (kind === 1) return { email: `${(facts.email ?? 'a@').split('@')[0] ?? 'a'}${random.between(2, 9)}@contoh.test` };
  const rt = String(random.between(1, 20)).padStart(3, '0');
  return { alamat: (facts.alamat ?? '').replace(/RT \d{3}/, `RT ${rt}`), alamat_rt: rt };
}
