import { expect, test } from 'vitest';
import { nameExamples } from '../icons/name-examples';
import { iconOf, smallWorld } from '../icons/testing/small-world';
import { mineNames } from './mine-names';

const things = ['cloud', 'folder', 'bell', 'camera', 'car', 'book', 'lamp', 'tree', 'chair', 'bottle'];
const names = things.flatMap((thing) => [`red-${thing}`, `${thing}-box`, thing]);
const world = smallWorld(['one', 'two'].flatMap((set) => names.map((name) => iconOf(`${set}:${name}`))));
const examples = nameExamples(world, { withTags: false });
const options = { policy: 'max', perCaption: 4, operations: ['natural'], seed: 0 } as const;

test('a natural partner is an icon of the same set whose name is the hard caption', () => {
  const shares: number[] = [];
  const { byExample, records } = mineNames(world, examples, {
    ...options,
    onProgress: (done, total) => shares.push(done / total),
  });
  expect(shares).toEqual([0, 0.5, 1]);
  expect(records.length).toBeGreaterThan(20);
  expect(byExample.flat()).toHaveLength(records.length);
  for (const [index, hard] of byExample.entries()) {
    const own = world.icons[examples[index]!.rows[0]!]!;
    for (const { text, row, concreteness } of hard) {
      const partner = world.icons[row!]!;
      expect([partner.set, partner.caption]).toEqual([own.set, text]);
      const [words, others] = [own.caption.split(' '), text.split(' ')];
      expect(words.filter((word, at) => word !== others[at])).toHaveLength(1);
      expect(concreteness).toBeGreaterThan(1);
    }
  }
});

test('words that are held out are not exchanged, whichever comes first', () => {
  const { records } = mineNames(world, examples, options);
  const { keyword, replacement } = records[0]!;
  const pair = [keyword.text, replacement.text].sort().join(' ');
  const left = mineNames(world, examples, { ...options, without: new Set([pair]) }).records;
  expect(left.length).toBeLessThan(records.length);
  for (const each of left) {
    expect([each.keyword.text, each.replacement.text].sort().join(' ')).not.toBe(pair);
  }
});

test('what else an icon is called is no negative of its name', () => {
  const [first] = mineNames(world, examples, options).records;
  const tagged = smallWorld(
    world.icons.map((icon) =>
      icon.caption === first!.caption ? { ...icon, tags: [first!.negative, first!.replacement.text] } : icon,
    ),
  );
  const found = mineNames(tagged, nameExamples(tagged, { withTags: false }), options).records;
  expect(found.length).toBeGreaterThan(0);
  expect(
    found.some(({ caption, negative }) => caption === first!.caption && negative === first!.negative),
  ).toBe(false);
});
