import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteLevel } from './bpe-tokenizer';
import { byteTokens, trainBpe } from './train-bpe';

describe('trainBpe', () => {
  it('merges the most frequent pair first, as in the paper’s example', () => {
    const words = new Map([
      ['low', 5],
      ['lower', 2],
      ['newest', 6],
      ['widest', 3],
    ]);
    const { merges, vocabulary } = trainBpe(words, 512 + 7, 2);
    // e s and s t</w> are both seen nine times: e has the smaller id.
    expect(merges.map((pair) => pair.join(' '))).toEqual([
      'e s',
      'es t</w>',
      'l o',
      'e w',
      'n ew',
      'new est</w>',
      'lo w</w>',
    ]);
    expect(vocabulary.slice(512)).toEqual(['es', 'est</w>', 'lo', 'ew', 'new', 'newest</w>', 'low</w>']);
  });

  it('stops where no pair is frequent enough', () => {
    const words = new Map([
      ['ab', 2],
      ['cd', 1],
    ]);
    expect(trainBpe(words, 2000, 2).merges).toEqual([['a', 'b</w>']]);
    expect(trainBpe(words, 2000, 1).merges).toHaveLength(2);
    expect(trainBpe(words, 512, 1).merges).toHaveLength(0);
  });

  it('finds the merges of the algorithm as it is written', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.integer({ min: 1, max: 5 })), { maxLength: 12 }), (seen) => {
        const words = new Map(seen);
        expect(trainBpe(words, 560, 2).merges).toEqual(naiveMerges(words, 560, 2));
      }),
    );
  });
});

/** Counts all pairs anew for each merge. */
function naiveMerges(words: ReadonlyMap<string, number>, size: number, minCount: number): string[][] {
  const vocabulary = [...byteTokens];
  const merges: string[][] = [];
  let split = [...words].map(([word, count]) => {
    const characters = [...byteLevel(word)];
    characters[characters.length - 1] += '</w>';
    return { tokens: characters, count };
  });
  while (vocabulary.length < size) {
    const counts = new Map<string, number>();
    for (const { tokens, count } of split) {
      for (let i = 0; i + 1 < tokens.length; i++) {
        const pair = `${tokens[i]} ${tokens[i + 1]}`;
        counts.set(pair, (counts.get(pair) ?? 0) + count);
      }
    }
    const ids = (pair: string) => pair.split(' ').map((token) => vocabulary.indexOf(token));
    const [best] = [...counts].sort(([a, m], [b, n]) => {
      const [aLeft, aRight] = ids(a) as [number, number];
      const [bLeft, bRight] = ids(b) as [number, number];
      return n - m || aLeft - bLeft || aRight - bRight;
    });
    if (best === undefined || best[1] < minCount) break;
    const pair = best[0].split(' ');
    merges.push(pair);
    const merged = pair.join('');
    if (!vocabulary.includes(merged)) vocabulary.push(merged);
    split = split.map(({ tokens, count }) => {
      const after: string[] = [];
      for (let i = 0; i < tokens.length; i++) {
        const found = tokens[i] === pair[0] && tokens[i + 1] === pair[1];
        after.push(found ? merged : tokens[i]!);
        if (found) i++;
      }
      return { tokens: after, count };
    });
  }
  return merges;
}
