import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file));

/** The rooms (folders of src, or files beside them) that the files of a room import, without the room itself. */
function importsOf(room: string): string[] {
  const inside = files.filter((file) => file.startsWith(`${room}/`));
  expect(inside).not.toEqual([]);
  const rooms = inside.flatMap((file) => {
    const text = readFileSync(join(source, file), 'utf8');
    return [...text.matchAll(/(?:from|import\() ?'(\.[^']+)'/g)].map(([, path]) => {
      const [first = '', ...rest] = join(dirname(file), path!).split('/');
      return rest.length === 0 ? `${first}.ts` : first;
    });
  });
  return [...new Set(rooms)].filter((other) => other !== room && other !== '..').sort();
}

const mining =
  'assign candidates checks corpus hashes hooks inflect lexicon scores sites write reading safety wordnet'.split(
    ' ',
  );

test.each(mining)('%s, a room of the miner, imports neither files nor commands', (room) => {
  const outside = ['commands', 'files', 'run', 'workers'];
  expect(importsOf(room).filter((other) => outside.includes(other))).toEqual([]);
});

test('files do not import the miner', () => {
  expect(importsOf('files')).toEqual(['hard-negative.ts', 'mined.ts', 'reading']);
});

test('natural partners import the miner and files, and no commands', () => {
  const outside = ['assign', 'commands', 'run', 'workers'];
  expect(importsOf('natural').filter((other) => outside.includes(other))).toEqual([]);
});
