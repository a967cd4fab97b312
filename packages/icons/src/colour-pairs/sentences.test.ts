import { describe, expect, test } from 'vitest';
import { freeWording } from './free-wording';
import { COLOUR_NAMES, type ColourPair, readPairCaption } from './pair-caption';
import { readPairQuestions } from './question-file';

const FILE = new URL('../../data/colour-pairs-sentences.json', import.meta.url).pathname;

const wordsOf = (text: string) => text.toLowerCase().match(/[a-z]+/g)!;
const bag = (text: string) =>
  wordsOf(text.replaceAll(/\ban\b/gi, 'a'))
    .sort()
    .join(' ');

describe('colour-pairs-sentences.json', async () => {
  const { sets, questions } = await readPairQuestions(FILE);
  const own = await readPairQuestions('');
  const rows = Object.values(questions).flat();

  test('asks in other sentences about swaps that colour-pairs asks about', () => {
    expect(rows.length).toBeGreaterThan(150);
    for (const [set, list] of Object.entries(questions)) {
      expect(sets[set]).toEqual(own.sets[set]);
      for (const { wordings: _, ...row } of list) {
        expect(row.kind).toBe('swap');
        expect(own.questions[set]).toContainEqual(expect.objectContaining(row));
      }
    }
  });

  test('each sentence names its two things and its two colours once, and no other colour', () => {
    for (const { pairs, wordings } of rows) {
      for (const [at, text] of wordings!.entries()) {
        const words = wordsOf(text);
        const { things } = pairs[at]!;
        for (const { thing } of things)
          expect(
            words.filter((word) => word === thing),
            text,
          ).toHaveLength(1);
        const colours = words.filter((word) => COLOUR_NAMES.some((colour) => colour === word));
        expect(colours.sort(), text).toEqual(things.map(({ colour }) => colour).sort());
      }
    }
  });

  test('the twins are of the same words, with the colours exchanged and articles that fit', () => {
    for (const { wordings } of rows) {
      const [one, other] = wordings!;
      expect(bag(one), one).toBe(bag(other));
      const [words, others] = [one, other].map(wordsOf);
      const differing = words!.filter((word, at) => word !== others![at] && !/^an?$/.test(word));
      expect(differing, one).toHaveLength(2);
      for (const text of wordings!)
        expect(text).not.toMatch(/\ba orange\b|\ban (?!orange|open|eraser|hourglass|apple)/i);
    }
  });

  test('no two have one form, and none has a form of captions or of free wordings', () => {
    const formOf = (text: string, { things }: ColourPair) => {
      const names = things.flatMap(({ thing, colour }) => [thing, colour]);
      return wordsOf(text)
        .map((word) => (names.includes(word) ? '_' : word))
        .join(' ');
    };
    const forms = rows.map(({ pairs, wordings }) => formOf(wordings![0], pairs[0]));
    expect(forms.filter((form, at) => forms.indexOf(form) !== at)).toEqual([]);
    const { pairs } = rows[0]!;
    const known = (['training', 'questions'] as const).flatMap((use) =>
      Array.from({ length: 18 }, (_, frame) => formOf(freeWording(pairs[0], frame, use), pairs[0])),
    );
    for (const { captions } of rows) known.push(formOf(captions[0], readPairCaption(captions[0])!));
    expect(forms.filter((form) => known.includes(form))).toEqual([]);
  });
});
