import type { Icon, MinimalPair } from '@slipform/icons';
import { describe, expect, test } from 'vitest';
import { iconOf, signedThings } from '../icons/testing/small-world';
import { choosePairs } from './choose-pairs';
import { captionEditor } from './edit-caption';
import { linkedWords, pairKey } from './word-links';
import { placeOf, wordTable } from './word-table';

/** Every thing with every sign, the sign first in half of them, by some artists. */
function names(artists: readonly string[] = ['a', 'b']): Icon[] {
  return artists.flatMap((artist) => signedThings(artist).map((id) => iconOf(id)));
}

describe('the table of words', () => {
  const table = wordTable([...names(), iconOf('a:cloud-off', { style: 'bold' }), iconOf('c:go-2-x-cloud')]);

  test('counts names of a family once, and knows where a word stands', () => {
    expect(table.frequencyOf('cloud')).toBeCloseTo(Math.log2(25), 12);
    expect(table.frequencyOf('nowhere')).toBe(0);
    expect(table.standsAt('go', 'first')).toBe(true);
    expect(table.standsAt('go', 'last')).toBe(false);
    expect([placeOf(0, 1), placeOf(0, 2), placeOf(1, 3), placeOf(2, 3)]).toEqual([
      'only',
      'first',
      'middle',
      'last',
    ]);
  });

  test('rates words and no digits, letters or strange words', () => {
    expect(table.ratingOf('cloud')).toBeGreaterThan(4);
    expect(table.ratingOf('off')).toBeLessThan(3.35);
    for (const word of ['2', 'x', 'qwxzy']) expect(table.ratingOf(word)).toBeUndefined();
    expect(table.rated).not.toContain('2');
  });
});

describe('linked words', () => {
  const linked = linkedWords([
    iconOf('a:trash', { tags: ['delete', 'Rubbish bin'] }),
    iconOf('a:cloud-add', { aliases: ['cloud plus'] }),
  ]);

  test('are those of one drawing in names, aliases and tags, and words that begin alike', () => {
    expect(linked('trash', 'delete')).toBe(true);
    expect(linked('bin', 'trash')).toBe(true);
    expect(linked('plus', 'add')).toBe(true);
    expect(linked('player', 'play')).toBe(true);
  });

  test('are no others', () => {
    expect(linked('cloud', 'plus')).toBe(false);
    expect(linked('trash', 'cloud')).toBe(false);
  });
});

describe('edited captions', () => {
  const table = wordTable(names());
  const edit = captionEditor({ table, linked: () => false, heldOut: new Set() });

  test('exchange one word for one as concrete, as frequent and in the same place', () => {
    const found = edit(['cloud', 'off'], 0);
    expect(found.length).toBeGreaterThan(2);
    for (const { text, concreteness } of found) {
      const [word, last] = text.split(' ');
      expect(last).toBe('off');
      expect(word).not.toBe('cloud');
      expect(Math.abs(table.ratingOf(word!)! - concreteness)).toBeLessThanOrEqual(0.5);
      expect(concreteness).toBe(table.ratingOf('cloud'));
    }
    expect(edit(['cloud', 'off'], 0)).toEqual(found);
  });

  test('leave out what is linked, held out or known already', () => {
    const all = edit(['cloud', 'off'], 0);
    const word = all[0]!.text.split(' ')[0]!;
    const words = (options: Partial<Parameters<typeof captionEditor>[0]>) =>
      captionEditor({ table, linked: () => false, heldOut: new Set(), ...options })(['cloud', 'off'], 0).map(
        ({ text }) => text.split(' ')[0],
      );
    expect(words({ heldOut: new Set([pairKey('cloud', word)]) })).not.toContain(word);
    expect(words({ linked: (a, b) => a === 'off' && b === word })).not.toContain(word);
    expect(edit(['cloud', 'off'], 0, new Set([all[0]!.text]))).toEqual(all.slice(1));
    expect(edit(['qwxzy', 'off'], 0)).toEqual([]);
  });
});

describe('questions', () => {
  const icons = names();
  const pairs = [...icons.keys()].flatMap((i): MinimalPair[] =>
    [...icons.keys()].slice(i + 1).flatMap((j) => {
      const [a, b] = [icons[i]!, icons[j]!];
      const slots = [0, 1].filter((slot) => a.words[slot] !== b.words[slot]);
      if (a.set !== b.set || slots.length !== 1) return [];
      const slot = slots[0]!;
      return [{ id: `${a.id} ${b.id}`, icons: [a, b], slot, words: [a.words[slot]!, b.words[slot]!] }];
    }),
  );

  test('choose pairs within limits, the same for one seed', () => {
    const limits = { count: 200, seed: 1, perWordPair: 1, perWord: 5, perIcon: 2 };
    const chosen = choosePairs(pairs, limits);
    const most = (keys: readonly string[]) => {
      const counts = new Map<string, number>();
      for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
      return Math.max(...counts.values());
    };
    expect(most(chosen.map(({ words }) => pairKey(...words)))).toBe(1);
    expect(most(chosen.flatMap(({ words }) => words))).toBe(5);
    expect(most(chosen.flatMap((pair) => pair.icons.map(({ id }) => id)))).toBe(2);
    expect(choosePairs(pairs, limits)).toEqual(chosen);
    expect(choosePairs(pairs, { ...limits, seed: 2 })).not.toEqual(chosen);
    expect(choosePairs(pairs, { ...limits, count: 7 })).toHaveLength(7);
  });
});
