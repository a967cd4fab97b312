import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder } from '@slipform/kit/testing/temporary-folder';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
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
const work = temporaryFolder();
let model: string;
let hubUrl: string;
let server: Server;
/** Each request to the hub, and whether it came with the token. */
let requests: string[] = [];

/** The endpoints of the hub that its client asks for a model's files. */
beforeAll(async () => {
  await useBackend('cpu');
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
    const [, revision = ''] = /^\/api\/models\/me\/tiny\/revision\/(.*)$/.exec(path) ?? [];
    if (['main', 'refs/pr/1', 'feature/v1.0_b-2', commit].includes(revision)) {
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
  [
    'hf:me',
    {},
    /^A name at the hub must be hf:owner\/name or hf:owner\/name@revision, of letters, .*, got hf:me\.$/,
  ],
  [
    'hf:me/tiny',
    { hubUrl: 'http://127.0.0.1:1' },
    /^hf:me\/tiny: http:\/\/127\.0\.0\.1:1 could not be read \(.*\); try again, or pass offline/,
  ],
] as const)('%s %j is one sentence', async (name, more, message) => {
  const options = { hubUrl, cache: join(work, 'wrong'), ...more };
  await expect(loadEncoder(name, options)).rejects.toThrow(message);
});

/** Texts that would be paths or can't be a revision: try, and how it is written. */
const wrongRevisions = [
  '../../../../PWN',
  '..',
  '.',
  './main',
  'main/.',
  'main/..',
  'a/../../b',
  'a..b',
  '...',
  '/etc',
  '//host/share',
  'main/',
  'a//b',
  '-x',
  'a/-x',
  '--upload-pack=x',
  '%2e%2e/%2e%2e/x',
  '..%2f..%2fx',
  '%2e%2e%5cx',
  '..\\..\\x',
  'a\\b',
  '\\\\host\\share',
  'C:\\x',
  'C:/x',
  'C:x',
  'main:stream',
  'main\0',
  'a\0/../b',
  'main\n',
  'ma in',
  ' main',
  '~/x',
  '$HOME',
  '\u2025/x',
  '\uff0e\uff0e/x',
  '\u2024\u2024/x',
  'a\u2215b',
  'a\u2044b',
  '\u202emain',
  'm\u00e4in',
  '@{1}',
  'main@{1}',
  'a@b',
  'main^1',
  'main~1',
  'a*',
  'a?b',
  'a#b',
  'x'.repeat(251),
  'a/'.repeat(200),
];
const wrongNames = [
  'hf:',
  'hf:a',
  'hf:a/b/c',
  'hf:--x/y',
  'hf:-x/y',
  'hf:x/-y',
  'hf:x--y/z',
  'hf:x/y-',
  'hf:x/y.',
  'hf:../y',
  'hf:x/..',
  'hf:x/a..b',
  'hf:./y',
  'hf:x/.y',
  'hf:x\\y/z',
  'hf:x%2fy/z',
  'hf:x/y\0',
  'hf:x/y\n',
  'hf:x/\uff0e\uff0e',
  'hf:C:/y',
  'hf://x/y',
  `hf:x/${'y'.repeat(97)}`,
];

describe('a revision', () => {
  it('is no path: nothing is asked, read or written for one that could be', async () => {
    const cache = join(work, 'paths', 'a', 'b', 'c', 'cache');
    await cp(model, join(cache, 'models--me--tiny', 'snapshots', commit), { recursive: true });
    const before = await readdir(join(work, 'paths'), { recursive: true });
    for (const offline of [false, true]) {
      for (const revision of wrongRevisions) {
        const refused = /^hf:me\/tiny: a revision must be a branch, a tag or a commit of at most 250 letters/;
        await expect(loadEncoder('hf:me/tiny', { hubUrl, cache, offline, revision })).rejects.toThrow(
          refused,
        );
        const written = loadEncoder(`hf:me/tiny@${revision}`, { hubUrl, cache, offline });
        await expect(written).rejects.toThrow(refused);
      }
      for (const name of wrongNames) {
        const load = loadEncoder(name, { hubUrl, cache, offline });
        await expect(load).rejects.toThrow(/^A name at the hub must be hf:owner\/name or/);
      }
      await expect(loadEncoder('hf:me/tiny@', { hubUrl, cache, offline })).rejects.toThrow(
        /a revision must be/,
      );
    }
    expect(requests).toEqual([]);
    expect(await readdir(join(work, 'paths'), { recursive: true })).toEqual(before);
  });

  it.each(['refs/pr/1', 'feature/v1.0_b-2', commit])(
    '%s is read, kept, and found offline',
    async (revision) => {
      const cache = join(work, `cache of ${revision.replaceAll('/', ' ')}`);
      (await loadEncoder(`hf:me/tiny@${revision}`, { hubUrl, cache })).dispose();
      const refs = join(cache, 'models--me--tiny', 'refs');
      if (revision !== commit) expect(await readFile(join(refs, revision), 'utf8')).toBe(commit);
      else expect(existsSync(refs)).toBe(false);
      (await loadEncoder('hf:me/tiny', { cache, offline: true, revision })).dispose();
    },
  );
});

describe('a cache that somebody else wrote into', () => {
  const poisons = [
    '../../..',
    '../../../outside',
    '/etc',
    'main',
    '',
    commit.slice(1),
    `${commit}0`,
    `${commit}/../..`,
    commit.replace('a', 'A'),
    '\0'.repeat(40),
    'x'.repeat(200),
  ];
  let cache: string;
  let folder: string;
  beforeEach(async () => {
    cache = await mkdtemp(join(work, 'poisoned-'));
    folder = join(cache, 'models--me--tiny');
    await mkdir(join(folder, 'refs'), { recursive: true });
    await cp(model, join(folder, 'snapshots', commit), { recursive: true });
    // What "../../.." of the snapshots leads to would load.
    await cp(model, cache, { recursive: true });
    await cp(model, join(cache, 'outside'), { recursive: true });
  });

  it.each(poisons)('is not followed to %j', async (poison) => {
    await writeFile(join(folder, 'refs', 'main'), poison);
    vi.stubEnv('HF_HUB_OFFLINE', '1');
    await expect(loadEncoder('hf:me/tiny', { cache })).rejects.toThrow(
      /refs\/main must hold a commit of 40 hexadecimal digits, and does not; remove it/,
    );
    expect(requests).toEqual([]);
    vi.stubEnv('HF_HUB_OFFLINE', '');
    const online = await loadEncoder('hf:me/tiny', { hubUrl, cache });
    expect(online.model.source).toBe(join(folder, 'snapshots', commit));
    online.dispose();
    expect(await readFile(join(folder, 'refs', 'main'), 'utf8')).toBe(commit);
  });

  it('is not written out of through a link', async () => {
    const theirs = join(work, 'theirs');
    await mkdir(theirs, { recursive: true });
    await writeFile(join(theirs, 'main'), 'theirs');
    await symlink(join(theirs, 'main'), join(folder, 'refs', 'main'));
    (await loadEncoder('hf:me/tiny', { hubUrl, cache })).dispose();
    await rm(join(folder, 'refs'), { recursive: true });
    await symlink(theirs, join(folder, 'refs'));
    await expect(loadEncoder('hf:me/tiny', { hubUrl, cache })).rejects.toThrow(
      /^hf:me\/tiny: .*refs is a link out of the cache; remove it\.$/,
    );
    expect(await readdir(theirs)).toEqual(['main']);
    expect(await readFile(join(theirs, 'main'), 'utf8')).toBe('theirs');
  });

  it('is named where it can not be written', async () => {
    await rm(join(folder, 'refs'), { recursive: true });
    await writeFile(join(folder, 'refs'), 'a file');
    await expect(loadEncoder('hf:me/tiny', { hubUrl, cache })).rejects.toThrow(
      /^hf:me\/tiny: the cache cannot be written \(.*refs.*\); pass another folder as cache/,
    );
  });
});

describe('a hub that answers something else', () => {
  let other: Server | undefined;
  afterEach(() => other?.close());

  async function hubThat(answer: RequestListener): Promise<string> {
    other = createServer(answer).listen(0, '127.0.0.1');
    await new Promise((listening) => other!.once('listening', listening));
    return `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  }

  const siblings = [{ rfilename: 'config.json' }];
  it.each([
    '{}',
    '[]',
    '"x"',
    'null',
    '5',
    '',
    '{"sha":5}',
    '{"sha":null}',
    '{"sha":"abc","siblings":[]}',
    '{"sha":"../../../../PWN","siblings":[]}',
    JSON.stringify({ sha: `${commit}/../../..`, siblings }),
    JSON.stringify({ sha: commit.toUpperCase(), siblings }),
    JSON.stringify({ sha: commit }),
    JSON.stringify({ sha: commit, siblings: [null] }),
    JSON.stringify({ sha: commit, siblings: {} }),
    '['.repeat(200),
    '<!doctype html><title>Sign in</title>',
  ])('is refused for %s', async (body) => {
    const url = await hubThat((_, response) => response.end(body));
    const cache = join(work, 'elsewhere', 'a', 'b', 'c', 'cache');
    const error = await loadEncoder('hf:me/tiny', { hubUrl: url, cache }).catch((reason) => reason);
    expect(error.name).toBe('InputError');
    expect(error.message).toBe(
      `hf:me/tiny: ${url} must answer with a commit (sha) of 40 hexadecimal digits and its files, got ${JSON.stringify(body.length > 60 ? `${body.slice(0, 60)}…` : body)}; name a Hugging Face hub as hubUrl (in a terminal: HF_ENDPOINT).`,
    );
    expect(existsSync(join(work, 'elsewhere'))).toBe(false);
  });

  it.each([
    'null',
    '{}',
    '[]',
    '[null]',
    '[{}]',
    '[{"oid":"../../../../../PWN"}]',
    `[{"oid":"${commit}","lfs":{"oid":"../../../../../PWN"}}]`,
    `[{"oid":"${commit}","xetHash":"/PWN"}]`,
    `[{"oid":"${commit}","lfs":5}]`,
  ])('is refused for %s as what it has of a file', async (body) => {
    const url = await hubThat((request, response) => {
      response.end(request.method === 'POST' ? body : JSON.stringify({ sha: commit, siblings }));
    });
    const cache = join(work, 'hashes', 'a', 'b', 'c', 'cache');
    await expect(loadEncoder('hf:me/tiny', { hubUrl: url, cache })).rejects.toThrow(
      `hf:me/tiny: ${url} must answer with the hash of a file, got ${JSON.stringify(body.slice(0, 60)).slice(0, -1)}`,
    );
    expect(
      (await readdir(join(work, 'hashes'), { recursive: true })).filter((name) => /PWN|blobs/.test(name)),
    ).toEqual([]);
  });

  it.each([404, 500])('with the status %i and null as its reason says the status alone', async (status) => {
    const headers = { 'content-type': 'application/json' };
    const url = await hubThat((_, response) => response.writeHead(status, headers).end('null'));
    const load = loadEncoder('hf:me/tiny', { hubUrl: url, cache: join(work, 'none') });
    await expect(load).rejects.toThrow(new RegExp(`^hf:me/tiny: ${url} .*\\(HTTP status ${status}\\); `));
  });
});

it.each(['http://[::1', 'hub', 'http://', 'http://user:pw@127.0.0.1:1'])(
  'hubUrl %s is one sentence',
  async (url) => {
    const error = await loadEncoder('hf:me/tiny', { hubUrl: url }).catch((reason) => reason);
    expect(error.message).toMatch(/^hubUrl must (be a URL such as|hold no user and no password)/);
    expect(error.message).not.toContain('pw');
  },
);

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
