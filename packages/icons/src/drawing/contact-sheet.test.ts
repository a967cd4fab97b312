import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { iconOf } from '../testing/icon-of';
import { contactSheet } from './contact-sheet';
import { linesOf, xmlOf } from './sheet-text';

const square = iconOf('<path fill="currentColor" d="M4 4h8v8H4z"/>');

const { Resvg } = createRequire(import.meta.url)('@resvg/resvg-js') as typeof import('@resvg/resvg-js');

/** Red of a sheet's pixels as resvg draws it, in its own size. */
function drawn(svg: string): (x: number, y: number) => number {
  const { pixels, width } = new Resvg(svg, { background: '#fff', font: { loadSystemFonts: false } }).render();
  return (x, y) => pixels[(y * width + x) * 4]!;
}

test('icons lie in rows, in the colours of the theme', () => {
  const groups = Array.from({ length: 3 }, () => ({ icons: [{ icon: square }] }));
  const svg = contactSheet(groups, { columns: 2, size: 40 });
  // A margin of 20, cells of 80, 8 above an icon and below it, 12 between rows.
  expect(svg).toMatch(/ width="200" height="164" viewBox="0 0 200 164"/);
  const at = drawn(svg);
  const centres = [20 + 40, 20 + 120].flatMap((x) =>
    [20 + 28, 20 + 56 + 12 + 28].map((y) => [x, y] as const),
  );
  expect(centres.map(([x, y]) => at(x, y))).toEqual([0x1f, 0x1f, 0x1f, 255]);
  const dark = drawn(contactSheet(groups, { columns: 2, size: 40, theme: 'dark' }));
  expect([dark(60, 48), dark(100, 48)]).toEqual([0xf0, 0x0d]);
});

test('labels are text, the word that differs stands out, and nothing in them is markup', () => {
  const svg = contactSheet(
    [{ icons: [{ icon: square, label: 'cloud off', strong: 'off' }], title: 'A & B <script>' }],
    { title: '"Quoted"' },
  );
  expect(svg).toContain('>cloud <tspan font-weight="600" class="strong" fill="#0a58ca">off</tspan></text>');
  expect(svg).toContain('>A &amp; B &lt;script&gt;</text>');
  expect(svg).toContain('<title>&quot;Quoted&quot;</title>');
  expect(svg).not.toContain('<script');
});

test('auto follows the reader’s system; the other themes are fixed', () => {
  const of = (theme: 'auto' | 'light' | 'dark') => contactSheet([{ icons: [{ icon: square }] }], { theme });
  expect(of('auto')).toContain('@media (prefers-color-scheme: dark)');
  expect(of('light')).not.toContain('@media');
  expect(of('dark')).not.toContain('@media');
});

test('drawings with identifiers of the same name keep their own', () => {
  const half = (side: string) =>
    iconOf(
      `<defs><clipPath id="a"><path d="M${side} 0h8v16h-8z"/></clipPath></defs><g clip-path="url(#a)"><path d="M0 0h16v16H0z"/></g>`,
    );
  const at = drawn(contactSheet([{ icons: [{ icon: half('0') }, { icon: half('8') }] }], { size: 40 }));
  // Two cells of 80 in a frame of 10: the left half of the first is ink, and the right half of the second.
  const row = [40 + 20, 40 + 20 + 20, 120 + 20, 120 + 40].map((x) => at(x + 0, 20 + 10 + 8 + 20) < 128);
  expect(row).toEqual([true, false, false, true]);
});

test('a drawing that asks for a file leaves its place empty', () => {
  const thief = iconOf('<image href="/etc/passwd" width="16" height="16"/>');
  expect(contactSheet([{ icons: [{ icon: thief, label: 'thief' }] }])).not.toContain('passwd');
});

test('long labels have two lines and an ellipsis', () => {
  expect(linesOf('cloud off', 90, 12)).toEqual(['cloud off']);
  expect(linesOf('The Bootstrap Authors', 90, 12)).toEqual(['The Bootstrap', 'Authors']);
  expect(linesOf('one two three four five', 40, 12)).toEqual(['one', 'two…']);
  expect(linesOf('Donaudampfschifffahrt', 40, 12)).toEqual(['Donau…']);
  expect(linesOf('', 40, 12)).toEqual([]);
  expect(xmlOf('a\u0000b\ud800c😀')).toBe('abc😀');
});

test.each<[object, RegExp]>([
  [{ columns: 0 }, /^contactSheet: columns must be an integer from 1 to 100, got 0/],
  [{ theme: 'red' }, /^contactSheet: theme must be /],
])('%o is refused', (options, message) => {
  expect(() => contactSheet([], options)).toThrow(message);
});
