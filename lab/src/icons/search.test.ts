import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { searchPage } from '../commands/search-command';
import { openIconIndex } from './icon-index';
import { iconOf, smallWorld } from './testing/small-world';
import type { Towers } from './towers';

const captions = ['bell', 'bell', 'cloud', 'heart'];
const icons = captions.map((caption, at) => iconOf(`${at === 1 ? 'b' : 'a'}:${caption}`));
const world = smallWorld(icons);
const words = [...new Set(captions)];

/** Each caption is an axis of its own; counts how many drawings it embeds. */
function axes(): Towers & { readonly embedded: () => number } {
  let embedded = 0;
  const rowsOf = (texts: readonly string[]) =>
    Float32Array.from(texts.flatMap((text) => words.map((word) => (word === text ? 1 : 0))));
  return {
    width: words.length,
    embedded: () => embedded,
    embedIcons: ({ icons: of }, rows) => {
      embedded += rows.length;
      return Promise.resolve(rowsOf(rows.map((row) => of[row]!.caption)));
    },
    embedTexts: (texts) => Promise.resolve(rowsOf(texts)),
  };
}

it('finds the icons that are most similar to a text', async () => {
  const index = await openIconIndex(world, axes());
  expect(index.size).toBe(4);
  const found = await index.search('bell', 3);
  expect(found.map(({ icon, by, similarity }) => [icon.id, by, similarity])).toEqual([
    ['a:bell', 'name', 1],
    ['b:bell', 'name', 1],
    ['a:cloud', 'meaning', 0],
  ]);
  // Half of them are found by name at most.
  const two = await index.search('bell', 2);
  expect(two.map(({ by }) => by)).toEqual(['name', 'meaning']);
});

it('keeps embeddings of one model and one set of drawings', async () => {
  const cache = await mkdtemp(join(tmpdir(), 'slipform-index-'));
  onTestFinished(() => rm(cache, { recursive: true, force: true }));
  const towers = axes();
  const open = (identity: string, of = world) => openIconIndex(of, towers, { identity, cache });
  await open('one');
  const kept = await open('one');
  expect(towers.embedded()).toBe(4);
  expect((await kept.search('heart', 1)).map(({ icon }) => icon.id)).toEqual(['a:heart']);
  await open('two');
  await open('one', smallWorld(icons.slice(1)));
  expect(towers.embedded()).toBe(4 + 4 + 3);
  expect(await readdir(cache)).toHaveLength(3);
});

it('shows what was found with its artist, and no word as markup', () => {
  const icon = iconOf('a:bell', { body: '<path d="M0 0h24v24z"/>', artist: '<b>Ann' });
  const page = searchPage('<script>', [{ icon, by: 'meaning', similarity: 0.5 }], () => ({
    ...{ title: 'Bells', artist: icon.artist, licence: 'MIT' },
  }));
  expect(page).not.toContain('<script>');
  expect(page).toContain('By the drawing alone');
  expect(page).not.toContain('Its name says so');
  expect(page).toContain('Bells by &#60;b&#62;Ann');
  const svg = Buffer.from(page.match(/base64,([^"]+)/)![1]!, 'base64').toString();
  expect(svg).toContain(icon.body);
});
