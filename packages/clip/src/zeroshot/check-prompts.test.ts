import { InputError } from '@slipform/kit/errors/input-error';
import { expect, it } from 'vitest';
import { trainTokenizer } from '../tokenizer/train-tokenizer';
import { checkPrompts } from './check-prompts';

const tokenizer = trainTokenizer(['a red square', 'a blue square']);
const check = (classes: string[], templates: string[], length = tokenizer.contextLength) =>
  checkPrompts(classes, templates, tokenizer, length, '--templates');

it('refuses prompts that are cut before the class, and names a remedy', () => {
  const wrong = () => check(['red', 'blue'], ['a photo of a {}.']);
  expect(tokenizer.contextLength).toBe(5);
  expect(wrong).toThrow(
    /classes "red" and "blue" are the same once they are cut at 5 tokens, such as "a photo of a red\."; .*--templates/,
  );
  expect(wrong).toThrow(expect.toSatisfy(InputError.isInstance));
  expect(() => check(['red', 'blue'], ['a photo of a {}.', 'one {} square'])).not.toThrow();
});

it('refuses classes that are one to the tokenizer', () => {
  expect(() => check(['cat', 'dog'], ['a {}'])).toThrow(
    /"cat" and "dog" are the same tokens.*that its tokenizer knows/,
  );
  expect(() => check(['red', 'Red'], ['a {}'])).toThrow(/"red" and "Red" are the same tokens/);
});

it('warns once of prompts that are cut or mostly unknown, and is silent of others', () => {
  expect(check(['red', 'blue'], ['a {} square', 'a {}'])).toBeUndefined();
  expect(check(['red', 'blue'], ['a {} square', '{} a a square'])).toBe(
    'of the 4 prompts 2 are cut at 5 tokens, such as "red a a square"; pass --templates with a prompt like the captions of the training.',
  );
  expect(check(['red', 'blue'], ['{} thing'])).toMatch(
    /^of the 2 prompts in 2 half of the words or more are unknown/,
  );
  expect(check(['red', 'blue'], ['{} big thing of'])).toMatch(
    /2 are cut at 5 tokens, and in 2 half of the words/,
  );
});
