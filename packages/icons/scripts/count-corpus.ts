/**
 * Counts what is in the corpus: `npx tsx packages/icons/scripts/count-corpus.ts [--root <folder>] [--sets core|all]
 * [--by-set]`. The figures of docs/corpus.md come from it.
 */
import { parseArgs } from 'node:util';
import { openCorpus } from '../src/files/index';
import { type Icon, minimalPairs, splitOf } from '../src/index';

const { values } = parseArgs({
  options: {
    root: { type: 'string', default: '.' },
    sets: { type: 'string', default: 'all' },
    'by-set': { type: 'boolean', default: false },
    tags: { type: 'boolean', default: false },
  },
});

const corpus = await openCorpus({
  root: values.root,
  sets: values.sets === 'core' || values.sets === 'all' ? values.sets : values.sets.split(','),
  tags: values.tags,
});
const { icons, sets } = corpus;

const distinct = (key: (icon: Icon) => string) => new Set(icons.map(key)).size;
const artistsOf = new Map<string, Set<string>>();
for (const { caption, artist } of icons) {
  artistsOf.set(caption, (artistsOf.get(caption) ?? new Set()).add(artist));
}
const drawnBy = (count: number) => [...artistsOf.values()].filter(({ size }) => size >= count).length;
const names = [...artistsOf.keys()].map((caption) => caption.split(' ').length);
const pairs = minimalPairs(icons);

console.table({
  sets: sets.length,
  artists: distinct(({ artist }) => artist),
  families: distinct(({ family }) => family),
  icons: icons.length,
  'set × name': distinct(({ set, caption }) => `${set} ${caption}`),
  names: artistsOf.size,
  'names of ≥ 2 words': names.filter((length) => length >= 2).length,
  'names of ≥ 3 words': names.filter((length) => length >= 3).length,
  '(name, artist) pairs': distinct(({ artist, caption }) => `${artist} ${caption}`),
  'names by ≥ 2 artists': drawnBy(2),
  'names by ≥ 5 artists': drawnBy(5),
  'names by ≥ 10 artists': drawnBy(10),
  'names by ≥ 40 artists': drawnBy(40),
  'icons with an alias': icons.filter(({ aliases }) => aliases.length > 0).length,
  'icons with a tag': icons.filter(({ tags }) => tags.length > 0).length,
  'minimal pairs': pairs.length,
});
for (const split of ['train', 'validation', 'test'] as const) {
  const of = icons.filter((icon) => splitOf(icon) === split);
  const inPairs = pairs.filter(({ icons: [icon] }) => splitOf(icon) === split).length;
  console.log(
    `${split}: ${new Set(of.map(({ family }) => family)).size} families, ${of.length} icons, ${inPairs} pairs`,
  );
}
console.log('versions:', corpus.versions, 'missing:', corpus.missingTags);
if (values['by-set']) {
  console.table(
    Object.fromEntries(
      sets.map((set) => [
        set.set,
        {
          family: set.family,
          licence: set.licence,
          icons: set.icons.length,
          names: new Set(set.icons.map(({ caption }) => caption)).size,
          styles: [...new Set(set.icons.map(({ style }) => style))].slice(0, 6).join(', '),
          pairs: pairs.filter(({ icons: [icon] }) => icon.set === set.set).length,
        },
      ]),
    ),
  );
}
