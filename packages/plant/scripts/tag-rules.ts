/**
 * Prints how many tags of labelled captions each rule of src/reading/correct-tags.ts sets right: those that are wrong without it,
 * less those that are wrong with it. COCO's are of fixtures/caption-labels.tsv (both halves), the others of
 * fixtures/domain-labels.tsv; the captions lie beside the project.
 *
 *   npx tsx packages/plant/scripts/tag-rules.ts
 */
import { correctTags, rulesWithout, tagRules } from '../src/reading/correct-tags';
import { isTitle } from '../src/reading/language';
import { markNames } from '../src/reading/mark-names';
import { loadProperNames } from '../src/reading/proper-names';
import { tagCaption } from '../src/reading/tagger';
import { loadWordForms } from '../src/reading/word-forms';
import { addTags, emptyTally } from '../src/testing/caption-labels';
import { readLabelled } from '../src/testing/labelled-captions';

const formOf = loadWordForms();
const properNames = loadProperNames();
const sets = readLabelled();
if (!sets) throw new Error('tag-rules: no captions beside the project (set SLIPFORM_SHARED)');

/** The right tags of each set, with some rules off. */
function rightTags(off: ReadonlySet<string>): number[] {
  const rules = rulesWithout(off);
  return [...sets!.values()].map((captions) => {
    const tally = emptyTally();
    for (const { text, labels } of captions) {
      const tokens = tagCaption(text);
      correctTags(tokens, formOf, rules);
      markNames(tokens, isTitle(tokens), { properNames });
      addTags(tally, labels, tokens);
    }
    return tally.right;
  });
}

const totals = [...sets.values()].map((captions) =>
  captions.reduce((sum, { labels }) => sum + labels.codes.length, 0),
);
const all = rightTags(new Set());
const row = (name: string, cells: readonly (number | string)[]) =>
  console.log(name.padEnd(24) + cells.map((cell) => String(cell).padStart(9)).join(''));
row('', [...sets.keys()]);
row('tags', totals);
row('right', all);
row('right without any rule', rightTags(new Set(tagRules.map(({ id }) => id))));
for (const { id } of tagRules) {
  const without = rightTags(new Set([id]));
  row(
    id,
    without.map((right, i) => all[i]! - right),
  );
}
