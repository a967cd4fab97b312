import { expect, test } from 'vitest';
import type { Question } from '../questions/question';
import { createRandom } from '../statistics/random';
import { aro } from './aro';
import { cleanCaption, shuffleCaption, type TaggedToken } from './shuffle-caption';

const TAGS: Readonly<Record<string, TaggedToken['tag']>> = {
  dog: 'noun',
  sofa: 'noun',
  cat: 'noun',
  black: 'adjective',
  old: 'adjective',
};
const tagger = (text: string): TaggedToken[] =>
  (text.match(/\w+|[^\w\s]/g) ?? []).map((word) => ({
    text: word,
    tag: TAGS[word.toLowerCase()] ?? 'other',
  }));

const caption = 'A black dog sits with a cat on the old sofa';

test('each shuffle moves what it may and nothing else', () => {
  const tokens = tagger(caption);
  const words = cleanCaption(caption).split(' ');
  const sorted = (list: readonly string[]) => [...list].sort().join(' ');
  let changed = 0;
  for (let seed = 0; seed < 40; seed++) {
    const [nouns, others, within, triples] = shuffleCaption(tokens, createRandom(seed)).map((text) =>
      text.split(' '),
    );
    for (const list of [nouns!, others!, within!, triples!]) {
      expect(sorted(list)).toBe(sorted(words));
      if (list.join(' ') !== words.join(' ')) changed++;
    }
    words.forEach((word, index) => {
      const tag = TAGS[word] ?? 'other';
      // Nouns change places with nouns, adjectives with adjectives; then only the other words do.
      if (tag === 'other') expect(nouns![index]).toBe(word);
      else {
        expect(TAGS[nouns![index]!]).toBe(tag);
        expect(others![index]).toBe(word);
      }
    });
    for (let start = 0; start + 3 <= 9; start += 3) {
      expect(sorted(within!.slice(start, start + 3))).toBe(sorted(words.slice(start, start + 3)));
      expect(triples!.join(' ')).toContain(words.slice(start, start + 3).join(' '));
    }
  }
  expect(changed).toBeGreaterThan(120);
});

test('cleaning is ARO’s', () => {
  expect(cleanCaption('  A "Dog", (black); it\'s #1!\n')).toBe("a dog , black it's 1");
  expect(cleanCaption(Array(40).fill('w').join(' ')).split(' ')).toHaveLength(30);
});

test('order sets: the same seed gives the same shuffles, the caption is never its own negative', () => {
  const file = [
    { image: 'a.jpg', caption: [caption, 'Dog', 'A black dog sits.'] },
    { image: 'b.jpg', caption: [caption] },
  ];
  const images = (name: string) => (name === 'a.jpg' ? name : undefined);
  const make = (seed: number) => aro(file, { images, tagger, seed });
  expect(make(1)).toEqual(make(1));
  expect(make(1).questions).not.toEqual(make(2).questions);
  const { questions, coverage } = make(1);
  // "dog" has no other order; the picture b.jpg is missing.
  expect(coverage).toEqual({ order: { scored: 2, total: 3, excluded: 1 } });
  const textsOf = (pairings: Question['right']) => pairings.map(({ text }) => text);
  expect(questions).toHaveLength(2);
  for (const { right, wrong } of questions) {
    expect(textsOf(right)).toHaveLength(1);
    expect(wrong.length).toBeGreaterThan(0);
    expect(textsOf(wrong)).not.toContain(right[0]!.text);
  }
  // Shuffles of a caption don't hang on the captions before it.
  const alone = aro([{ image: 'a.jpg', caption: [caption] }], { images, tagger, seed: 1 });
  expect(alone.questions[0]).toEqual(questions[0]);
  expect(() => aro(file, { images })).toThrow('pass tagger');
});
