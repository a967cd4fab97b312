import { expect, it } from 'vitest';
import { replaceMarked } from './markdown';

const begin = '<!-- npm run bench:yardstick -w @slipform/clip -- --update-docs -->';
const end = '<!-- end of bench:yardstick -->';

it('replaces what stands between the marks, and nothing else', () => {
  const page = `before\n${begin}\nold\n${end}\nafter\n`;
  const once = replaceMarked('x.md', page, 'new');
  expect(once).toBe(`before\n${begin}\n\nnew\n\n${end}\nafter\n`);
  expect(replaceMarked('x.md', once, 'new')).toBe(once);
});

it('says which lines a file lacks', () => {
  expect(() => replaceMarked('x.md', `${end}${begin}`, 'new')).toThrow(/x\.md must have the lines <!--/);
});
