import { createRandom } from '@slipform/kit/random/random';
import { expect, it } from 'vitest';
import { nameExamples } from './name-examples';
import { iconOf, smallWorld } from './testing/small-world';

const icons = [
  iconOf('a:bell-off', { tags: ['mute', 'silent'], aliases: ['bell slash'] }),
  iconOf('a:bell-off-fill', { caption: 'bell off', style: 'fill', tags: ['mute'] }),
  iconOf('a:cloud'),
  iconOf('b:bell-off'),
];
const world = smallWorld(icons);

function captionsOf(index: number, options = {}): Set<string> {
  const { caption } = nameExamples(world, options)[index]!;
  if (typeof caption === 'string') return new Set([caption]);
  const random = createRandom(1);
  return new Set(Array.from({ length: 300 }, () => caption(random)));
}

it('makes one example of the styles of a drawing, and one for each set', () => {
  expect(nameExamples(world).map(({ rows }) => rows)).toEqual([[0, 1], [2], [3]]);
});

it('calls an icon by name, other name, name with tag, and tag', () => {
  expect([...captionsOf(0)].sort()).toEqual([
    'bell off',
    'bell off, mute',
    'bell off, silent',
    'bell slash',
    'mute',
    'silent',
  ]);
  expect([...captionsOf(1)]).toEqual(['cloud']);
});

it('keeps tags out that are held out', () => {
  const captions = captionsOf(0, { isHeldOut: (tag: string) => tag === 'mute' });
  expect([...captions].sort()).toEqual(['bell off', 'bell off, silent', 'bell slash', 'silent']);
  expect([...captionsOf(0, { withTags: false })]).toEqual(['bell off']);
});
