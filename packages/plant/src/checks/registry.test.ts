import { describe, expect, test } from 'vitest';
import {
  type Change,
  checkLexicon,
  refusalOf,
  siteOf,
  swapOf,
  wordOf,
  writtenOf,
} from '../testing/check-change';
import type { ChangeExample, Check, SiteCheck, WrittenCheck } from './check';
import { createChecks } from './create-checks';
import { registry } from './registry';

const checks = createChecks(checkLexicon);

function changeOf(
  [caption, old, other]: ChangeExample,
  { scope, id, slots, example }: Check,
  siblings: string[],
): Change {
  const isSwap = scope === 'swap' || (scope === 'written' && new RegExp(`\\b${other}\\b`).test(caption));
  return {
    slot: example.slot ?? slots![0]!,
    caption,
    old,
    other,
    operation: isSwap ? 'swap' : id.startsWith('natural/') ? 'natural' : 'exchange',
    siblings,
    likelyTrue: (lemma) => lemma === 'water',
  };
}

/** Whether the check itself refuses a change, whatever the others answer. */
function refuses(check: Check, change: Change): boolean {
  const isOfVocabulary = check.id === 'form/vocabulary';
  const lexicon = isOfVocabulary ? { ...checkLexicon, vocabulary: new Set(['dog', 'cat']) } : checkLexicon;
  if (check.scope === 'swap') return check.refuses(swapOf(change), lexicon);
  if (check.scope === 'written') return check.refuses(writtenOf(change), lexicon);
  const site = siteOf(change);
  const other = wordOf(change.other, change.slot, site.word);
  return check.scope === 'words'
    ? check.refuses(site.word, other, lexicon) || check.refuses(other, site.word, lexicon)
    : check.refuses(site, other, lexicon);
}

describe.each(registry.map((check) => [check.id, check] as const))('%s', (_id, check) => {
  const { example } = check;

  test('refuses what it is for', () => {
    const siblings = example.sibling === undefined ? [] : [example.sibling];
    expect(refuses(check, changeOf(example.refuses, check, siblings))).toBe(true);
  });

  test('lets its other example pass, as all checks do', () => {
    const change = changeOf(example.passes, check, []);
    expect(refuses(check, change)).toBe(false);
    expect(refusalOf(checks, change)?.id).toBeUndefined();
    expect(checks.written(writtenOf(change))?.id).toBeUndefined();
  });
});

const mayRefuse = registry.filter(
  (check): check is SiteCheck | WrittenCheck =>
    (check.scope === 'site' || check.scope === 'written') && check.may !== undefined,
);
/** The sites of all examples, each with its own word and those of the next examples of its slot. */
const inPlaces = (['object', 'attribute', 'action', 'relation', 'count'] as const).flatMap((slot) => {
  const changes = registry.flatMap((check) => {
    const siblings = check.example.sibling === undefined ? [] : [check.example.sibling];
    return [check.example.refuses, check.example.passes].map((example) => changeOf(example, check, siblings));
  });
  const own = changes
    .filter((change) => change.slot === slot)
    .map((change): Change => ({ ...change, operation: 'exchange' }));
  return own.map((change, i) => ({
    change,
    site: siteOf(change),
    others: [...own, ...own].slice(i, i + 20).map(({ other }) => other),
  }));
});

test.each(mayRefuse.map((check) => [check.id, check] as const))(
  '%s refuses nothing where, and no word of which, it says that it may not',
  (_id, check) => {
    let refused = 0;
    for (const { change, site, others } of inPlaces) {
      if (check.slots && !check.slots.includes(change.slot)) continue;
      for (const text of others) {
        const other = wordOf(text, change.slot, site.word);
        const isRefused =
          check.scope === 'site'
            ? check.refuses(site, other, checkLexicon)
            : check.refuses(writtenOf({ ...change, other: text }), checkLexicon);
        if (!isRefused) continue;
        refused += 1;
        const asked = checks.at(site).find((each) => each.check === check);
        expect(asked, `${site.caption} ${text}`).toBeDefined();
        if (asked!.bit !== 0) expect(asked!.bit & checks.of(other), `${site.caption} ${text}`).not.toBe(0);
      }
    }
    // Without a vocabulary none is asked for.
    if (check.id !== 'form/vocabulary') expect(refused).toBeGreaterThan(0);
  },
);

test('each check has an id of its own', () => {
  const ids = registry.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(30);
});

test('what is switched off refuses no more; safety is never off', () => {
  const change: Change = { slot: 'object', caption: 'A couch in a room.', old: 'couch', other: 'sofa' };
  expect(refusalOf(checks, change)?.id).toBe('synonym/wordnet');
  const off = createChecks(checkLexicon, {
    ablate: ['synonym/wordnet', 'is-a/rare-sense', 'look-alike/table'],
  });
  expect(refusalOf(off, change)).toBeUndefined();
  expect(() => createChecks(checkLexicon, { ablate: ['minor/text'] })).toThrow('never off');
  expect(() => createChecks(checkLexicon, { ablate: ['minor/wrod'] })).toThrow('no check "minor/wrod"');
});
