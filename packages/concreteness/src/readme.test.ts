import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createLexicon } from './index';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const example = /```js\n([^`]*)```/.exec(readme)![1]!;
const lexicon = createLexicon();
const { words } = lexicon.rateCaption('The dogs wait at a traffic light.');

const claims = [...example.matchAll(/^(lexicon\.rate\(.*?\)|words\..*?);\s+\/\/ (.*)$/gm)].map(
  ([, expression, value]) => [expression!, value!] as const,
);

test('the example has claims to check', () => {
  expect(claims).toHaveLength(5);
  expect(example).toContain("lexicon.rateCaption('The dogs wait at a traffic light.')");
});

test.each(claims)('%s gives %s', (expression, value) => {
  const evaluate = (code: string): unknown =>
    new Function('lexicon', 'words', `return (${code})`)(lexicon, words);
  expect(evaluate(expression)).toEqual(evaluate(value));
});
