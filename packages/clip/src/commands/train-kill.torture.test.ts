import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { normalNumbers } from '@slipform/kit/random/normal-numbers';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { expect, it } from 'vitest';

// Processes that save one model over another again and again, killed at random moments: whatever a kill leaves is one
// of the two models, whole, under plain names.
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = useFolder(join(root, 'node_modules'));

const saver = `
import '@tensorflow/tfjs-backend-cpu';
import { createClip, createEncoder, trainTokenizer } from '@slipform/clip';
const tower = { width: 16, layers: 2, heads: 2 };
const versions = [
  { seed: 1, embeddingSize: 8, maxShardSize: '5GB', words: 'a red square' },
  { seed: 2, embeddingSize: 16, maxShardSize: '30KB', words: 'a blue circle' },
].map(({ seed, embeddingSize, maxShardSize, words }) => {
  const tokenizer = trainTokenizer([words]);
  const model = createClip({
    embeddingSize,
    image: { ...tower, imageSize: 8, patchSize: 4 },
    text: { ...tower, vocabularySize: tokenizer.vocabularySize, contextLength: tokenizer.contextLength },
  }, { seed });
  const preprocessing = { size: 8, mean: [seed / 10, 0, 0] };
  return { encoder: createEncoder(model, tokenizer, { preprocessing }), options: { maxShardSize } };
});
for (let turn = 0; process.argv[2] === undefined ? true : turn <= Number(process.argv[2]); turn++) {
  const { encoder, options } = versions[turn % 2];
  await encoder.save(process.argv[2] === undefined ? 'model' : 'version-' + turn, options);
  console.log(turn);
}
`;

function start(...args: string[]): ChildProcess {
  return spawn(process.execPath, args, { cwd: folder.path(''), stdio: ['ignore', 'pipe', 'ignore'] });
}

const closed = (child: ChildProcess) => new Promise<number | null>((done) => child.once('close', done));

/** The content of a model folder's files, as a reader that knows only plain names finds it. */
async function contentOf(name: string): Promise<string> {
  const lines: string[] = [];
  for (const file of (await readdir(folder.path(name))).sort()) {
    if (file.startsWith('.slipform')) continue;
    const bytes = await readFile(folder.path(`${name}/${file}`)).catch(() => undefined);
    if (bytes !== undefined) lines.push(`${file} ${createHash('sha256').update(bytes).digest('hex')}`);
  }
  return lines.join('\n');
}

it('a hundred kills leave one model or the other', async () => {
  folder.file('save.mjs', saver);
  expect(await closed(start('save.mjs', '1'))).toBe(0);
  const versions = [await contentOf('version-0'), await contentOf('version-1')];
  expect(versions[0]).not.toBe(versions[1]);
  const normal = normalNumbers(3);
  const seen = new Set<string>();
  for (let kill = 0; kill < 100; kill++) {
    const child = start('save.mjs');
    const end = closed(child);
    await new Promise((first) => child.stdout!.once('data', first));
    child.stdout!.resume();
    await new Promise((later) => setTimeout(later, Math.abs(normal()) * 30));
    child.kill('SIGKILL');
    await end;
    const content = await contentOf('model');
    expect(versions).toContain(content);
    seen.add(content);
  }
  expect(seen.size).toBe(2);
  // A last save that ends leaves nothing else.
  folder.file(
    'last.mjs',
    saver.replace(/for \(let turn[\s\S]*/, "await versions[0].encoder.save('model', versions[0].options);"),
  );
  expect(await closed(start('last.mjs'))).toBe(0);
  expect(await readdir(folder.path('model'))).toEqual(await readdir(folder.path('version-0')));
});
