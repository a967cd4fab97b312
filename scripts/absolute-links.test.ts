import { expect, it } from 'vitest';
// @ts-expect-error a script without types
import { withAbsoluteLinks } from './publish/absolute-links.mjs';

const manifest = {
  repository: { url: 'git+https://github.com/someone/slipform.git', directory: 'packages/plant' },
};
const page = 'https://github.com/someone/slipform/blob/HEAD';
const bytes = 'https://raw.githubusercontent.com/someone/slipform/HEAD';

it.each([
  ['[a guide](docs/a.md#part)', `[a guide](${page}/packages/plant/docs/a.md#part)`],
  [
    '[`clip`](../clip) and [x](../../docs/x.md)',
    `[\`clip\`](${page}/packages/clip) and [x](${page}/docs/x.md)`,
  ],
  ['![seen](docs/a.png)', `![seen](${bytes}/packages/plant/docs/a.png)`],
  ['[![seen](a.png)](a.md)', `[![seen](${bytes}/packages/plant/a.png)](${page}/packages/plant/a.md)`],
  ['<img src="a.svg">', `<img src="${bytes}/packages/plant/a.svg">`],
  ['<source srcset="docs/a.svg">', `<source srcset="${bytes}/packages/plant/docs/a.svg">`],
])('makes %s absolute', (text, expected) => {
  expect(withAbsoluteLinks(text, manifest)).toBe(expected);
});

it.each(['[x](#here)', '[x](https://example.org/a)', '`[x](a.md)`', '```md\n[x](a.md)\n```\n'])(
  'leaves %s',
  (text) => {
    expect(withAbsoluteLinks(text, manifest)).toBe(text);
  },
);
