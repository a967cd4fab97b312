import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writtenCaptions } from '../scripts/write-captions';
import { drawnWorld } from './drawn-world';

const fileOf = (split: string) =>
  readFileSync(new URL(`../fixtures/both-orders-${split}.txt`, import.meta.url), 'utf8');
const captions = writtenCaptions('training');
const size = 32;

test('questions are of other captions and by another artist than what is trained on', async () => {
  const { training, questions } = await drawnWorld(captions.slice(0, 60), { style: 'fluent', size });
  expect(training.map(({ style }) => style)).toEqual(['noto', 'twemoji']);
  const [first, second] = training.map(({ drawn }) => drawn.samples.map(({ caption }) => caption));
  expect(first).toEqual(second);
  expect(first!.length).toBeGreaterThan(30);
  expect(questions.samples.length).toBeGreaterThan(3);
  for (const { caption } of questions.samples) expect(first).not.toContain(caption);
  expect(questions.name).toContain('Fluent');
});

test('captions to ask about may be given, and are not trained on', async () => {
  const [own, other] = ['A red car next to a green bus.', 'A dog under a cat.'];
  const { training, questions } = await drawnWorld([own!, other!], { questions: [own!], size });
  expect(questions.samples.map(({ caption }) => caption)).toEqual([own]);
  expect(training[0]!.drawn.samples.map(({ caption }) => caption)).toEqual([other]);
});

test('no list of texts is one sentence', async () => {
  const call = drawnWorld as (given: unknown, options?: unknown) => Promise<unknown>;
  await expect(call('A dog.')).rejects.toThrow('drawnWorld: captions must be a list of texts, got "A dog."');
  await expect(call([], { questions: [3] })).rejects.toThrow('questions');
});

test.each(['training', 'questions'] as const)(
  '%s: the committed captions are those of the lists',
  (split) => {
    expect(fileOf(split)).toBe(`${writtenCaptions(split).join('\n')}\n`);
    expect(new Set(writtenCaptions(split)).size).toBe(writtenCaptions(split).length);
  },
);

const phrase =
  /^(?:We see |A photo of |(?:in|on) the \w+, )?an? (?:(red|green|blue|yellow|purple) )?(\w+) .*?(left|right|behind|in front|under|above|next|near|beside|and) .*?an? (?:(red|green|blue|yellow|purple) )?(\w+)(?: (?:in|on) the \w+)?\.$/i;

test.each(['training', 'questions'] as const)(
  '%s: no thing and no colour stands first more often than second',
  (split) => {
    const first = new Map<string, number>();
    for (const caption of writtenCaptions(split)) {
      const [, colour, thing, relation, other, second] = phrase.exec(caption)!;
      const kind = colour === undefined ? relation : 'colours';
      for (const [name, sign] of [
        [`${kind} ${thing}`, 1],
        [`${kind} ${second}`, -1],
      ] as const)
        first.set(name, (first.get(name) ?? 0) + sign);
      if (colour !== undefined) {
        first.set(colour, (first.get(colour) ?? 0) + 1);
        first.set(other!, (first.get(other!) ?? 0) - 1);
      }
    }
    for (const [name, balance] of first) {
      expect.soft(Math.abs(balance), name).toBeLessThanOrEqual(/ /.test(name) ? 0 : 2);
    }
  },
);

test('training and questions share no thing and no wording', () => {
  const of = (split: 'training' | 'questions') => {
    const found = writtenCaptions(split).map((caption) => ({ caption, read: phrase.exec(caption)! }));
    const things = new Set(found.flatMap(({ read }) => [read[2]!, read[5]!]));
    const blank = (caption: string) =>
      caption
        .replace(/\b(red|green|blue|yellow|purple) /g, '')
        .replace(/\b\w+\b/g, (word) => (things.has(word) ? '…' : word));
    return { things, wordings: new Set(found.map(({ caption }) => blank(caption))) };
  };
  const [trained, asked] = [of('training'), of('questions')];
  expect([trained.things.size, asked.things.size]).toEqual([46, 31]);
  expect([...asked.things].filter((thing) => trained.things.has(thing))).toEqual([]);
  expect(trained.wordings.size).toBeGreaterThan(40);
  expect([...asked.wordings].filter((wording) => trained.wordings.has(wording))).toEqual([]);
});
