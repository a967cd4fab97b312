import { hashText } from '@slipform/kit/random/hash';
import { normalNumbers } from '@slipform/kit/random/normal-numbers';
import { expect, it } from 'vitest';
import { isHeldOutTag, isHeldOutWord } from './held-out-tags';
import { judgeNames } from './judge-names';
import { judgeTags } from './judge-tags';
import { ranksOf, recallAt } from './ranks';
import { iconOf, smallWorld } from './testing/small-world';
import type { Towers } from './towers';

const WIDTH = 32;

/** A direction for each text; `meaning` says which text a caption or a query is taken for. */
function towers(meaning: (text: string) => string): Towers {
  const embed = (texts: readonly string[]) => {
    const all = new Float32Array(texts.length * WIDTH);
    for (const [row, text] of texts.entries()) {
      const next = normalNumbers(hashText(meaning(text)));
      const values = Array.from({ length: WIDTH }, next);
      const length = Math.hypot(...values);
      for (const [at, value] of values.entries()) all[row * WIDTH + at] = value / length;
    }
    return Promise.resolve(all);
  };
  return {
    width: WIDTH,
    embedIcons: (world, rows) => embed(rows.map((row) => world.icons[row]!.caption)),
    embedTexts: embed,
  };
}
const knowing = towers((text) => text);
const ignorant = towers(() => 'the same');

const names = Array.from({ length: 40 }, (_, at) => `thing${at}`);
const icons = ['one', 'two'].flatMap((set) => names.map((name) => iconOf(`${set}:${name}`)));
const world = smallWorld(icons);

it('counts an entry that is as similar as the right one before it', () => {
  const right = Float32Array.of(1, 0, 0, 1);
  expect(ranksOf(right, right, 2)).toEqual([1, 1]);
  expect(ranksOf(right, Float32Array.of(1, 0, 1, 0), 2)).toEqual([2, 2]);
  expect(recallAt(1, [1, 2, 3, 1])).toBe(0.5);
});

it('judges by icons of distinct names, by those seen and unseen, and within sets', async () => {
  const options = { count: 30, seenNames: new Set(names.slice(0, 20)), leastNames: 40 };
  const best = await judgeNames(knowing, world, options);
  expect(best.all).toEqual({
    count: 30,
    iconToName: { at1: 1, at10: 1 },
    nameToIcon: { at1: 1, at10: 1 },
  });
  expect(best.seen.count + best.unseen.count).toBe(30);
  expect(best.distinct).toBeUndefined();
  expect(Object.keys(best.bySet)).toEqual(['one', 'two']);
  expect(best.bySet.one?.count).toBe(40);
  const worst = await judgeNames(ignorant, world, {
    ...options,
    resembling: (rows) => Promise.resolve(new Set(rows.slice(0, 2))),
  });
  expect(worst.all.iconToName).toEqual({ at1: 0, at10: 0 });
  expect(worst.distinct?.count).toBe(28);
});

it('judges a search by tags on what a match of names misses', async () => {
  const tagged = names.map((name, at) => {
    const tags = at < 4 ? ['warm', `${name} warm`] : [];
    return iconOf(`lucide:${at === 0 ? 'warm' : name}`, { tags });
  });
  const scores = await judgeTags(
    towers((text) => (['thing1', 'thing2', 'warm'].includes(text) ? 'warm' : text)),
    smallWorld(tagged),
    'lucide',
  );
  expect(scores).toMatchObject({ icons: 40, queries: 1, foundByName: 0.25, missedQueries: 1, hitAt10: 1 });
  // thing1 and thing2 stand first; thing3 may come among the others.
  expect(scores.precisionAt10).toBeGreaterThanOrEqual(0.2);
  expect(scores.chanceAt10).toBeCloseTo(3 / 39, 10);
  // 1 − (36·35·…·27)/(39·38·…·30)
  expect(scores.hitByChance).toBeCloseTo(1 - (29 * 28 * 27) / (39 * 38 * 37), 10);
});

it('holds out all tags of one set, and a word in ten of the others', () => {
  const held = names.filter(isHeldOutWord);
  expect(held.length).toBeGreaterThan(0);
  expect(held.length).toBeLessThan(12);
  const [word] = held;
  const other = names.find((name) => !isHeldOutWord(name))!;
  expect(isHeldOutTag(`${word!.toUpperCase()} ${other}`, iconOf('mdi:x'))).toBe(true);
  expect(isHeldOutTag(other, iconOf('mdi:x'))).toBe(false);
  expect(isHeldOutTag(other, iconOf('lucide:x'))).toBe(true);
});
