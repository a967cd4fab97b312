import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { useBackend } from '../backend/use-backend';
import { createEncoder } from '../encoder/create-encoder';
import { encoderIdentity } from '../encoder/encoder-identity';
import { loadEncoder } from '../encoder/load-encoder';
import { createClip } from '../model/create-clip';
import { tinyConfig } from '../testing/tiny';
import { trainTokenizer } from '../tokenizer/train-tokenizer';
import type { LoadProgress } from './load-options';

const commit = '0123456789abcdef0123456789abcdef01234567';
const texts = ['a red square', 'zebra'];
let work: string;
let model: string;
let hubUrl: string;
let server: Server;
/** Each request to the hub, and whether it came with the token. */
let requests: string[] = [];

/** The endpoints of the hub that its client asks for a model's files. */
beforeAll(async () => {
  await useBackend('cpu');
  work = await mkdtemp(join(tmpdir(), 'slipform-hub-'));
  model = join(work, 'model');
  const tokenizer = trainTokenizer(['a red square', 'a blue circle']);
  const { vocabularySize, contextLength } = tokenizer;
  const text = { ...tinyConfig.text, vocabularySize, contextLength };
  const encoder = createEncoder(createClip({ ...tinyConfig, text }, { seed: 4 }), tokenizer);
  await encoder.save(model);
  encoder.dispose();
  // What nobody asks for is not fetched.
  await writeFile(join(model, 'pytorch_model.bin'), 'a pickle');
  const files = await readdir(model);
  server = createServer(async (request, response) => {
    const path = decodeURIComponent(request.url!.split('?')[0]!);
    requests.push(`${request.method} ${path} ${request.headers.authorization ?? ''}`.trim());
    const json = (status: number, value: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (path === '/api/models/me/tiny/revision/main' || path === `/api/models/me/tiny/revision/${commit}`) {
      return json(200, {
        _id: '1',
        id: 'me/tiny',
        sha: commit,
        siblings: files.map((rfilename) => ({ rfilename })),
        lastModified: '2026-01-01',
      });
    }
    if (path === `/api/models/me/tiny/paths-info/${commit}`) {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const asked = JSON.parse(Buffer.concat(chunks).toString()) as { paths: string[] };
      return json(
        200,
        await Promise.all(
          asked.paths.map(async (name) => ({
            type: 'file',
            path: name,
            size: (await readFile(join(model, name))).length,
            oid: Buffer.from(name).toString('hex').padEnd(40, '0'),
            lastCommit: { id: commit, title: 'all', date: '2026-01-01' },
          })),
        ),
      );
    }
    const name = path.startsWith(`/me/tiny/resolve/${commit}/`) ? path.split('/').at(-1)! : undefined;
    if (name === undefined || !files.includes(name)) return json(401, { error: 'Repository not found' });
    const content = await readFile(join(model, name));
    const headers = { etag: '"x"', 'content-type': 'application/octet-stream' };
    if (request.headers.range === 'bytes=0-0') {
      return response
        .writeHead(206, { ...headers, 'content-range': `bytes 0-0/${content.length}` })
        .end(content.subarray(0, 1));
    }
    return response.writeHead(200, { ...headers, 'content-length': content.length }).end(content);
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  hubUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vi.spyOn(console, 'debug').mockImplementation(() => {});
  vi.stubEnv('HF_TOKEN', '');
});
afterAll(async () => {
  server.close();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await rm(work, { recursive: true });
});
beforeEach(() => {
  requests = [];
});

const downloads = () => requests.filter((request) => request.includes('/resolve/'));

it('loads a model by its name, keeps its files, and reads them without the hub', async () => {
  const cache = join(work, 'cache');
  const seen = new Map<string, LoadProgress>();
  const options = {
    hubUrl,
    cache,
    onProgress: (progress: LoadProgress) => seen.set(progress.file, progress),
  };
  const encoder = await loadEncoder('hf:me/tiny', { ...options, token: 'hf_secret' });
  const local = await loadEncoder(model);
  expect(await encoder.embedTexts(texts)).toEqual(await local.embedTexts(texts));
  expect(encoder.identity).toBe(await encoderIdentity(model));
  const size = (await readFile(join(model, 'model.safetensors'))).length;
  expect(seen.get('model.safetensors')).toEqual({ file: 'model.safetensors', done: size, total: size });
  expect(requests.every((request) => request.endsWith('Bearer hf_secret'))).toBe(true);
  const snapshot = join(cache, 'models--me--tiny', 'snapshots', commit);
  expect((await readdir(snapshot)).sort()).toEqual([
    'config.json',
    'model.safetensors',
    'preprocessor_config.json',
    'tokenizer.json',
    'tokenizer_config.json',
  ]);
  expect(encoder.model.source).toBe(snapshot);

  requests = [];
  (await loadEncoder(`hf:me/tiny@${commit}`, options)).dispose();
  expect(requests).toEqual([`GET /api/models/me/tiny/revision/${commit}`]);
  requests = [];
  const offline = await loadEncoder('hf:me/tiny', { cache, offline: true });
  expect(await offline.embedTexts(texts)).toEqual(await local.embedTexts(texts));
  expect(requests).toEqual([]);
  for (const each of [encoder, local, offline]) each.dispose();
});

it('goes through the fetch that it is given, and ends by a signal', async () => {
  const stop = new AbortController();
  const asked: string[] = [];
  const loading = loadEncoder('hf:me/tiny', {
    hubUrl: 'https://hub.invalid',
    cache: join(work, 'stopped'),
    signal: stop.signal,
    fetch(input, init) {
      asked.push(String(input));
      if (String(input).endsWith('model.safetensors')) stop.abort(new Error('enough'));
      return fetch(String(input).replace('https://hub.invalid', hubUrl), init);
    },
  });
  await expect(loading).rejects.toThrow('enough');
  expect(asked.every((url) => url.startsWith('https://hub.invalid/'))).toBe(true);
  expect(downloads().some((request) => request.includes('tokenizer.json'))).toBe(true);
});

it.each([
  [
    'hf:me/none',
    {},
    /^hf:me\/none: http.* shows no revision main of it \(HTTP status 401\); see to its name/,
  ],
  ['hf:me/tiny@v9', {}, /^hf:me\/tiny: .* shows no revision v9 of it/],
  ['hf:me/tiny', { revision: 'v8' }, /shows no revision v8/],
  [
    'hf:me/other',
    { offline: true },
    /^hf:me\/other: the cache holds no revision main of it \(.*\); load it once/,
  ],
  ['hf:me', {}, /^A name at the hub must be hf:owner\/name or hf:owner\/name@revision, got hf:me\.$/],
  [
    'hf:me/tiny',
    { hubUrl: 'http://127.0.0.1:1' },
    /^hf:me\/tiny: http:\/\/127\.0\.0\.1:1 could not be read \(.*\); try again, or pass offline/,
  ],
] as const)('%s %j is one sentence', async (name, more, message) => {
  const options = { hubUrl, cache: join(work, 'wrong'), ...more };
  await expect(loadEncoder(name, options)).rejects.toThrow(message);
});

it('says which package it needs', async () => {
  vi.resetModules();
  vi.doMock('@huggingface/hub', () => {
    throw new Error('not there');
  });
  const { loadEncoder: load } = await import('../encoder/load-encoder');
  await expect(load('hf:me/tiny', { hubUrl })).rejects.toThrow(
    /^Loading hf:me\/tiny needs the package @huggingface\/hub: npm install @huggingface\/hub; or clone/,
  );
  vi.doUnmock('@huggingface/hub');
});
