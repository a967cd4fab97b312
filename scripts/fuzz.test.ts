import { readdirSync, readFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { join } from 'node:path';
import { makeNpy } from '@slipform/kit/testing/make-npy';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../packages/bench/src/statistics/random';
import { mutateJson } from '../packages/bench/src/testing/mutate-json';
import { keepsContract, meterArrays } from './fuzz/contract';
import * as readers from './fuzz/readers';

// What fuzzing found, and some thousand changes of it, read in seconds.
const parsers = Object.entries(readers);
// V8 counts blocks of those functions alone that it compiles from now on: the readers' first call comes later.
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

const corpus = join(import.meta.dirname, 'fuzz', 'corpus');
const filesOf = (name: string) =>
  readdirSync(join(corpus, name)).map((file) => ({ file, bytes: readFileSync(join(corpus, name, file)) }));

let unmetered = () => {};
beforeAll(() => {
  unmetered = meterArrays();
});
afterAll(() => unmetered());

it('has a corpus of some kilobytes for each parser', () => {
  expect(readdirSync(corpus).sort()).toEqual(parsers.map(([name]) => name).sort());
  for (const [name] of parsers) {
    const files = filesOf(name);
    expect(files.length).toBeGreaterThan(1);
    expect(files.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(20_000);
  }
});

it('holds readers to the contract', async () => {
  const bytes = new Uint8Array(8);
  const fails = (read: () => unknown) => expect(keepsContract(bytes, read)).rejects.toThrow();
  await fails(() => JSON.parse('{'));
  await fails(() => readers.npy(undefined as never));
  await fails(() => new Float64Array(2 ** 18));
  await fails(() => Buffer.alloc(2 ** 21));
  await fails(() => Array.from({ length: 2 ** 18 }));
  expect(await keepsContract(bytes, () => new Float32Array(2 ** 18))).toBe(false);
});

describe.each(parsers)('%s', (name, read) => {
  it.each(filesOf(name))('reads $file, or refuses it with a sentence', async ({ bytes }) => {
    await read(bytes);
  });

  it('reads or refuses what 500 changes make of them', async () => {
    const files = filesOf(name);
    const random = createRandom(35, name);
    const counts = { read: 0, refused: 0 };
    for (let i = 0; i < 500; i++) {
      const { file, bytes } = files[random.integer(files.length)]!;
      const changed = changedBytes(bytes, random);
      const isRefused = await read(changed).catch((error: unknown) => {
        throw new Error(`change ${i}, of ${file}: ${JSON.stringify(changed.toString('latin1'))}`, {
          cause: error,
        });
      });
      counts[isRefused ? 'refused' : 'read'] += 1;
    }
    expect(Math.min(counts.read, counts.refused), JSON.stringify(counts)).toBeGreaterThan(10);
  });
});

function changedBytes(bytes: Buffer, random: ReturnType<typeof createRandom>): Buffer {
  const text = bytes.toString();
  if (text.startsWith('{') && !text.includes('\n{') && random.integer(2) === 0)
    return Buffer.from(mutateJson(text, random.integer(2 ** 30)));
  const copy = Buffer.from(bytes);
  const place = () => random.integer(copy.length);
  const [a = 0, b = 0] = [place(), place()].sort((one, other) => one - other);
  const kind = random.integer(5);
  if (kind === 0) return copy.subarray(0, a);
  if (kind === 1) return Buffer.concat([copy.subarray(0, b), copy.subarray(a)]);
  if (kind === 2) return Buffer.concat([copy.subarray(0, a), copy.subarray(Math.min(b, a + 8))]);
  for (let left = random.integer(4); left >= 0; left--)
    copy[place()] =
      kind === 3 ? [0, 1, 127, 128, 255][random.integer(5)]! : copy[place()]! ^ (1 << random.integer(8));
  return copy;
}

// A hang is a fault, and so is time that grows with the square of a file: what is counted is how often V8 ran each block.
const numbers = (n: number) => Array.from({ length: n }, (_, i) => i);
const json = (value: object) => Buffer.from(JSON.stringify(value));
const release = (file: string) => JSON.parse(readFileSync(join(corpus, file), 'utf8'));
const growing: { readonly [name in keyof typeof readers]: (n: number) => Uint8Array } = {
  npy: (n) => makeNpy('<f4', `(${n}, 4)`, new Uint8Array(16 * n)),
  safetensors: (n) => {
    const header = json(
      Object.fromEntries(
        numbers(n).map((i) => [i, { dtype: 'F16', shape: [1], data_offsets: [2 * i, 2 * i + 2] }]),
      ),
    );
    const length = Buffer.alloc(8);
    length.writeUInt32LE(header.length);
    return Buffer.concat([length, header, Buffer.alloc(2 * n)]);
  },
  parquet: (n) => new Uint8Array(parquetWriteBuffer({ columnData: [{ name: 'id', data: numbers(n) }] })),
  tokenizer: (n) => {
    const file = release('tokenizer/pairs');
    for (const i of numbers(n)) {
      file.model.vocab[`a${i}`] = 9 + 2 * i;
      file.model.vocab[`a${i}b`] = 10 + 2 * i;
      file.model.vocab.b = 9 + 2 * n;
      file.model.merges.push([`a${i}`, 'b']);
    }
    return json(file);
  },
  norms: (n) =>
    Buffer.from(
      `word,rating\n${numbers(n)
        .map((i) => `w${i},${1 + (i % 5)}\n`)
        .join('')}`,
    ),
  records: (n) => {
    const file = release('records/results');
    const [result] = file.results;
    result.answers = numbers(n).map((i) => ({ ...result.answers[0], id: `${i}` }));
    return json(file);
  },
  icons: (n) => {
    const file = release('icons/set');
    for (const i of numbers(n)) {
      file.icons[`a${i}-fill`] = { body: '<path d="M0 0h1"/>' };
      file.aliases[`b${i}`] = { parent: `a${i}-fill` };
    }
    return json(file);
  },
};

it.each(parsers)('%s takes twice the steps for twice the file, or fewer', async (name, read) => {
  const make = growing[name as keyof typeof readers];
  const [file, twice] = [make(400), make(800)];
  expect(await read(file)).toBe(false); // What is read once is compiled, and its tables are made.
  const [steps, more] = [await stepsOf(() => read(file)), await stepsOf(() => read(twice))];
  expect(steps).toBeGreaterThan(20);
  expect(more / steps).toBeLessThan((1.2 * twice.length) / file.length);
});

/** How often blocks of code run during some work, those of Node itself left out: the same on any machine. */
async function stepsOf(work: () => Promise<unknown>): Promise<number> {
  session.post('Profiler.takePreciseCoverage');
  await work();
  let steps = 0;
  session.post('Profiler.takePreciseCoverage', (_, { result }) => {
    const own = result.filter(({ url }) => !url.startsWith('node:'));
    const ranges = own.flatMap(({ functions }) => functions.flatMap((each) => each.ranges));
    for (const { count } of ranges) steps += count;
  });
  return steps;
}
