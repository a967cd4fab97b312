import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { demoText } from './views/demo-tables';

const lab = new URL('../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, lab), 'utf8');
/** What a README may write in another way: bold, a minus of the keyboard, spaces at the end of a line. */
const plain = (text: string) =>
  text.replaceAll('**', '').replaceAll("'", '’').replaceAll(/ +$/gm, '').replaceAll(/ +\|/g, ' |');

describe('the demo’s figures are those of its answers', () => {
  const results = new URL('results', lab).pathname;

  test('in the lab’s README, as the command prints them', async () => {
    const text = await demoText([], results);
    expect(text.length).toBeGreaterThan(2000);
    expect(plain(read('README.md'))).toContain(plain(text));
  });
});
