import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TrainBatch } from '@slipform/clip';
import { type Icon, splitOf } from '@slipform/icons';
import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyedGallery } from '../demo/demo-questions';
import { type DemoExample, writePrepared } from '../demo/prepared';
import { names } from '../experiments/names';
import { iconBatches } from '../icons/icon-batches';
import { iconOf, signedThings, smallWorld } from '../icons/testing/small-world';
import { measureRun } from '../machine/measure-run';
import { preparedFolder } from '../machine/prepare';
import { startBackend } from '../machine/start-backend';
import type { Run } from '../run';
import { namesStudy, twoNames } from './prepare-names';

/** Every thing with every sign by an artist of training, where what is off has a second name; some by two artists of the test. */
const icons: Icon[] = [
  ...signedThings('lucide').map((id) => {
    const icon = iconOf(id, { body: id });
    const words = icon.words.map((word) => (word === 'off' ? 'slash' : word));
    return { ...icon, aliases: icon.words.includes('off') ? [words.join(' ')] : [] };
  }),
  ...['iconoir', 'carbon'].flatMap((set) =>
    signedThings(set, (thing, sign) => (thing * 5 + sign) % 9 > 1).map((id) => iconOf(id, { body: id })),
  ),
  // Words that may stand in the place of "off" and of "slash" in a name.
  ...[
    'cloud-of',
    'box-out',
    'cloud-hook',
    'box-dash',
    'map-bar',
    'of-map',
    'out-tree',
    'dash-car',
    'hook-map',
  ].map((name) => iconOf(`lucide:${name}`, { body: name })),
];
const options = { captions: 40, pairs: 240, seed: 0, split: 'test' } as const;
const study = namesStudy(icons, options);
const poolOf = (wanted: string) => study.pools.filter(({ pool }) => pool === wanted);

describe('two names of one drawing', () => {
  const ratings: Readonly<Record<string, number>> = { off: 2, slash: 3.5, line: 4.5, out: 2.4 };
  const table = { ratingOf: (word: string) => ratings[word] };
  const found = (name: string, ...aliases: string[]) => twoNames(iconOf(`a:${name}`, { aliases }), table);

  test('differ in one word, by a point of concreteness, and the abstract one is first', () => {
    expect(found('bell-slash', 'bell off')).toMatchObject({
      names: ['bell off', 'bell slash'],
      words: ['off', 'slash'],
      slot: 1,
    });
  });

  test('are those of three that are farthest apart', () => {
    expect(found('bell-off', 'bell slash', 'bell line')!.words).toEqual(['off', 'line']);
  });

  test('are no others', () => {
    expect(found('bell-off')).toBeUndefined();
    expect(found('bell-off', 'bell out')).toBeUndefined();
    expect(found('bell-off', 'slash cloud')).toBeUndefined();
    expect(found('bell-off', 'slash')).toBeUndefined();
    expect(found('bell-off', 'bell qwxzy')).toBeUndefined();
  });
});

describe('the study', () => {
  const wordsThatDiffer = (one: string, other: string) => {
    const [a, b] = [one.split(' '), other.split(' ')];
    return a.flatMap((word, at) => (word === b[at] ? [] : [[word, b[at]!] as const]));
  };

  test('has the same drawings in the same order under either name, and says how many it found', () => {
    const [abstract, concrete] = [poolOf('abstract'), poolOf('concrete')];
    expect(abstract.length).toBeGreaterThan(4);
    expect(concrete.map(({ icon }) => icon.id)).toEqual(abstract.map(({ icon }) => icon.id));
    for (const [at, { caption, icon }] of abstract.entries()) {
      expect(wordsThatDiffer(caption, concrete[at]!.caption)).toEqual([['off', 'slash']]);
      expect(splitOf(icon)).toBe('train');
    }
    expect(study.about).toMatch(
      /^12 drawings of training artists have two names .* are trained on, with 1 pairs/,
    );
  });

  const textsOf = (pairs: (typeof study.asked.questions)[number]['right']) =>
    pairs.map((each) => ('image' in each ? String(each.text) : ''));

  test('exchanges the word that the two names differ in, for no other name, and by no pair of words of a question', () => {
    const asked = study.asked.questions.map(({ clusters }) => [clusters!.words!].flat().sort().join(' '));
    for (const { icon, caption, hard, pool } of study.pools) {
      expect(hard.length).toBeGreaterThan(0);
      for (const { text } of hard) {
        const [exchanged, ...more] = wordsThatDiffer(caption, text);
        expect(more).toEqual([]);
        expect(exchanged![0]).toBe(pool === 'abstract' ? 'off' : 'slash');
        expect([icon.caption, ...icon.aliases]).not.toContain(text);
        expect(asked).not.toContain([...exchanged!].sort().join(' '));
      }
    }
  });

  test('asks about artists of the split, natural pairs and exchanged words of each band', () => {
    const kinds = new Map<string, number>();
    for (const { right, wrong, kind, clusters } of study.asked.questions) {
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      expect(['iconoir', 'carbon']).toContain(clusters!.artist);
      expect(textsOf(wrong)).toEqual(textsOf(right).reverse());
      const differing = wordsThatDiffer(...(textsOf(right) as [string, string]));
      expect(differing.flat().sort()).toEqual([clusters!.words!].flat().sort());
    }
    for (const kind of ['natural', 'abstract', 'between', 'concrete'])
      expect(kinds.get(`${kind} pairing`), kind).toBeGreaterThan(2);
    expect(namesStudy(icons, { ...options, split: 'validation' }).asked.questions).toEqual([]);
  });

  test('an exchanged caption is asked of its icon and of another one of the set that has neither word', () => {
    const nameOf = new Map(icons.map(({ id, caption }) => [id, caption]));
    const edited = study.asked.questions.filter(({ kind }) => !kind.startsWith('natural'));
    for (const { right, clusters } of edited) {
      const [one, other] = right.map((each) => ('image' in each ? String(each.image) : ''));
      expect(nameOf.get(one!)).toBe(textsOf(right)[0]);
      expect(one!.split(':')[0]).toBe(other!.split(':')[0]);
      for (const word of [clusters!.words!].flat())
        expect(nameOf.get(other!)!.split(' ')).not.toContain(word);
    }
  });
});

describe('a run of names', () => {
  const world = smallWorld(icons, 32);
  const rowOf = new Map(world.icons.map(({ id }, row) => [id, row]));
  const examples = study.pools.map(
    ({ icon, ...rest }): DemoExample => ({ ...rest, rows: [rowOf.get(icon.id)!] }),
  );
  let work: string;
  beforeAll(async () => {
    await startBackend('wasm');
    work = mkdtempSync(join(tmpdir(), 'slipform-names-'));
    const prepared = { examples, keys: world.icons.map(({ id }) => id), pictures: world };
    await writePrepared(preparedFolder(work, runOf('checkpoint')), {
      ...prepared,
      benchmarks: [study.asked, keyedGallery(study.asked)],
    });
  });
  afterAll(() => rmSync(work, { recursive: true }));

  const runOf = (variant: string): Run => {
    const run = names.runs(3, { firstSeed: 3 }).find((each) => each.variant === variant)!;
    const { training } = run;
    return training
      ? { ...run, training: { ...training, steps: 3, batchSize: 4, measureEvery: 1, warmupSteps: 1 } }
      : run;
  };

  test.each([
    ['checkpoint', []],
    ['abstract', ['loss']],
    ['concrete hard', ['loss', 'similarity budget']],
    ['abstract hard', ['loss', 'similarity budget']],
  ])('%s keeps four cosines a question and leaves no tensor', async (variant, metrics) => {
    const before = memory().numTensors;
    const { rows, demo } = await measureRun(runOf(variant), work, () => {});
    for (const metric of ['exchanged, pairing', 'natural, group', ...metrics])
      expect(rows.map((row) => row.metric)).toContain(metric);
    expect(demo!.scores).toHaveLength(4 * study.asked.questions.length);
    expect(demo!.scores.every((cosine) => Math.abs(cosine) <= 1)).toBe(true);
    expect(memory().numTensors).toBe(before);
  });

  test('all arms of the two names see the same pictures in the same order', async () => {
    const batchesOf = (pool: string, hard: 'none' | 'captions') => {
      const own = examples.filter((example) => example.pool === pool);
      const all = iconBatches({
        ...{ world, examples: own, batchSize: 4, seed: 3, hard },
        encode: (text) => [...text].map((letter) => letter.charCodeAt(0)),
      });
      const found: TrainBatch[] = [];
      for (const batch of all.batchesFrom(0) as Iterable<TrainBatch>) if (found.push(batch) === 5) break;
      return found;
    };
    const [abstract, concrete, hard] = [
      batchesOf('abstract', 'none'),
      batchesOf('concrete', 'none'),
      batchesOf('concrete', 'captions'),
    ];
    expect(concrete.map(({ images }) => images)).toEqual(abstract.map(({ images }) => images));
    expect(hard.map(({ images }) => images)).toEqual(abstract.map(({ images }) => images));
    expect(concrete.map(({ tokens }) => tokens)).not.toEqual(abstract.map(({ tokens }) => tokens));
  });
});
