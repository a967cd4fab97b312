import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder } from '@slipform/kit/testing/temporary-folder';
import { beforeAll, expect, test } from 'vitest';
import type { Answer } from './scoring/result';
import { startCommand } from './testing/run-command';
import { sampleBenchmark } from './testing/sample-benchmark';
import { saveTinyModel } from './testing/save-tiny-model';

const folder = temporaryFolder();
/** A hundred and fifty questions of a module, which draws their pictures. */
const FEW = ['--module', 'few.mjs'];

beforeAll(async () => {
  const { questions, chance } = sampleBenchmark({ count: 30 });
  const module = `const { questions, chance } = ${JSON.stringify({ questions, chance })};
    const drawn = (name, size) => ({
      key: name,
      load: async () => ({
        name, width: size, height: size, data: Uint8Array.from({ length: size * size * 3 }, (_, at) => (at * (7 + parseInt(name))) % 251),
      }),
    });
    const withPictures = (pairs, size) => pairs.map((each) => ({ ...each, image: drawn(each.image, size) }));
    export const benchmarks = {
      few: (path, { size = 16 }) => ({
        name: 'Few', chance,
        questions: questions.map((each) => ({
          ...each, right: withPictures(each.right, size), wrong: withPictures(each.wrong, size),
        })),
      }),
    };`;
  await writeFile(join(folder, 'few.mjs'), module);
});

const start = (...args: string[]) => startCommand(folder, ...args);

test('--help lists the commands', async () => {
  const { code, stdout } = await start('--help');
  expect(code).toBe(0);
  for (const command of ['compare', 'probe', 'run', 'report']) expect(stdout).toContain(command);
});

test('slipform-bench run says where a tokenizer that knows few words makes ties', async () => {
  await saveTinyModel(join(folder, 'small'));
  const { code, stdout, stderr } = await start('run', 'small', ...FEW);
  expect(code).toBe(0);
  expect(stderr).toMatch(/The tokenizer doesn't know \d\d+ of the \d\d+ words/);
  expect(stderr).toMatch(/Few: \d+ of \d+ questions \([\d.]+ %\) are ties, which count as wrong/);
  expect(stdout).not.toContain('are ties');

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    const file = await readFile(join(folder, pathname)).catch(() => undefined);
    response.writeHead(file === undefined ? 404 : 200).end(file);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/small?key=pw`;
  const signed = await start('run', url, ...FEW, '-o', 'signed/');
  server.close();
  expect(signed.code).toBe(0);
  expect(await readdir(join(folder, 'signed'))).toEqual(['small.json']);
  // Neither what is printed nor the record has what signs the address.
  expect(signed.stdout + signed.stderr).not.toContain('pw');
  expect(await readFile(join(folder, 'signed', 'small.json'), 'utf8')).not.toContain('key=pw');
});

const model = join(import.meta.dirname, '../../../lab/pair-model');
test('slipform-bench run asks what its modules bring where no benchmark is named, and its results render', async () => {
  const { code, stdout, stderr } = await start('run', model, ...FEW, '--size', '24', '-o', 'run.json');
  expect(code).toBe(0);
  expect(stderr).not.toMatch(/pair-model on .* are ties/);
  expect(stdout).toContain('Few, 95 % intervals');
  expect((await start('report', 'run.json', '-o', 'run.html')).code).toBe(0);
  const none = await start('run', model);
  expect({ code: none.code, stderr: none.stderr }).toEqual({
    code: 2,
    stderr: expect.stringMatching(
      /^slipform-bench: run: name what is asked: --benchmark NAME=PATH [^\n]*\n$/,
    ),
  });
});

test('slipform-bench run computes on wasm with our kernels, and scores as another backend does', async () => {
  const scoresOf = async (backend: string) => {
    const output = `${backend}.json`;
    await start('run', model, ...FEW, '--backend', backend, '-o', output);
    const { results } = JSON.parse(await readFile(join(folder, output), 'utf8'));
    return results[0].answers.flatMap(({ right, wrong }: Answer) => [right, wrong]);
  };
  const [ours, theirs]: number[][] = [await scoresOf('wasm'), await scoresOf('cpu')];
  expect(ours!.length).toBeGreaterThan(250);
  ours!.forEach((score, index) => {
    expect(Math.abs(score - theirs![index]!)).toBeLessThan(1e-5);
  });
});
