import { describe, expect, it } from 'vitest';
import { iconNamed } from '../testing/icon-of';
import { captionsOf } from './captions-of';
import { unseenCombinations } from './unseen-combinations';

describe('the captions of an icon', () => {
  const icon = iconNamed('bell off', { aliases: ['alarm off'], tags: ['mute', 'silent', 'quiet'] });

  it('are its name, its aliases, and its name with one or two tags', () => {
    expect(captionsOf(icon, { tagged: 0 })).toEqual(['bell off', 'alarm off']);
    expect(captionsOf(iconNamed('bell'), { tagged: 9 })).toEqual(['bell']);
    const many = captionsOf(icon, { tagged: 100 });
    const tagged = many.slice(2).map((caption) => caption.split(', '));
    expect(new Set(tagged.map(([name]) => name))).toEqual(new Set(['bell off']));
    expect(new Set(tagged.map(({ length }) => length))).toEqual(new Set([2, 3]));
    // Three with one tag, six with two.
    expect(many).toHaveLength(2 + 3 + 6);
    expect(captionsOf(icon, { tagged: 100, maxTags: 1 })).toHaveLength(2 + 3);
  });

  it('follow from the seed and the icon alone', () => {
    expect(captionsOf(icon, { seed: 4, tagged: 3 })).toEqual(captionsOf(icon, { seed: 4, tagged: 3 }));
    const bySeed = new Set(Array.from({ length: 20 }, (_, seed) => captionsOf(icon, { seed }).join()));
    expect(bySeed.size).toBeGreaterThan(1);
  });
});

it('finds new combinations of known words', () => {
  const train = [
    iconNamed('lock open'),
    iconNamed('search file', { aliases: ['find file'] }),
    iconNamed('cup', { aliases: ['mug hot'] }),
  ];
  const captions = [
    'lock search',
    'open lock',
    'lock',
    'find cup',
    'file find',
    'mug new',
    'hot cup',
    'lock lock',
  ];
  const found = unseenCombinations(
    train,
    captions.map((caption) => iconNamed(caption)),
  );
  expect(found.map(({ caption }) => caption)).toEqual(['lock search', 'find cup', 'hot cup', 'lock lock']);
});
