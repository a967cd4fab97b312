import { InputError } from '@slipform/kit/errors/input-error';
import { describe, expect, it } from 'vitest';
import { readIconSet } from './read-icon-set';

const set = (more: object) => ({
  prefix: 'try',
  info: { name: 'Try', author: { name: 'A. Nobody' }, license: { spdx: 'MIT' } },
  icons: { bell: { body: '<path d="M0 0h1"/>' }, 'bell-off': { body: '<path d="M0 0v1"/>', width: 20 } },
  ...more,
});

describe('an icon set', () => {
  it('has its icons with words, artist and box', () => {
    const { icons, licence, title } = readIconSet(
      set({ height: 24, aliases: { alarm: { parent: 'bell' } } }),
    );
    expect({ licence, title }).toEqual({ licence: 'MIT', title: 'Try' });
    expect(icons.map(({ id, caption, width, height }) => [id, caption, width, height])).toEqual([
      ['try:bell', 'bell', 16, 24],
      ['try:bell-off', 'bell off', 20, 24],
    ]);
    expect(icons[0]).toMatchObject({ artist: 'A. Nobody', family: 'a-nobody', aliases: ['alarm'], tags: [] });
  });

  it.each<[string, object]>([
    ['a prefix that is a path', { prefix: '../x' }],
    ['icons in a list', { icons: [] }],
    ['a body that is no text', { icons: { a: { body: 1 } } }],
    ['a width that is no number', { width: Number.NaN }],
    ['a width of 0', { width: 0 }],
    ['an alias that leads nowhere', { aliases: { a: { parent: 'b' } } }],
    ['an alias that leads to a key of every object', { aliases: { a: { parent: 'constructor' } } }],
    ['aliases in a circle', { aliases: { a: { parent: 'b' }, b: { parent: 'a' } } }],
    ['a name that is a path', { icons: { '../a': { body: '' } } }],
    ['a script', { icons: { a: { body: '<script>1</script>' } } }],
    ['a handler', { icons: { a: { body: '<path onload="x()"/>' } } }],
    ['a picture from elsewhere', { icons: { a: { body: '<image href="https://example.com/a.png"/>' } } }],
  ])('is refused with %s', (_, more) => {
    expect(() => readIconSet(set(more))).toThrow(InputError);
  });
});
