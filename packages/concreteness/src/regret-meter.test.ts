import { expect, test } from 'vitest';
import { createLexicon } from './lexicon';
import { parseNorms } from './parse-norms';
import { createRegretMeter } from './regret-meter';

const lexiconOf = (csv: string) => createLexicon({ norms: parseNorms(`word,rating\n${csv}`) });

test('the best word by people less the word that estimates choose', () => {
  const people = lexiconOf('dog,4\nroof,5\nhope,1\n');
  const meter = createRegretMeter(lexiconOf('dog,5\nroof,4\nhope,2\n'), people);
  meter.add('A dog on the roof'); // chooses dog: regret 1, blindly 0.5
  meter.add('Hope for a dog'); // chooses dog: none, blindly 1.5
  meter.add('hope'); // no choice
  expect(meter.result(5)).toEqual({
    captions: 3,
    choices: 2,
    estimates: 0.5,
    blind: 1,
    right: 0.5,
    confusions: [{ chosen: 'dog', best: 'roof', captions: 1, regret: 1 }],
  });
});

test('nothing to choose is no number', () => {
  const lexicon = createLexicon();
  expect(createRegretMeter(lexicon, lexicon).result(5)).toEqual({
    captions: 0,
    choices: 0,
    estimates: null,
    blind: null,
    right: null,
    confusions: [],
  });
});
