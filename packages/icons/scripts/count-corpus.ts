/**
 * Counts what is in the corpus; the figures of docs/corpus.md come from it.
 *
 *     npx tsx packages/icons/scripts/count-corpus.ts [--root <folder>] [--sets core|all|<a,b>] [--by-set] [--tags] [--dump <file>]
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { differingByOneWord } from '../src/corpus/pairs/differing-by-one-word';
import { openCorpus } from '../src/files/index';
import { type Icon, mainDrawings, minimalPairs, splitOf, unseenCombinations } from '../src/index';

const { values } = parseArgs({
  options: {
    root: { type: 'string', default: '.' },
    sets: { type: 'string', default: 'all' },
    'by-set': { type: 'boolean', default: false },
    tags: { type: 'boolean', default: false },
    dump: { type: 'string' },
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
const lengths = [...artistsOf.keys()].map((caption) => caption.split(' ').length);
const pairs = minimalPairs(icons);

const drawings = mainDrawings(icons);
const apart = differingByOneWord(drawings.map(({ set, words }) => ({ set, words })));

const figures = {
  sets: sets.length,
  artists: distinct(({ artist }) => artist),
  families: distinct(({ family }) => family),
  icons: icons.length,
  'set × name': distinct(({ set, caption }) => `${set} ${caption}`),
  names: artistsOf.size,
  'names of ≥ 2 words': lengths.filter((length) => length >= 2).length,
  'names of ≥ 3 words': lengths.filter((length) => length >= 3).length,
  '(name, artist) pairs': distinct(({ artist, caption }) => `${artist} ${caption}`),
  'names by ≥ 2 artists': drawnBy(2),
  'names by ≥ 5 artists': drawnBy(5),
  'names by ≥ 10 artists': drawnBy(10),
  'names by ≥ 40 artists': drawnBy(40),
  'icons with an alias': icons.filter(({ aliases }) => aliases.length > 0).length,
  'icons with a tag': icons.filter(({ tags }) => tags.length > 0).length,
  'one word apart': apart.length,
  'minimal pairs': pairs.length,
};
for (const [name, figure] of Object.entries(figures)) console.log(`${name.padEnd(24)}${figure}`);
const of = (split: string) => icons.filter((icon) => splitOf(icon) === split);
const train = of('train');
for (const split of ['train', 'validation', 'test']) {
  const side = of(split);
  const counts = {
    families: new Set(side.map(({ family }) => family)).size,
    icons: side.length,
    pairs: pairs.filter(({ icons: [icon] }) => splitOf(icon) === split).length,
    'unseen combinations': split === 'train' ? 0 : unseenCombinations(train, side).length,
  };
  console.log(
    `${split}: ${Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ')}`,
  );
}
console.log('versions:', corpus.versions, 'missing:', corpus.missingTags);
if (values['by-set']) {
  for (const { set, family, licence, icons: own } of sets) {
    const names = new Set(own.map(({ caption }) => caption)).size;
    const styles = [...new Set(own.map(({ style }) => style || '(plain)'))].slice(0, 8).join(', ');
    const inPairs = pairs.filter(({ icons: [icon] }) => icon.set === set).length;
    console.log([set, family, licence, own.length, names, inPairs, styles].join('\t'));
  }
}
if (values.dump) {
  const rows = icons.map(({ id, caption, style, variant = '' }) => [id, caption, style, variant].join('\t'));
  writeFileSync(values.dump, `${rows.join('\n')}\n`);
}
