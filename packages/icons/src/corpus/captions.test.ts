import { describe, expect, it } from 'vitest';
import { iconNamed } from '../testing/icon-of';
import { captionsOf } from './captions-of';

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
