import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { LLMock } from '@copilotkit/aimock';
import { InputError } from '@slipform/kit/input-error';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useTemporaryFolder } from '../testing/temporary-folder';
import { sendJson, useTestServer } from '../testing/test-server';
import { openAnswerCache } from './answer-cache';
import { noKey, readApiKey } from './api-key';
import { Budget } from './budget';
import { chatBody, chatText } from './chat';
import { createEndpoint, type EndpointOptions, type Question } from './endpoint';
import { EndpointError } from './endpoint-error';
import { endpointUrl } from './endpoint-url';

const own = useTestServer();
const { path } = useTemporaryFolder();
const say = (content: string): Question => ({
  route: 'chat/completions',
  body: chatBody('m', content, 10),
  read: chatText,
});
const chat = (content: string, tokens = 7) => ({
  choices: [{ message: { content } }],
  usage: { total_tokens: tokens },
});
const echo = ({ body }: { body: Buffer }) => chat(JSON.parse(String(body)).messages[0].content);
const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);
const client = (options: Partial<EndpointOptions> = {}) =>
  createEndpoint({ url: endpointUrl(own.url(), '--rewriter'), retries: 1, ...options });

beforeEach(() => {
  own.answer = (received, response) => sendJson(response, echo(received));
});

describe('a mock server of the protocol (aimock)', () => {
  const mock = new LLMock({ port: 0 });
  const of = (options: Partial<EndpointOptions> = {}) =>
    client({ url: endpointUrl(`${mock.url}/v1`, '--rewriter'), ...options });
  beforeAll(() => mock.start());
  afterAll(() => mock.stop());
  beforeEach(() => {
    mock.reset();
    mock.on({}, (request) => ({ content: `re: ${String(request.messages.at(-1)?.content)}` }));
  });

  test('answers, and is asked once for what is asked twice', async () => {
    const endpoint = of();
    const answers = await Promise.all(['a', 'b', 'a', 'a'].map((word) => endpoint.ask(say(word))));
    expect(answers.map(text)).toEqual(['re: a', 're: b', 're: a', 're: a']);
    expect(mock.getRequests()).toHaveLength(2);
    expect(mock.getLastRequest()?.body).toMatchObject({ model: 'm', temperature: 0 });
    expect(endpoint.counts()).toMatchObject({ requests: 2, retries: 0, refused: 0, cached: 0 });
    expect(endpoint.counts().tokens).toBeGreaterThan(0);
  });

  test('is asked again after 429, when it says', async () => {
    mock.nextRequestError(429, { message: 'slow down' });
    const endpoint = of();
    expect(text(await endpoint.ask(say('a')))).toBe('re: a');
    expect(endpoint.counts()).toMatchObject({ requests: 2, retries: 1 });
  });

  test('ends the run after so many 500s', async () => {
    mock.reset();
    mock.on({}, { error: { message: 'out of memory' }, status: 500 });
    const endpoint = of();
    const failure = endpoint.ask(say('a'));
    await expect(failure).rejects.toThrow(/^http:.*\/v1 answers 500 \(out of memory\), after 2 tries\.$/);
    await expect(failure).rejects.toBeInstanceOf(EndpointError);
    await expect(endpoint.ask(say('b'))).rejects.toThrow('answers 500');
    expect(mock.getRequests()).toHaveLength(2);
  });

  test('may break its JSON or the connection', async () => {
    mock.setChaos({ malformedRate: 1 });
    const endpoint = of();
    expect(await endpoint.ask(say('a'))).toBeUndefined();
    expect(endpoint.counts()).toMatchObject({ requests: 1, refused: 1 });
    mock.setChaos({ disconnectRate: 1 });
    await expect(endpoint.ask(say('b'))).rejects.toThrow(/broke the connection off, after 2 tries\.$/);
  });
});

describe('a server of our own', () => {
  test.each<[string, (typeof own)['answer'], RegExp]>([
    ['HTML', (_, to) => to.writeHead(200, { 'content-type': 'text/html' }).end('<p>'), /text\/html/],
    ['no type', (_, to) => to.writeHead(200).end('{}'), /no content type/],
    ['a list', (_, to) => sendJson(to, []), /must hold a JSON object/],
    ['another form', (_, to) => sendJson(to, { choices: [] }), /choices\[0\]\.message\.content is no text/],
    [
      'a bad request',
      (_, to) => sendJson(to, { error: { message: 'policy' } }, 400),
      /answers 400 \(policy\)/,
    ],
    [
      'bytes that are no text',
      (_, to) =>
        to.writeHead(200, { 'content-type': 'application/json' }).end(Buffer.from([0x22, 0xff, 0x22])),
      /UTF-8/,
    ],
    [
      'brackets in brackets',
      (_, to) => to.writeHead(200, { 'content-type': 'application/json' }).end('['.repeat(1e6)),
      /deeper than 20/,
    ],
    [
      'a length above the limit',
      (_, to) =>
        to.writeHead(200, { 'content-type': 'application/json', 'content-length': 1e12 }).write('{"a":"'),
      /more than 1 MiB/,
    ],
    [
      'no end',
      (_, to) => {
        to.writeHead(200, { 'content-type': 'application/json' });
        const more = () => {
          while (!to.destroyed && to.write(' '.repeat(1e5)));
        };
        to.on('drain', more);
        more();
      },
      /more than 1 MiB/,
    ],
  ])('answers with %s: refused and counted, twenty in a row end the run', async (_, answer, reason) => {
    own.answer = answer;
    const endpoint = client({ longestAnswer: 2 ** 20, concurrency: 1 });
    for (let i = 1; i < 20; i += 1) expect(await endpoint.ask(say(`${i}`))).toBeUndefined();
    expect(endpoint.counts()).toMatchObject({ requests: 19, refused: 19, retries: 0 });
    const last = endpoint.ask(say('20'));
    await expect(last).rejects.toThrow(/gave 20 answers in a row that can't be used; the last time it /);
    await expect(last).rejects.toThrow(reason);
    await expect(last).rejects.toThrow(/^[^\n]{1,400}\.$/);
  });

  test('is given up if it never answers', async () => {
    own.answer = () => {};
    const endpoint = client({ timeLimit: 0.05 });
    await expect(endpoint.ask(say('a'))).rejects.toThrow(/gave no answer within 0\.05 s, after 2 tries\.$/);
  });

  test('is given up if its answer never ends', async () => {
    own.answer = (_, to) => to.writeHead(200, { 'content-type': 'application/json' }).write('{');
    await expect(client({ timeLimit: 0.05, retries: 0 }).ask(say('a'))).rejects.toThrow('within 0.05 s');
  });

  test.each([
    [401, 'look at the key'],
    [404, 'look at the URL and --model'],
  ])('that answers %i ends the run at once', async (status, remedy) => {
    own.answer = (_, to) => sendJson(to, { error: { message: 'no' } }, status);
    await expect(client().ask(say('a'))).rejects.toThrow(remedy);
    expect(own.received).toHaveLength(1);
  });

  test('is not followed elsewhere', async () => {
    own.answer = (_, to) => to.writeHead(307, { location: 'http://169.254.169.254/' }).end();
    await expect(client().ask(say('a'))).rejects.toThrow('leads to http://169.254.169.254/ (307)');
  });

  test('that asks to wait for an hour is not waited for', async () => {
    own.answer = (_, to) => to.writeHead(429, { 'retry-after': '3600' }).end();
    await expect(client({ retries: 5 }).ask(say('a'))).rejects.toThrow('asks to wait for 3600 s');
    expect(own.received).toHaveLength(1);
  });

  test('that ends a run while it asks to wait is not waited for, and what it still answers is kept', async () => {
    const cache = await openAnswerCache({ folder: path('ended'), limit: 1e6 });
    const held = new Map<string, () => void>();
    own.answer = (received, to) => {
      const { content } = echo(received).choices[0]!.message;
      if (content === 'wait') to.writeHead(429, { 'retry-after': '250' }).end();
      else if (content === 'bad') held.set(content, () => sendJson(to, {}, 401));
      else held.set(content, () => sendJson(to, echo(received)));
    };
    const endpoint = client({ cache, retries: 5 });
    const [late, bad, wait] = ['late', 'bad', 'wait'].map((word) => endpoint.ask(say(word)));
    for (const failing of [bad!, wait!]) failing.catch(() => {});
    while (held.size < 2 || endpoint.counts().retries === 0) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    held.get('bad')!();
    await expect(bad).rejects.toThrow('answers 401');
    await expect(wait).rejects.toThrow('answers 401');
    held.get('late')!();
    expect(text(await late)).toBe('late');
    await endpoint.idle();
    expect(text(await client({ cache }).ask(say('late')))).toBe('late');
    expect(own.received).toHaveLength(3);
  });

  test('that is not there', async () => {
    const port = await new Promise<number>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        server.close(() => resolve(port));
      });
    });
    const url = endpointUrl(`http://127.0.0.1:${port}/v1`, '--rewriter');
    await expect(client({ url, retries: 0 }).ask(say('a'))).rejects.toThrow(
      `http://127.0.0.1:${port}/v1 can't be asked: nobody listens there, after one try.`,
    );
  });

  test('gets no more requests at a time than it may', async () => {
    own.answer = (received, to) => setTimeout(() => sendJson(to, echo(received)), 5);
    const endpoint = client({ concurrency: 3 });
    await Promise.all(Array.from({ length: 20 }, (_, i) => endpoint.ask(say(`${i}`))));
    expect(own.busiest()).toBe(3);
  });

  test.each([
    [{ requests: 5 }, 'the budget of 5 requests is used up', '--budget'],
    [{ tokens: 35 }, 'the budget of 35 tokens is used up', '--token-budget'],
  ])('gets no more requests than %j', async (limits, message, option) => {
    const budget = new Budget(limits);
    const cache = await openAnswerCache({ folder: path(`budget ${message}`), limit: 1e6 });
    const endpoint = client({ budget, cache, concurrency: 1 });
    const ask = (of = endpoint) =>
      Promise.allSettled(Array.from({ length: 9 }, (_, i) => of.ask(say(`${i}`))));
    const first = await ask();
    expect(first.map(({ status }) => status)).toEqual([
      ...Array(5).fill('fulfilled'),
      ...Array(4).fill('rejected'),
    ]);
    expect(first[8]).toMatchObject({ reason: { message: expect.stringContaining(message) } });
    expect(first[8]).toMatchObject({ reason: { message: expect.stringContaining(option) } });
    await endpoint.idle();
    expect(own.received).toHaveLength(5);
    const again = client({ cache });
    const second = await ask(again);
    expect(second.every(({ status }) => status === 'fulfilled')).toBe(true);
    expect(own.received).toHaveLength(9);
    expect(again.counts()).toMatchObject({ requests: 4, cached: 5 });
  });
});

describe('the key', () => {
  const secret = 'sk-abcdefghijklmnop';
  const key = () => {
    process.env.TEST_KEY = ` ${secret}\n`;
    return readApiKey('TEST_KEY', new URL(own.url()));
  };

  test('is sent, and shown nowhere', async () => {
    const folder = path('keyed');
    const cache = await openAnswerCache({ folder, limit: 1e6 });
    const endpoint = client({ key: key(), cache });
    expect(text(await endpoint.ask(say('a')))).toBe('a');
    expect(own.received[0]?.headers.authorization).toBe(`Bearer ${secret}`);
    expect(String(own.received[0]?.body)).not.toContain(secret);
    own.answer = ({ headers }, to) =>
      sendJson(to, { error: { message: `bad ${headers.authorization}` } }, 401);
    const failure = await endpoint.ask(say('b')).catch((error: Error) => error.message);
    expect(failure).toContain('answers 401 (bad Bearer …)');
    expect(failure).not.toContain(secret);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) =>
      each.isFile(),
    );
    expect(files).toHaveLength(1);
    for (const { parentPath, name } of files) {
      expect(name + readFileSync(join(parentPath, name), 'utf8')).not.toContain(secret);
    }
  });

  test('that an answer gives back is not kept', async () => {
    own.answer = ({ headers }, to) => sendJson(to, chat(`you are ${headers.authorization}`));
    const endpoint = client({ key: key() });
    expect(await endpoint.ask(say('a'))).toBeUndefined();
    expect(endpoint.counts()).toMatchObject({ refused: 1 });
  });

  test('does not leave this machine unencrypted, and is no header of its own', () => {
    process.env.TEST_KEY = secret;
    const read = (url: string, name = 'TEST_KEY') => readApiKey(name, new URL(url));
    for (const url of ['https://a.example/v1', 'http://localhost:1', 'http://[::1]:1', 'http://127.0.0.2']) {
      expect(read(url).headers()).toEqual({ authorization: `Bearer ${secret}` });
    }
    expect(() => read('http://10.0.0.1/v1')).toThrow(
      'http://10.0.0.1/v1 would get the key of TEST_KEY in the clear; use https, or pass --no-key.',
    );
    expect(() => read('http://localhost.evil.example')).toThrow('in the clear');
    expect(() => read('http://127.evil.example')).toThrow('in the clear');
    expect(read('http://10.0.0.1', 'TEST_KEY_UNSET')).toBe(noKey);
    expect(() => read('https://a.example', 'A B')).toThrow('--key-variable must be the name');
    process.env.TEST_KEY = 'sk-a\r\nhost: b';
    expect(() => read('https://a.example')).toThrow(/^the environment variable TEST_KEY holds no key/);
  });
});

test.each([
  ['localhost:8080', /must be an http or https URL, got "localhost:"/],
  ['file:///etc/passwd', /must be an http or https URL/],
  ['nothing', /must be a URL, got "nothing"/],
  ['https://user:secret@a.example/v1', /must hold no user and no password/],
])('%s is no endpoint', (given, message) => {
  const read = () => endpointUrl(given, '--scorer');
  expect(read).toThrow(message);
  expect(read).toThrow(/^--scorer .*\.$/);
  expect(read).not.toThrow('secret@');
});

test.each([
  'http://a/v1',
  'http://a/v1/',
  'http://a/v1/chat/completions',
  'http://a/v1/completions/',
  'http://a/v1/images/edits',
])('%s is the base http://a/v1', (given) => {
  expect(endpointUrl(given, '--scorer').href).toBe('http://a/v1');
});

describe('a cache', () => {
  test('keeps any bytes, and what is damaged counts as missing', async () => {
    const folder = path('any');
    const cache = await openAnswerCache({ folder, limit: 1e9 });
    let damaged = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1 }),
        fc.stringMatching(/^[0-9a-f]{64}$/),
        fc.nat(),
        async (bytes, key, at) => {
          await cache.put(key, bytes);
          expect(Buffer.from((await cache.get(key))!)).toEqual(Buffer.from(bytes));
          const file = join(folder, key.slice(0, 2), key);
          const whole = readFileSync(file);
          whole[at % whole.length]! ^= 1;
          writeFileSync(file, whole);
          expect(await cache.get(key)).toBeUndefined();
          damaged += 1;
        },
      ),
      { numRuns: 40 },
    );
    expect(damaged).toBe(40);
  });

  test('holds no more than its limit, and the newest', async () => {
    const folder = path('bounded');
    const cache = await openAnswerCache({ folder, limit: 5000 });
    const key = (i: number) => String(i).padStart(64, '0');
    writeFileSync(join(folder, 'mine.txt'), 'x'.repeat(9000));
    for (let i = 0; i < 30; i += 1) await cache.put(key(i), Buffer.alloc(400, i));
    const left = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.length > 60,
    );
    expect(left.length).toBeGreaterThan(5);
    expect(left.length * 400).toBeLessThanOrEqual(5000);
    expect(await cache.get(key(29))).toBeDefined();
    expect(await cache.get(key(0))).toBeUndefined();
    expect(readFileSync(join(folder, 'mine.txt'))).toHaveLength(9000);
  });

  test('in the place of a file is refused', async () => {
    writeFileSync(path('file'), '');
    const opened = openAnswerCache({ folder: path('file'), limit: 1 });
    await expect(opened).rejects.toThrow(/^--cache: .* can't be made: .*\.$/);
    await expect(opened).rejects.toSatisfy(InputError.isInstance);
  });
});
