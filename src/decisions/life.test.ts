import { array, assert, boolean, constantFrom, nat, pre, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advance,
  type CaseEvent,
  type Choice,
  foldLife,
  isAdmitted,
  type Life,
  moverOf,
  onDay,
  type Sides,
} from './life.ts';

const sides = (simpeg: string, bkn: string): Sides => ({ simpeg, bkn });
const seen = (simpeg: string, bkn: string, sepakat?: Sides): CaseEvent => ({
  jenis: 'tampak',
  nilai: sides(simpeg, bkn),
  ...(sepakat ? { sepakat } : {}),
});
const agree = (simpeg: string, bkn = simpeg): CaseEvent => ({ jenis: 'selaras', nilai: sides(simpeg, bkn) });
const decided = (pilihan: Choice, nilai?: string, keputusan = 'k1'): CaseEvent => ({
  jenis: 'putus',
  disahkan: true,
  keputusan,
  pilihan,
  ...(nilai === undefined ? {} : { nilai }),
});
const waits: CaseEvent = { jenis: 'putus', disahkan: false, keputusan: 'k1', pilihan: 'bkn' };
const GONE: CaseEvent = { jenis: 'lepas' };
const SENT: CaseEvent = { jenis: 'kirim', paket: 'p1' };

describe('the life of a case', () => {
  it.each<[string, readonly CaseEvent[], Partial<Life>]>([
    ['a difference is open', [seen('A', 'B')], { tahap: 'terbuka' }],
    [
      'a decision stands while nothing moves',
      [seen('A', 'B'), decided('bkn'), seen('A', 'B')],
      { tahap: 'diputuskan' },
    ],
    ['what is postponed is no decision to send', [seen('A', 'B'), decided('tunda')], { tahap: 'tertunda' }],
    ['what is asked is no decision to send', [seen('A', 'B'), decided('tanya')], { tahap: 'ditanyakan' }],
    ['sent is not done', [seen('A', 'B'), decided('bkn'), SENT], { tahap: 'dikirim' }],
    [
      'and stays sent as long as the source shows the same',
      [seen('A', 'B'), decided('bkn'), SENT, seen('A', 'B')],
      { tahap: 'dikirim' },
    ],
    [
      'the source shows what was decided',
      [seen('A', 'B'), decided('bkn'), SENT, agree('B')],
      { tahap: 'selesai', akhir: 'sesuai' },
    ],
    [
      'the source was mended before anything was sent',
      [seen('A', 'B'), decided('bkn'), agree('B')],
      { tahap: 'selesai', akhir: 'sesuai' },
    ],
    [
      'both agree on what was decided to be wrong',
      [seen('A', 'B'), decided('bkn'), agree('A')],
      { tahap: 'selesai', akhir: 'lain' },
    ],
    [
      'equal by its spelling only',
      [seen('A', 'B'), decided('simpeg'), agree('A', 'a')],
      { tahap: 'selesai', akhir: 'sesuai' },
    ],
    ['nobody had decided', [seen('A', 'B'), agree('B')], { tahap: 'selesai', akhir: 'tanpa-keputusan' }],
    [
      'the same values are read as equal',
      [seen('A', 'B'), decided('bkn'), agree('A', 'B')],
      { tahap: 'selesai', akhir: 'pembacaan' },
    ],
    [
      'a wrong correction opens it',
      [seen('A', 'B'), decided('bkn'), SENT, seen('C', 'B')],
      { tahap: 'terbuka', terbukaKarena: 'fakta-berubah' },
    ],
    [
      'so does the side that was right',
      [seen('A', 'B'), decided('bkn'), seen('A', 'C')],
      { tahap: 'terbuka', terbukaKarena: 'fakta-berubah' },
    ],
    [
      'one of two corrections is on the way',
      [seen('A', 'B'), decided('lain', 'C'), SENT, seen('C', 'B')],
      { tahap: 'dikirim' },
    ],
    [
      'both corrections arrived',
      [seen('A', 'B'), decided('lain', 'C'), SENT, seen('C', 'B'), agree('C')],
      { tahap: 'selesai', akhir: 'sesuai' },
    ],
    [
      'back again',
      [seen('A', 'B'), decided('bkn'), agree('B'), seen('A', 'B')],
      { tahap: 'terbuka', terbukaKarena: 'muncul-lagi', sepakat: sides('B', 'B') },
    ],
    [
      'a person who is away closes nothing',
      [seen('A', 'B'), decided('bkn'), SENT, GONE],
      { tahap: 'lepas', sebelumLepas: 'dikirim' },
    ],
    [
      'and comes back as they were',
      [seen('A', 'B'), decided('bkn'), SENT, GONE, GONE, seen('A', 'B')],
      { tahap: 'dikirim' },
    ],
    [
      'or with other facts',
      [seen('A', 'B'), decided('bkn'), GONE, seen('C', 'B')],
      { tahap: 'terbuka', terbukaKarena: 'fakta-berubah' },
    ],
    ['or with the evidence', [seen('A', 'B'), decided('bkn'), GONE, agree('B')], { tahap: 'selesai', akhir: 'sesuai' }],
    ['what is closed does not mind who leaves', [seen('A', 'B'), agree('B'), GONE], { tahap: 'selesai' }],
    ['many wait for the second pair of eyes', [seen('A', 'B'), waits], { tahap: 'menunggu' }],
    ['who approves', [seen('A', 'B'), waits, { jenis: 'sah', keputusan: 'k1' }], { tahap: 'diputuskan' }],
    [
      'or refuses',
      [seen('A', 'B'), waits, { jenis: 'tolak', keputusan: 'k1' }],
      { tahap: 'terbuka', terbukaKarena: 'ditolak' },
    ],
    [
      'who approves while the person is away',
      [seen('A', 'B'), waits, GONE, { jenis: 'sah', keputusan: 'k1' }, seen('A', 'B')],
      { tahap: 'diputuskan' },
    ],
    [
      'or refuses then',
      [seen('A', 'B'), waits, GONE, { jenis: 'tolak', keputusan: 'k1' }, seen('A', 'B')],
      { tahap: 'terbuka', terbukaKarena: 'ditolak' },
    ],
    [
      'refused once it was replaced, it does not come back when that is taken back',
      [
        seen('A', 'B'),
        waits,
        decided('simpeg', undefined, 'k2'),
        { jenis: 'tolak', keputusan: 'k1' },
        { jenis: 'urung', keputusan: 'k2' },
      ],
      { tahap: 'terbuka', terbukaKarena: 'ditolak' },
    ],
    [
      'what nobody approved decided nothing',
      [seen('A', 'B'), waits, agree('B')],
      { tahap: 'selesai', akhir: 'tanpa-keputusan' },
    ],
    ['taken back', [seen('A', 'B'), decided('bkn'), { jenis: 'urung', keputusan: 'k1' }], { tahap: 'terbuka' }],
    [
      'the later of two stands',
      [seen('A', 'B'), decided('bkn'), decided('simpeg', undefined, 'k2')],
      { tahap: 'diputuskan' },
    ],
    [
      'taken back, the earlier stands again',
      [seen('A', 'B'), decided('bkn'), decided('simpeg', undefined, 'k2'), { jenis: 'urung', keputusan: 'k2' }],
      { tahap: 'diputuskan', putusan: { keputusan: 'k1', pilihan: 'bkn' } },
    ],
    [
      'and is judged by what came meanwhile',
      [seen('A', 'B'), decided('bkn'), decided('lain', 'C', 'k2'), seen('C', 'B'), { jenis: 'urung', keputusan: 'k2' }],
      { tahap: 'terbuka', terbukaKarena: 'fakta-berubah' },
    ],
  ])('%s', (_, events, expected) => {
    expect(foldLife(events)).toMatchObject(expected);
  });

  it.each<[string, Sides | undefined, Sides, string]>([
    ['never agreed', undefined, sides('A', 'B'), 'belum-pernah-sama'],
    ['the Simpeg moved', sides('B', 'B'), sides('A', 'B'), 'simpeg'],
    ['BKN moved', sides('A', 'A'), sides('A', 'B'), 'bkn'],
    ['both moved', sides('C', 'C'), sides('A', 'B'), 'keduanya'],
    ['the reading moved', sides('A', 'B'), sides('A', 'B'), 'pembacaan'],
  ])('tells who moved: %s', (_, sepakat, nilai, expected) => {
    expect(moverOf({ nilai, ...(sepakat ? { sepakat } : {}) })).toBe(expected);
  });

  it.each([['selesai'], ['lepas'], ['dikirim']] as const)('takes no decision in stage %s', (tahap) => {
    expect(isAdmitted(tahap, 'putus')).toBe(false);
    expect(() => advance({ tahap, nilai: sides('A', 'B') }, decided('bkn'))).toThrow(/does not take putus/);
  });
});

/** What may happen to a case, as a walk: each step is one of those that its stage admits. */
const value = constantFrom('', 'A', 'B', 'C');
const step = record({
  what: nat(6),
  simpeg: value,
  bkn: value,
  pilihan: constantFrom<Choice>('simpeg', 'bkn', 'lain', 'tunda', 'tanya'),
  disahkan: boolean(),
});
const walk = array(step, { maxLength: 30 }).map((steps) => {
  const events: CaseEvent[] = [seen('A', 'B')];
  let rulings = 0;
  for (const { what, simpeg, bkn, pilihan, disahkan } of steps) {
    const life = foldLife(events) as Life;
    const standing = life.putusan?.keputusan ?? '';
    if (what === 0 && simpeg !== bkn) events.push(seen(simpeg, bkn));
    if (what === 1 && life.tahap !== 'selesai') events.push(agree(simpeg));
    if (what === 2) events.push(GONE);
    if (what === 3 && isAdmitted(life.tahap, 'putus')) {
      rulings += 1;
      events.push({
        jenis: 'putus',
        keputusan: `k${rulings}`,
        pilihan,
        disahkan,
        ...(pilihan === 'lain' ? { nilai: 'C' } : {}),
      });
    }
    if (what === 4 && life.tahap === 'menunggu')
      events.push({ jenis: disahkan ? 'sah' : 'tolak', keputusan: standing });
    if (what === 5 && life.tahap === 'diputuskan') events.push(SENT);
  }
  return events;
});

describe('a case that is postponed until a day', () => {
  const life: Life = {
    tahap: 'tertunda',
    nilai: { simpeg: 'A', bkn: 'B' },
    sepakat: { simpeg: 'B', bkn: 'B' },
    putusan: { keputusan: 'k', pilihan: 'tunda', tunda: '2026-12-03' },
  };
  it.each([
    ['2026-12-02', life],
    ['2026-12-03', { tahap: 'terbuka', nilai: life.nilai, sepakat: life.sepakat, terbukaKarena: 'masa-tunda-lewat' }],
  ])('on %s', (hari, expected) => {
    expect(onDay(life, hari)).toEqual(expected);
  });
});

describe('any life', () => {
  it('closes by evidence alone, and a difference in sight is never closed', () => {
    assert(
      property(walk, (events) => {
        const last = events.findLast(({ jenis }) => jenis === 'tampak' || jenis === 'selaras');
        expect(foldLife(events)?.tahap === 'selesai').toBe(last?.jenis === 'selaras');
      }),
    );
  });

  it('keeps a decision while the values stay, whatever else happens', () => {
    assert(
      property(walk, array(constantFrom('again', 'away'), { maxLength: 6 }), (events, later) => {
        const life = foldLife(events) as Life;
        pre(life.putusan !== undefined && life.tahap !== 'selesai');
        const again: CaseEvent = { jenis: 'tampak', nilai: life.nilai };
        const after = foldLife([...events, ...later.map((each) => (each === 'away' ? GONE : again)), again]);
        expect(after?.putusan).toEqual(life.putusan);
      }),
    );
  });

  it('without what was taken back is as if that had never been decided', () => {
    assert(
      property(walk, (events) => {
        const last = events.findLast((event) => event.jenis === 'putus');
        pre(last?.jenis === 'putus' && !events.slice(events.indexOf(last)).some(({ jenis }) => jenis === 'kirim'));
        const keputusan = last?.jenis === 'putus' ? last.keputusan : '';
        const without = events.filter((event) => !('keputusan' in event && event.keputusan === keputusan));
        expect(foldLife([...events, { jenis: 'urung', keputusan }])).toEqual(foldLife(without));
      }),
    );
  });
});
