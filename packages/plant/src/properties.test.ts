import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HardNegative, Span } from './hard-negative';
import { policies } from './options';
import { createPlant } from './plant';

const captions = readFileSync(new URL('../fixtures/captions.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const words = [...new Set(captions.flatMap((caption) => caption.replace('.', '').split(' ')))];

/** Captions, and salads of their words with odd spaces, punctuation and symbols between. */
const text = fc.oneof(
  fc.constantFrom(...captions),
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...words),
        fc.constantFrom(' ', '  ', ', ', '. ', ' – ', '\t', ' 🐶 ', '-', ' "'),
      ),
      {
        minLength: 1,
        maxLength: 14,
      },
    )
    .map((parts) => parts.flat().join('')),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

/** The texts outside the spans, with "a" and "an" right before a span made one. */
function around(whole: string, spans: readonly Span[]): string[] {
  const pieces: string[] = [];
  let end = 0;
  for (const span of spans) {
    pieces.push(whole.slice(end, span.start).replace(/\b([Aa])[Nn]?(\s+)$/, '$1$2'));
    end = span.end;
  }
  return [...pieces, whole.slice(end)];
}

function spansOf({ keyword, keyword2, replacement, replacement2 }: HardNegative) {
  return {
    keywords: keyword2 ? [keyword, keyword2] : [keyword],
    replacements: replacement2 ? [replacement, replacement2] : [replacement],
  };
}

test('spans lie where they say, and nothing else changes but the article before them', () => {
  const plant = createPlant({ perCaption: 4 });
  let records = 0;
  fc.assert(
    fc.property(text, (caption) => {
      for (const record of plant.mine(caption)) {
        records += 1;
        const { keywords, replacements } = spansOf(record);
        for (const span of keywords) expect(caption.slice(span.start, span.end)).toBe(span.text);
        for (const span of replacements) expect(record.negative.slice(span.start, span.end)).toBe(span.text);
        expect(around(record.negative, replacements)).toEqual(around(caption, keywords));
        expect(record.negative).not.toBe(caption);
        expect(record.concreteness).toBeGreaterThanOrEqual(1);
        expect(record.concreteness).toBeLessThanOrEqual(5);
      }
    }),
    { numRuns: 400 },
  );
  expect(records).toBeGreaterThan(0);
});

test('negatives of a caption are distinct, and no more than asked for', () => {
  let severalNegatives = 0;
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 12 }), (caption, perCaption) => {
      const negatives = createPlant({ perCaption, slots: ['object', 'attribute'] })
        .mine(caption)
        .map((r) => r.negative);
      expect(negatives.length).toBeLessThanOrEqual(perCaption);
      expect(new Set(negatives).size).toBe(negatives.length);
      if (negatives.length > 1) severalNegatives += 1;
    }),
    { numRuns: 25 },
  );
  expect(severalNegatives).toBeGreaterThan(0);
});

test('what a caption gives depends on seed, id and caption alone, not on what came before', () => {
  const used = createPlant({ seed: 3 });
  let records = 0;
  fc.assert(
    fc.property(fc.shuffledSubarray(captions, { minLength: 1, maxLength: 6 }), fc.string(), (some, id) => {
      const fresh = createPlant({ seed: 3 });
      for (const caption of some) {
        const mined = used.mine({ caption, id });
        expect(mined).toEqual(fresh.mine({ caption, id }));
        records += mined.length;
      }
    }),
    { numRuns: 12 },
  );
  expect(records).toBeGreaterThan(0);
});

test('another seed or id draws other changes', () => {
  const mine = (seed: number, id: string) => {
    const plant = createPlant({ seed });
    return captions.flatMap((caption) => plant.mine({ caption, id })).map(({ negative }) => negative);
  };
  expect(mine(1, '')).not.toEqual(mine(0, ''));
  expect(mine(0, '1')).not.toEqual(mine(0, ''));
});

describe('the policy rules concreteness', () => {
  const mean = (policy: (typeof policies)[number], balance: 'slots' | 'none') => {
    const plant = createPlant({ policy, balance, operations: ['replace'] });
    const all = captions.flatMap((caption, i) => plant.mine({ caption, id: String(i) }));
    return all.reduce((sum, { concreteness }) => sum + concreteness, 0) / all.length;
  };

  // Of `max` a clearly more sensible change comes before a little concreteness; `weighted` asks for concreteness alone.
  test.each(['slots', 'none'] as const)('weighted > random > min, max > min, balance %s', (balance) => {
    const [max, weighted, random, min] = (['max', 'weighted', 'random', 'min'] as const).map((p) =>
      mean(p, balance),
    );
    expect(max).toBeGreaterThan(min!);
    if (balance === 'none') expect(max).toBeGreaterThan(random!);
    expect(weighted).toBeGreaterThan(random!);
    expect(random).toBeGreaterThan(min!);
  });
});

test('most captions have a sensible change on their own, and where less is asked of sense all do', () => {
  const without = (sense: number | 'all') => {
    const plant = createPlant({ sense });
    return captions.filter((caption) => plant.mine(caption).length === 0);
  };
  expect(without('all').length).toBeLessThan(captions.length / 50);
  expect(without(0.3).length).toBeLessThan(captions.length / 15);
  expect(without(0.13).length).toBeLessThanOrEqual(captions.length / 3);
});

test('no word that must not be inserted ever is', async () => {
  const { loadGraph } = await import('./wordnet/load-graph');
  const { refused } = loadGraph();
  let inserted = 0;
  for (const policy of policies) {
    const plant = createPlant({ policy, perCaption: 30 });
    for (const caption of captions) {
      for (const { operation, replacement } of plant.mine(caption)) {
        if (operation !== 'replace') continue;
        expect(refused.has(replacement.lemma), replacement.lemma).toBe(false);
        inserted += 1;
      }
    }
  }
  expect(inserted).toBeGreaterThan(1000);
});
