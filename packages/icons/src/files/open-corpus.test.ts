import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { splitOf } from '../corpus/sets/families';
import { CORE_SETS, LICENCES, whyNotUsed } from '../corpus/sets/set-rules';
import { wholeCorpus } from '../testing/whole-corpus';
import { type Corpus, openCorpus } from './open-corpus';

const root = mkdtempSync(join(tmpdir(), 'corpus-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Writes an installed package. */
function install(name: string, version: string, files: Record<string, unknown>): void {
  const folder = join(root, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  for (const [file, value] of Object.entries({ 'package.json': { name, version }, ...files })) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), typeof value === 'string' ? value : JSON.stringify(value));
  }
}

const info = (spdx: string, category = 'UI 24px') => ({
  name: 'A Set',
  author: { name: 'An Artist', url: 'https://example.com' },
  license: { title: spdx, spdx, url: 'https://example.com/licence' },
  category,
});
const icons = (prefix: string, ...names: string[]) => ({
  prefix,
  icons: Object.fromEntries(names.map((name) => [name, { body: `<path d="${name}"/>` }])),
});
function installSet(prefix: string, spdx: string, ...names: string[]): void {
  install(`@iconify-json/${prefix}`, '1.0.0', {
    'info.json': info(spdx),
    'metadata.json': { suffixes: { '': 'Line', solid: 'Solid' }, categories: { Sound: ['bell'] } },
    'chars.json': {},
    'icons.json': icons(prefix, ...names),
  });
}

describe('an installed corpus', () => {
  it('has the sets that may be used, with what their packages say', async () => {
    installSet('lucide', 'ISC', 'bell', 'bell-solid', 'bell-off');
    installSet('free', 'MIT', 'cup');
    installSet('shared', 'CC-BY-SA-4.0', 'cup');
    const seen: string[] = [];
    const corpus = await openCorpus({
      root,
      onProgress: ({ set }) => void seen.push(set),
    });
    expect(seen).toEqual(['free', 'lucide']);
    expect(corpus.icons.map(({ id, caption, style }) => [id, caption, style])).toEqual([
      ['free:cup', 'cup', ''],
      ['lucide:bell', 'bell', ''],
      ['lucide:bell-solid', 'bell', 'solid'],
      ['lucide:bell-off', 'bell off', ''],
    ]);
    expect(corpus.icons[1]).toMatchObject({ categories: ['Sound'], artist: 'An Artist', family: 'lucide' });
    expect(corpus.versions).toEqual({ '@iconify-json/free': '1.0.0', '@iconify-json/lucide': '1.0.0' });
    expect(corpus.notice()).toContain(
      'A Set (free 1.0.0) by An Artist\n  licence: MIT, https://example.com/licence\n  from: https://example.com\n',
    );
  });

  it('reads tags, and names the packages that are missing', async () => {
    const without = await openCorpus({ root, sets: ['lucide'], tags: true });
    expect(without.missingTags).toEqual(['lucide-static']);
    install('lucide-static', '2.0.0', {
      'tags.json': { 'bell-off': ['Silent', 'do-not-disturb', 'bell off', '*new*'] },
    });
    const corpus = await openCorpus({ root, sets: ['lucide'], tags: true });
    expect(corpus.missingTags).toEqual([]);
    expect(corpus.versions['lucide-static']).toBe('2.0.0');
    expect(corpus.icons.map(({ tags }) => tags)).toEqual([[], [], ['silent', 'do not disturb']]);
    expect((await openCorpus({ root, sets: ['lucide'] })).icons[2]!.tags).toEqual([]);
  });

  it('refuses what is not there, not allowed or no set', async () => {
    await expect(openCorpus({ root, sets: ['nowhere'] })).rejects.toThrow(
      /the set nowhere must be installed in .* npm install @iconify-json\/nowhere\./,
    );
    await expect(openCorpus({ root, sets: ['lucid'] })).rejects.toThrow(
      /no set lucid is installed; did you mean lucide\?$/,
    );
    // What is no name at all is cut, in both places where the sentence says it.
    await expect(openCorpus({ root, sets: ['no\nname'.repeat(100)] })).rejects.toThrow(/^[^\n]{5,400}\.$/);
    await expect(openCorpus({ root, sets: ['fre'] })).rejects.toThrow(/npm install @iconify-json\/fre\./);
    for (const sets of [['nowhere'], ['lucid']]) {
      await expect(openCorpus({ root, sets })).rejects.toMatchObject({ code: 'NOT_INSTALLED' });
    }
    await expect(openCorpus({ root, sets: ['shared'] })).rejects.not.toHaveProperty('code');
    await expect(openCorpus({ root: join(root, 'gone') })).rejects.toThrow(/there is no such folder\.$/);
    await expect(openCorpus({ root, sets: ['shared'] })).rejects.toThrow(
      /can't be used: its licence is CC-BY-SA-4\.0/,
    );
    await expect(openCorpus({ root: '/', sets: 'all' })).rejects.toThrow(
      /npm install @iconify-json\/lucide .*npm install @iconify\/json for all\./,
    );
    installSet('wrong', 'MIT', '../x');
    await expect(openCorpus({ root, sets: ['wrong'] })).rejects.toThrow(
      /^readIconSet: a name must have letters/,
    );
    rmSync(join(root, 'node_modules/@iconify-json/wrong'), { recursive: true });
    const stopped = AbortSignal.abort(new Error('stopped'));
    await expect(openCorpus({ root, sets: ['free'], signal: stopped })).rejects.toThrow('stopped');
  });

  it('takes all sets from the collection, and single ones from their own packages first', async () => {
    install('@iconify/json', '3.0.0', {
      'collections.json': { free: info('MIT'), brands: info('MIT', 'Logos'), other: info('MIT') },
      'json/free.json': icons('free', 'cup', 'mug'),
      'json/other.json': icons('other', 'pot'),
      'json/brands.json': icons('brands', 'x'),
    });
    const all = await openCorpus({ root, sets: 'all' });
    expect(all.icons.map(({ id }) => id)).toEqual(['free:cup', 'free:mug', 'other:pot']);
    expect(all.versions).toEqual({ '@iconify/json': '3.0.0' });
    const some = await openCorpus({ root, sets: ['other', 'free'] });
    expect(some.icons.map(({ id }) => id)).toEqual(['free:cup', 'other:pot']);
  });
});

/** What holds of every corpus that may be used. */
function expectRules({ sets, icons: all }: Corpus): void {
  expect(sets.filter((set) => whyNotUsed(set) !== undefined)).toEqual([]);
  expect(sets.filter(({ licence }) => !LICENCES.includes(licence)).map(({ set }) => set)).toEqual([]);
  expect(sets.filter(({ artist }) => artist === '').map(({ set }) => set)).toEqual([]);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  const sides = new Map<string, Set<string>>();
  for (const { family, set } of all) sides.set(family, (sides.get(family) ?? new Set()).add(splitOf(set)));
  // By set and by family a split is the same, where the set is in the table of families.
  for (const [family, sidesOfSets] of sides) expect([...sidesOfSets]).toEqual([splitOf(family)]);
}

describe('the core', () => {
  it('is a dozen sets under licences that allow it, a few names of which are', async () => {
    const corpus = await openCorpus({ root: import.meta.dirname, sets: 'core' });
    expect(corpus.sets.map(({ set }) => set)).toEqual(CORE_SETS);
    expectRules(corpus);
    const captions = new Map(corpus.icons.map(({ id, caption, style }) => [id, [caption, style]]));
    expect(captions.get('octicon:bell-fill-16')).toEqual(['bell', 'fill 16']);
    expect(captions.get('bi:battery-half')).toEqual(['battery half', '']);
    expect(captions.get('bi:heart-fill')).toEqual(['heart', 'fill']);
    expect(captions.get('ri:heart-3-line')).toEqual(['heart', 'line']);
    expect(captions.get('carbon:information-filled')).toEqual(['information', 'filled']);
    expect(captions.get('healthicons:heart-outline-24px')).toEqual(['heart', 'outline 24px']);
    expect(captions.get('tabler:bell-off')).toEqual(['bell off', '']);
  });
});

// Needs all sets of Iconify: `npm ci --prefix lab/corpus`.
describe.skipIf(wholeCorpus === undefined)('the whole corpus', () => {
  it('uses no set under another licence, and every family of the splits', async () => {
    const corpus = await openCorpus({ root: wholeCorpus!, sets: 'all', tags: true });
    expectRules(corpus);
    expect(corpus.missingTags).toEqual([]);
    const families = new Set(
      corpus.sets.filter((set) => splitOf(set) !== 'train').map(({ family }) => family),
    );
    expect(families.size).toBe(15 + 6);
  });
});
