import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder } from '@slipform/kit/testing/temporary-folder';
import { beforeAll, expect, test } from 'vitest';
import type { Answer } from './scoring/result';
import { startCommand } from './testing/run-command';
import { saveTinyModel } from './testing/save-tiny-model';

const folder = temporaryFolder();
/** Where icon sets are installed. */
const ICONS = join(import.meta.dirname, '../../icons');
/** Twenty-four questions of `duo`, of six ways each. */
const FEW = ['--benchmark', 'duo=few.json', '--icons', ICONS];

beforeAll(async () => {
  const duo = JSON.parse(await readFile(join(import.meta.dirname, '../data/duo.json'), 'utf8'));
  const [[set, questions]] = Object.entries<unknown[]>(duo.questions) as [[string, unknown[]]];
  const few = { ...duo, questions: { [set]: questions.slice(0, 24) } };
  await writeFile(join(folder, 'few.json'), JSON.stringify(few));
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
  expect(stderr).toMatch(/Duo: \d+ of \d+ questions \([\d.]+ %\) are ties, which count as wrong/);
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

const model = join(import.meta.dirname, '../../../lab/duo-model');
test('slipform-bench run asks `duo` where no benchmark is named, and its results render', async () => {
  const { code, stdout, stderr } = await start('run', model, '--icons', ICONS, '-o', 'run.json');
  expect(code).toBe(0);
  expect(stderr).not.toMatch(/duo-model on .* are ties/);
  expect(stdout).toContain('Duo, 95 % intervals');
  const { results } = JSON.parse(await readFile(join(folder, 'run.json'), 'utf8'));
  // Far above chance on things: it is the trained model that was judged.
  expect(results[0].kinds['thing pairing'].value).toBeGreaterThan(0.9);
  expect((await start('report', 'run.json', '-o', 'run.html')).code).toBe(0);
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
