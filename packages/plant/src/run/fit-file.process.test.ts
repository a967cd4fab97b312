import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { shareOf } from '@slipform/kit/shards/share';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fitFiles, mergeFits } from './fit-file';

const { file, path } = useFolder();
const fixture = readFileSync(new URL('../../fixtures/captions.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const bytesOf = (name: string) => readFileSync(path(name), 'latin1');
const clear = () => {
  for (const name of readdirSync(dirname(path('x')))) rmSync(path(name), { recursive: true });
};

let said: string[] = [];
beforeEach(() => {
  said = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  clear();
});

/** Captions with the images they are of; captions of one image may stand apart. */
const corpus = fc.array(
  fc.array(fc.record({ caption: fc.constantFrom(...fixture), image: fc.integer({ min: 0, max: 3 }) }), {
    minLength: 1,
    maxLength: 6,
  }),
  { minLength: 1, maxLength: 6 },
);

test('tasks of any number, added up in any order, are what one process counts', async () => {
  await fc.assert(
    fc.asyncProperty(
      corpus,
      fc.integer({ min: 1, max: 8 }),
      fc.infiniteStream(fc.nat(1000)),
      async (shards, of, keys) => {
        clear();
        const files = shards.map((captions, i) =>
          file(
            `${i}.jsonl`,
            captions.map(({ caption, image }) => JSON.stringify({ caption, image_id: image })).join('\n'),
          ),
        );
        await fitFiles(files, { output: path('whole.fit') });
        const parts: string[] = [];
        for (let task = 0; task < of; task += 1) {
          const share = shareOf(files, { task, of });
          if (share.length === 0) continue;
          parts.push(path(`part.${task}.fit.gz`));
          await fitFiles(share, { output: parts.at(-1)!, resume: true });
        }
        const order = parts.map((part) => ({ part, key: keys.next().value }));
        order.sort((a, b) => a.key - b.key);
        await mergeFits(
          order.map(({ part }) => part),
          { output: path('merged.fit') },
        );
        expect(bytesOf('merged.fit')).toBe(bytesOf('whole.fit'));
      },
    ),
    { numRuns: 12 },
  );
});

test('a finished part is left as it is, another one is an error, --force makes it again and keeps its record right', async () => {
  const input = file('in.txt', fixture.join('\n'));
  const options = { output: path('x.fit'), resume: true };
  const first = await fitFiles([input], options);
  expect(first).toEqual({ captions: 60, pictures: 60, brokenLines: 0, doneBefore: false });
  expect(await fitFiles([input], options)).toEqual({ ...first, doneBefore: true });
  await expect(fitFiles([input], { ...options, least: 2 })).rejects.toThrow(
    /--least was 1 and is 2; pass --force/,
  );
  await fitFiles([input], { output: path('x.fit'), least: 2, force: true });
  expect((await fitFiles([input], { ...options, least: 2 })).doneBefore).toBe(true);
});

test('two at once: the second waits, and finds it done', async () => {
  const input = file('in.txt', fixture.join('\n'));
  const options = { output: path('x.fit'), resume: true };
  const ends = await Promise.all([fitFiles([input], options), fitFiles([input], options)]);
  expect(ends.map(({ doneBefore }) => doneBefore).sort()).toEqual([false, true]);
  expect(said.filter((text) => /waiting: another process/.test(text))).toHaveLength(1);
  expect(readdirSync(dirname(path('x'))).sort()).toEqual(['in.txt', 'x.fit', 'x.fit.done.json']);
});
