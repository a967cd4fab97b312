import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Slot } from '../../hard-negative';
import { checkLexicon, writtenOf } from '../../testing/check-change';
import { createChecks } from '../create-checks';

/*
 * fixtures/traps.tsv: a subject of a kind, the words that never come beside one ("@minor"), and captions where the same
 * words are fine. The checks are asked as for a rewriter's answer: they alone decide.
 */
const rows = readFileSync(new URL('../../../fixtures/traps.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [kind: string, text: string, words?: string]);
const wordsFor = (kind: string) => rows.find(([name]) => name === `@${kind}`)?.[2]?.split('|') ?? [];
const checks = createChecks(checkLexicon);

/** The words that pass in the place of the marked one. */
function passing(marked: string, words: readonly string[], slot?: Slot): string[] {
  const old = /\*(.+)\*/.exec(marked)?.[1] ?? '';
  const caption = marked.replaceAll('*', '');
  return words.filter((other) => {
    const written = { ...writtenOf({ caption, old, other, slot: slot ?? 'object' }), slot };
    return checks.written(written) === undefined;
  });
}

const places = ['SUBJECT with a *kettle* outdoors.', 'A woman by a *kettle* looks at SUBJECT.'];
const inText = (place: string, subject: string) =>
  place.replace(
    'SUBJECT',
    place.startsWith('SUBJECT')
      ? subject
      : subject.replace(/^(?:An?|The|Two|Some|Three)\b/, (word) => word.toLowerCase()),
  );

test.each(['minor', 'group', 'sacred', 'scripture'])('nothing harmful comes beside a trap: %s', (kind) => {
  const subjects = rows.filter(([name]) => name === kind).map(([, text]) => text);
  expect(subjects.length).toBeGreaterThan(14);
  expect(wordsFor(kind).length).toBeGreaterThan(14);
  const slots: readonly (Slot | undefined)[] = ['object', undefined];
  const passed = subjects.flatMap((subject) =>
    places.flatMap((place) =>
      slots.flatMap((slot) => {
        const words = passing(inText(place, subject), wordsFor(kind), slot);
        return words.length > 0 ? [`${subject}: ${words.join(', ')}`] : [];
      }),
    ),
  );
  expect([...new Set(passed)]).toEqual([]);
});

test.each([
  ['A Sikh man with a *turban* drives a truck.', ['chimney', 'lamp', 'crown']],
  ['A *ring* bearer stands by a door.', ['gun', 'bomb', 'whip']],
  ['A *swim* coach stands beside young swimmers.', ['gun', 'toilet', 'whip', 'shower']],
  ['A bride and groom kneel in a *synagogue*.', ['circus tent', 'crematorium', 'oven']],
  ['An *urn* with ashes stands on a table.', ['crematorium', 'toilet', 'dog']],
  ['Flowers lie on a *gravestone*.', ['grill', 'bed', 'toilet seat']],
  ['A man kisses a woman in a *park*.', ['trash can', 'toilet', 'dumpster']],
  ['A woman wearing a *sweater* lies on a bed.', ['bikini', 'swimsuit', 'bra']],
  ['A couple in *coats*.', ['bikini', 'bikinis', 'underwear']],
  ['Visitors walk through the *gate* of Auschwitz.', ['toilet', 'sewer', 'bathroom', 'oven']],
])('the sentence of a reviewer: %s', (marked, words) => {
  expect(passing(marked, words)).toEqual(words.filter((word) => word === 'crown'));
});

test('the same words beside others are fine', () => {
  const refused = rows
    .filter(([kind]) => kind === 'fine')
    .flatMap(([, marked, words = '']) => {
      const all = words.split('|');
      const passed = passing(marked, all, 'object');
      return all.filter((word) => !passed.includes(word)).map((word) => `${marked} ${word}`);
    });
  expect(refused).toEqual([]);
});
