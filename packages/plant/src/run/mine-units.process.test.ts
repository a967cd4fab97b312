import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { runCommand } from '../command';
import type { HardNegative } from '../hard-negative';

const { file, path } = useFolder();
const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
afterAll(() => said.mockRestore());
afterEach(() => said.mockClear());
const errors = () => said.mock.calls.map(([text]) => String(text)).join('');

const captions = [
  'A cat is sitting on a red car.',
  'A bird is standing on a blue bus.',
  'A red dog and a blue cat.',
  'A white dog and a black horse.',
  'An apple lies on a wooden table.',
  'A banana lies under a small chair.',
  'A dog looks at a dog.',
  'A man without a hat is riding a brown horse.',
  'A boy is holding a green umbrella.',
  'Two girls are standing behind a wooden bench.',
  'A small bowl next to a large plate.',
];
const input = () =>
  file(
    'in.jsonl',
    captions
      .map((caption, i) => `${JSON.stringify({ id: `${i}`, filepath: `train2014/${i}.jpg`, caption })}\n`)
      .join(''),
  );
const options = ['--per-caption', '20', '--sense', '9', '--quiet'];

async function mined(...more: string[]) {
  expect(await runCommand(['mine', input(), '-o', path('r.jsonl'), '--force', ...options, ...more])).toBe(0);
  const records: HardNegative[] = readFileSync(path('r.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  said.mockClear();
  const units = ['-o', path('u.json'), '--output-format', 'units', '--force'];
  expect(await runCommand(['mine', input(), ...units, ...options, ...more])).toBe(0);
  return { records, samples: JSON.parse(readFileSync(path('u.json'), 'utf8')) as Json[] };
}

// biome-ignore lint/suspicious/noExplicitAny: the file is read as Python would, without types.
type Json = any;

// What CS-CLIP's loader does with a sample, in our words: kargibora/CS-CLIP at 98b40c0, utils/sampler.py and data_loading/coco_neg.py.
// It draws one of these at random; here are all.

/** OriginalCaptionNegativeSampler: negatives of the whole caption. */
function captionNegatives(sample: Json): string[] {
  const swaps = sample.swap_negatives.map((each: Json) => each.negative);
  const inPlace = sample.entities
    .filter((entity: string) => sample.negative_entities[entity] && sample.original_caption.includes(entity))
    .flatMap((entity: string) =>
      sample.negative_entities[entity].map(({ negative }: Json) =>
        sample.original_caption.replace(entity, () => negative),
      ),
    );
  return [...swaps, ...inPlace];
}

/** StructuredSampler: the changes of a relation that it knows by their `change_type`. */
function relationNegatives(sample: Json): string[] {
  const known = ['antonym', 'negation', 'relation_change', 'relation_opposite'];
  return sample.relations.flatMap(({ subject, relation_type: type, object, negatives }: Json) =>
    negatives
      .filter((each: Json) => known.includes(each.change_type) && each.relation_type !== type)
      .map((each: Json) => {
        expect([subject, type, object].every((part) => part.trim() !== '')).toBe(true);
        return sample.original_caption.replace(type, () => each.relation_type);
      }),
  );
}

test('each sample gives our negatives where their loader reads it, and none that is not ours', async () => {
  const { records, samples } = await mined();
  const [leftOut = '0'] = /(\d+) negatives? left out/.exec(errors())?.slice(1) ?? [];
  const all = samples.flatMap((sample) => {
    const own = records.filter(({ id }) => id === sample.sample_id).map(({ negative }) => negative);
    const read = [...captionNegatives(sample), ...relationNegatives(sample)];
    expect(own).toEqual(expect.arrayContaining(read));
    expect(new Set(read).size).toBe(read.length);
    return read;
  });
  expect(all.length).toBe(records.length - Number(leftOut));
  expect(all.length).toBeGreaterThan(records.length / 2);
  for (const sample of samples) {
    const { entities, negative_entities: negatives, relations, image_path: image } = sample;
    const { caption, filepath } = records.find(({ id }) => id === sample.sample_id)!;
    expect([sample.original_caption, image]).toEqual([caption, filepath]);
    expect(new Set(entities).size).toBe(entities.length);
    expect(entities).toEqual(expect.arrayContaining(Object.keys(negatives)));
    for (const entity of entities) expect(caption).toContain(entity);
    for (const { subject, object } of relations)
      expect(entities).toEqual(expect.arrayContaining([subject, object]));
  }
});

test('what is left out is said in words, of one and of several', async () => {
  const left = async (...texts: string[]) => {
    const rows = texts.map((caption, id) =>
      JSON.stringify({ id: `${id}`, filepath: 'train/1.jpg', caption }),
    );
    const options = [
      '--output-format',
      'units',
      '--slots',
      'attribute',
      '--operations',
      'replace',
      '--sense',
      '9',
    ];
    const input = file(`${texts.length}.jsonl`, rows.join('\n'));
    said.mockClear();
    expect(await runCommand(['mine', input, '-o', path('u.json'), '--force', '--quiet', ...options])).toBe(0);
    return errors();
  };
  expect(await left('The car is red.')).toContain(
    '1 negative left out: it changes something that no unit names.',
  );
  expect(await left('The car is red.', 'The bus is blue.')).toContain(
    '2 negatives left out: they change something that no unit names.',
  );
  expect(await left('A red car on a street.')).toBe('');
});

test('a sample has changed things, changed relations and changes of places', async () => {
  const { samples } = await mined();
  const relations = samples.flatMap((sample) => sample.relations);
  expect(relations.flatMap(({ negatives }) => negatives).length).toBeGreaterThan(0);
  expect(samples.flatMap((sample) => sample.swap_negatives).length).toBeGreaterThan(0);
  const types = samples.flatMap((sample) => Object.values<Json>(sample.negative_entities).flat());
  expect(new Set(types.map((each: Json) => each.change_type))).toEqual(
    new Set(['object_change', 'attribute_change']),
  );
});

test('blocks make one array, also with nothing in it', async () => {
  const whole = await mined('--operations', 'replace');
  const inBlocks = await mined('--operations', 'replace', '--block-size', '3');
  const idsOf = (samples: readonly Json[]) => samples.map((sample) => sample.sample_id);
  expect(idsOf(inBlocks.samples)).toEqual(
    captions.map((_, i) => `${i}`).filter((id) => idsOf(inBlocks.samples).includes(id)),
  );
  expect(inBlocks.samples.length).toBeGreaterThan(3);
  expect(whole.samples.length).toBeGreaterThan(3);
  file('none.jsonl', `${JSON.stringify({ id: '0', filepath: 'a.jpg', caption: 'Idea.' })}\n`);
  const none = ['mine', path('none.jsonl'), '-o', path('none.json'), '--output-format', 'units', '--quiet'];
  expect(await runCommand(none)).toBe(0);
  expect(JSON.parse(readFileSync(path('none.json'), 'utf8'))).toEqual([]);
  // Each file of the folder whose name ends so is read as samples.
  expect(readdirSync(dirname(path('u.json'))).filter((name) => name.endsWith('.json'))).toEqual([
    'none.json',
    'u.json',
  ]);
});

test('what a sample cannot hold is refused in one sentence', async () => {
  const wrong = (output: string, ...args: string[]) =>
    runCommand(['mine', input(), '-o', path(output), '--output-format', 'units', ...args]);
  await expect(wrong('x.json', '--keep-all')).rejects.toThrow("--keep-all can't go with units");
  await expect(wrong('x.json', '--resume')).rejects.toThrow("--resume can't go with units");
  await expect(wrong('x.jsonl')).rejects.toThrow('one file whose name ends in .json, got');
  await expect(wrong('x.json.gz')).rejects.toThrow('one file whose name ends in .json, got');
  await expect(wrong('out/')).rejects.toThrow('one file whose name ends in .json, got');
  file('plain.txt', 'A dog on a bed.\nA cat on a bed.\n');
  const plain = ['mine', path('plain.txt'), '-o', path('x.json'), '--output-format', 'units', '--quiet'];
  await expect(runCommand(plain)).rejects.toThrow(
    'the caption "1" has none; name the field of its image\'s id by --image-field',
  );
  expect(existsSync(path('x.json'))).toBe(false);
});
