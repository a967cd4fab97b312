import { expect, it } from 'vitest';
import { unescapeHtml } from './clean-text';

// What Python 3.13's html.unescape gives.
const cases: readonly (readonly [escaped: string, text: string])[] = [
  ['&lt;b&gt; &amp;amp;', '<b> &amp;'],
  ['&ampfoo &notit; &notin; &copy2 &hellip &hellip;', '&foo ¬it; ∉ ©2 &hellip …'],
  ['&foo; &am & &; &#; &#x; &#xg;', '&foo; &am & &; &#; &#x; &#xg;'],
  ['&ngE; &CounterClockwiseContourIntegral;', '≧̸ ∳'],
  ['&#39;s &#x27;s &#X27s &#65B', "'s 's 's AB"],
  ['&#128;&#150;&#159;&#129;', '€–Ÿ\u0081'],
  ['a&#0;b&#xD800;c&#x110000;d&#99999999999999999999;e', 'a\ufffdb\ufffdc\ufffdd\ufffde'],
  ['a&#1;b&#11;c&#127;d&#xFDD0;e&#x1FFFF;f&#13;g&#9;h', 'abcdef\rg\th'],
  ['&#128054; &amp &amp', '🐶 & &'],
];

it.each(cases)('%j is %j', (escaped, text) => {
  expect(unescapeHtml(escaped)).toBe(text);
});
