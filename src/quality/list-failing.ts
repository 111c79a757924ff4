import type { IkdIndicator } from '#rules/ikd/indicators.ts';
import { isAktif } from '#rules/ikd/population.ts';
import { bodyIdOf, nameOf } from './compute-ikd.ts';
import { Pemangku } from './pemangku.ts';
import { type Identity, type IkdInput, scanPeople } from './scan-people.ts';
import type { IkdPerson } from '#rules/ikd/person.ts';

export interface FailingPerson extends Identity {
  readonly instansi: string;
}

/** The active people who fail one indicator, in the order of the file; several holders of one post follow at its end, unit by unit. */
export async function* listFailing(input: IkdInput, indicator: IkdIndicator): AsyncIterable<readonly FailingPerson[]> {
  const { settings, reference } = input;
  const pemangku = new Pemangku<{ readonly person: IkdPerson; readonly found: FailingPerson }>();
  for await (const block of scanPeople(input)) {
    const failing: FailingPerson[] = [];
    for (const [index, person] of block.people.entries()) {
      if (!isAktif(person, settings)) continue;
      const describe = (): FailingPerson => ({
        instansi: nameOf(bodyIdOf(person), reference).instansi,
        ...block.identify(index),
      });
      if (indicator.kode === 'TIM_4') pemangku.add(person, settings, { person, found: describe() });
      else if (indicator.judge(person, settings) === 'gagal') failing.push(describe());
    }
    if (failing.length > 0) yield failing;
  }
  for (const { item, pemangku: holders } of pemangku.counted()) {
    if (indicator.judge({ ...item.person, pemangku: holders }, settings) === 'gagal') yield [item.found];
  }
}
