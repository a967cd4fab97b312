import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { iconNamed } from '../../testing/icon-of';
import type { Icon } from '../icon';
import { mainDrawings } from './main-drawings';
import { type MinimalPairsOptions, minimalPairs } from './minimal-pairs';

const idsOf = (icons: readonly Icon[], options?: MinimalPairsOptions) =>
  minimalPairs(icons, options).map(({ id }) => id);

describe('minimal pairs', () => {
  it('are two icons of a set whose captions differ at one place', () => {
    const captions = ['cloud off', 'cloud', 'bell off', 'cloud check', 'cloud off line', 'bell', 'off cloud'];
    const pairs = minimalPairs(captions.map((caption) => iconNamed(caption)));
    expect(pairs.map(({ id, slot, words }) => [id, slot, words])).toEqual([
      ['try:bell-off try:cloud-off', 0, ['bell', 'cloud']],
      ['try:cloud-check try:cloud-off', 1, ['check', 'off']],
    ]);
    expect(idsOf([iconNamed('cloud off', { set: 'a' }), iconNamed('cloud check', { set: 'b' })])).toEqual([]);
  });

  it.each<[string, Icon, Icon]>([
    ['number', iconNamed('open box'), iconNamed('open boxes')],
    ['spelling', iconNamed('colour fan'), iconNamed('color fan')],
    ['a form of the verb', iconNamed('door lock'), iconNamed('door locked')],
    ['the same drawing', iconNamed('cup hot', { body: '' }), iconNamed('cup cold', { body: '' })],
    ['an alias', iconNamed('file trash', { aliases: ['file bin'] }), iconNamed('file bin')],
    ['a tag', iconNamed('file trash'), iconNamed('file bin', { tags: ['trash'] })],
    ['marks of companies', iconNamed('brand one'), iconNamed('brand two')],
  ])('are none where the difference is %s', (_, a, b) => {
    expect(idsOf([a, b])).toEqual([]);
    expect(idsOf([b, a])).toEqual([]);
  });

  it('are of one style: that of most captions, and of several drawings the first', () => {
    const icons = [
      iconNamed('cloud off', { style: 'fill' }),
      iconNamed('cloud off', { variant: '2', id: 'try:cloud-off-2' }),
      iconNamed('cloud off'),
      iconNamed('cloud up'),
      iconNamed('cloud down', { style: 'fill' }),
      iconNamed('sun', { variant: '2', id: 'try:sun-2' }),
    ];
    expect(mainDrawings(icons).map(({ id }) => id)).toEqual(['try:cloud-off', 'try:cloud-up', 'try:sun-2']);
    expect(idsOf(icons)).toEqual(['try:cloud-off try:cloud-up']);
  });

  it('are sampled within limits, by the seed alone', () => {
    const things = ['bell', 'cloud', 'cup', 'door', 'eye', 'flag', 'gift', 'hat'];
    const icons = things.flatMap((thing) =>
      ['off', 'check', 'plus'].map((state) => iconNamed(`${thing} ${state}`)),
    );
    const all = idsOf(icons);
    // 8 things in 3 states: 3 pairs of states a thing, 28 of things a state.
    expect(all).toHaveLength(8 * 3 + 28 * 3);
    const some = idsOf(icons, { seed: 1, max: 10 });
    expect(some).toHaveLength(10);
    expect(all.filter((id) => some.includes(id))).toEqual(some);
    expect(idsOf(icons, { seed: 1, max: 10 })).toEqual(some);
    expect(idsOf(icons, { seed: 2, max: 10 })).not.toEqual(some);
    const counts = (
      pairs: ReturnType<typeof minimalPairs>,
      keyOf: (words: readonly string[]) => string[],
    ) => {
      const found = new Map<string, number>();
      for (const { words } of pairs) {
        for (const key of keyOf(words)) found.set(key, (found.get(key) ?? 0) + 1);
      }
      return Math.max(...found.values());
    };
    expect(counts(minimalPairs(icons, { perWord: 2 }), (words) => [...words])).toBe(2);
    expect(counts(minimalPairs(icons, { perWordPair: 1 }), (words) => [[...words].sort().join()])).toBe(1);
    expect(idsOf(icons, { perWordPair: 1 })).toHaveLength(3 + 28);
  });

  it('are all there are, each once, whatever the order of the icons', () => {
    const word = fc.constantFrom('bell', 'cloud', 'off', 'check', 'up');
    const caption = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const list = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b'), caption), {
      maxLength: 25,
      selector: ([set, text]) => `${set} ${text}`,
    });
    fc.assert(
      fc.property(list, (names) => {
        const icons = names.map(([set, text]) => iconNamed(text, { set }));
        const found = idsOf(icons);
        const expected = icons.flatMap((a) =>
          icons
            .filter((b) => a.set === b.set && a.caption < b.caption && oneApart(a, b))
            .map((b) => `${a.id} ${b.id}`),
        );
        expect([...found].sort()).toEqual(expected.sort());
        expect([...idsOf([...icons].reverse())].sort()).toEqual([...found].sort());
      }),
    );
  });
});

function oneApart(a: Icon, b: Icon): boolean {
  if (a.words.length !== b.words.length || a.words.length < 2) return false;
  return a.words.filter((word, at) => word !== b.words[at]).length === 1;
}
