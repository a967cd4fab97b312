import { expect, test } from 'vitest';
import { ownMarkup } from './markup';

test('only what names an identifier of the drawing is renamed', () => {
  expect(
    ownMarkup(
      `<g id="a"/><use href="#a"/><use xlink:href='#b'/><path fill="url(#a)" stroke="url('#a')" class="a"/>` +
        '<animate id="c" attributeName="d" begin="0;c.end+1s;b.end" values="a"/>',
      'p-',
    ),
  ).toBe(
    `<g id="p-a"/><use href="#p-a"/><use xlink:href="#b"/><path fill="url(#p-a)" stroke="url('#p-a')" class="a"/>` +
      '<animate id="p-c" attributeName="d" begin="0;p-c.end+1s;b.end" values="a"/>',
  );
  expect(ownMarkup('<path d="M0 0"/>', 'p-')).toBe('<path d="M0 0"/>');
});

test('what is written is what was checked: quotes, entities and titles', () => {
  expect(ownMarkup(`<title>a</title><g class='"x" &lt;'><text>a &amp; <tspan>b</tspan></text></g>`, '')).toBe(
    '<g class="&quot;x&quot; &lt;"><text>a &amp; <tspan>b</tspan></text></g>',
  );
});
