import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { HardNegative } from '../hard-negative';
import { echoCompletions, logOf } from '../testing/echo-server';
import { useTemporaryFolder } from '../testing/temporary-folder';
import { type Received, sendJson, useTestServer } from '../testing/test-server';

const bin = fileURLToPath(new URL('../../bin/slipform-plant.js', import.meta.url));
const fixture = readFileSync(new URL('../../fixtures/captions.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const { file, path } = useTemporaryFolder();
const server = useTestServer();
const secret = 'sk-abcdefghijklmnop';
const own = () => `${server.url()}/v1`;
const input = () => file('in.txt', fixture.join('\n'));

/** Lines of progress, which a busy machine brings about. */
const progress = /^mining: .*\n/gm;

function start(output: string, ...more: string[]) {
  const args = ['mine', input(), '-o', path(output), '--json', '--block-size', '10', '--model', 'm', ...more];
  const child = spawn(process.execPath, [bin, ...args], { env: { ...process.env, OPENAI_API_KEY: secret } });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const done = new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve) =>
    child.on('close', (status) => resolve({ status, stdout, stderr: stderr.replace(progress, '') })),
  );
  return { child, done };
}
const run = (output: string, ...more: string[]) => start(output, ...more).done;
const bytesOf = (output: string) => readFileSync(path(output));
const recordsOf = (output: string): HardNegative[] =>
  String(bytesOf(output))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** What a prompt of ours is about. */
function questionOf(prompt: string) {
  const [, caption = ''] = /true caption:\n(.*)\n/.exec(prompt) ?? [];
  const [, old = '', , negative = ''] = /changing "(.*)" to "(.*)":\n(.*)\n/.exec(prompt) ?? [];
  return { caption, old, negative };
}

/** Repeats the negative, in quotes and without its capital; of each fifth caption it says something else. */
function wording(prompt: string): string {
  const { caption, old, negative } = questionOf(prompt);
  if (caption.length % 5 === 0) return 'I am sorry, but I can not help with that.';
  if (caption.length % 5 === 1) return caption.replace(old, 'armadillo');
  return `"${negative}"\n`;
}
const answerChat = ({ body }: Received) => {
  const { messages } = JSON.parse(String(body));
  return { choices: [{ message: { content: wording(messages[0].content) } }], usage: { total_tokens: 90 } };
};
beforeEach(() => {
  server.answer = (received, response) => {
    if (received.path === '/v1/completions') echoCompletions(received, response);
    else sendJson(response, answerChat(received));
  };
});
const lead = 'A caption of a photograph: ';
const questions = () => server.received.map(({ body }) => String(body));

describe('a rewriter at an endpoint', () => {
  const mock = new LLMock({ port: 0 });
  beforeAll(() => mock.start());
  afterAll(() => mock.stop());

  test('of a mock server (aimock): what passes is taken, what fails is counted', async () => {
    mock.on({}, (request) => ({ content: wording(String(request.messages[0]?.content)) }));
    expect((await run('plain.jsonl')).stderr).toMatch(
      /^slipform-plant: --model needs --rewriter or --scorer\./,
    );
    rmSync(path('plain.jsonl'), { force: true });
    const plain = await run('none.jsonl', '--scorer', own(), '--budget', '0');
    expect(plain.stderr).toContain('the budget of 0 requests is used up');
    const { status, stdout, stderr } = await run('mock.jsonl', '--rewriter', `${mock.url}/v1`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { hooks, refusals } = JSON.parse(stdout);
    const records = recordsOf('mock.jsonl');
    expect(records.length).toBeGreaterThan(30);
    expect(hooks.rewriter.requests).toBe(records.length);
    const rewritten = records.filter(({ replacement }) => replacement.lemma === 'armadillo');
    expect(rewritten.length).toBeGreaterThan(0);
    expect(refusals.rewrite).toBeGreaterThan(0);
    for (const { caption, negative, keyword, replacement } of rewritten) {
      expect(negative.slice(replacement.start, replacement.end)).toBe('armadillo');
      expect(caption.length % 5).toBe(1);
      expect(caption.slice(keyword.start, keyword.end)).toBe(keyword.text);
    }
    expect(records.some(({ negative }) => negative.includes('sorry'))).toBe(false);
  });
});

test('threads, the number of requests at a time and the order of answers change no byte', async () => {
  const hooks = ['--rewriter', own(), '--scorer', own()];
  const first = await run('one.jsonl', ...hooks, '--concurrency', '1');
  expect(first.status).toBe(0);
  const asked = new Set(questions());
  expect(asked.size).toBe(questions().length);
  const answer = server.answer;
  let turn = 0;
  server.answer = (received, response) => {
    turn += 1;
    setTimeout(() => answer(received, response), (turn * 7) % 23);
  };
  server.received.length = 0;
  const second = await run('many.jsonl', ...hooks, '--concurrency', '16', '--workers', '2');
  expect(second.status).toBe(0);
  expect(bytesOf('many.jsonl')).toEqual(bytesOf('one.jsonl'));
  expect(new Set(questions())).toEqual(asked);
  const { seconds: _, peakMemory: __, ...counts } = JSON.parse(first.stdout);
  expect(JSON.parse(second.stdout)).toMatchObject(counts);
  const parquet = await run('one.parquet', ...hooks, '--cache', path('one.jsonl.answers'));
  expect(JSON.parse(parquet.stdout).hooks).toMatchObject({
    rewriter: { requests: 0 },
    scorer: { requests: 0 },
  });
});

describe('a scorer at an endpoint', () => {
  test('that echoes log-probabilities: of the candidates the likeliest text is taken', async () => {
    const { status, stdout } = await run('echo.jsonl', '--scorer', own());
    expect(status).toBe(0);
    const { hooks, refusals } = JSON.parse(stdout);
    const [one, two, ...asked] = server.received.map(({ body }) => JSON.parse(String(body)).prompt);
    expect([typeof one, two.length]).toEqual(['string', 2]);
    expect(asked.length).toBeGreaterThan(25);
    expect(hooks.scorer.requests).toBe(asked.length + 2);
    expect(refusals.scorer).toBe(0);
    const negatives = new Set(recordsOf('echo.jsonl').map(({ negative }) => `${lead}${negative}`));
    let other = 0;
    for (const texts of asked) {
      expect(texts.length).toBeGreaterThan(1);
      expect(texts.length).toBeLessThanOrEqual(8);
      const logs = texts.map(logOf);
      const best = texts[logs.indexOf(Math.max(...logs))];
      expect(negatives).toContain(best);
      if (best !== texts[0]) other += 1;
    }
    expect(other).toBeGreaterThan(10);
  });

  test.each([
    ['one text at a time', 'text', 8],
    ['chats alone', 'chat', 1],
  ])('that takes %s', async (_, form, atLeast) => {
    server.answer = (received, response) => {
      const { prompt, messages } = JSON.parse(String(received.body));
      if (messages !== undefined) {
        const lines: string[] = messages[0].content.match(/^\d+\. .*$/gm);
        const numbers = lines.map((line) => (logOf(line.replace(/^\d+\. /, lead)) + 500) / 10);
        return sendJson(response, { choices: [{ message: { content: `Here: [${numbers}].` } }] });
      }
      if (form === 'chat') return sendJson(response, { error: { message: 'no such route' } }, 404);
      if (typeof prompt !== 'string') return sendJson(response, { error: { message: 'one prompt' } }, 400);
      echoCompletions(received, response);
    };
    const { status, stdout } = await run(`${form}.jsonl`, '--scorer', own());
    expect(status).toBe(0);
    const { hooks, refusals } = JSON.parse(stdout);
    expect(refusals.scorer).toBe(0);
    expect(hooks.scorer.refused).toBe(0);
    expect(hooks.scorer.requests).toBeGreaterThan(25 * atLeast);
    expect(recordsOf(`${form}.jsonl`).length).toBeGreaterThan(30);
    // The server rates the texts alike in all forms; the lead of a completion is the same for all candidates.
    expect(bytesOf(`${form}.jsonl`)).toEqual(bytesOf('echo.jsonl'));
  });

  test('that can’t do what it is asked for, or answers with something else', async () => {
    server.answer = (_, response) => sendJson(response, { choices: [{ text: 'x' }] });
    const forced = await run('forced.jsonl', '--scorer', own(), '--scorer-form', 'completions');
    expect(forced).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^slipform-plant: --scorer-form completions: /),
    });
    server.answer = (_, response) =>
      sendJson(response, {
        choices: [{ message: { content: '[1, 2, 3, 4, 5, 6, 7, 8, 9]' } }],
        usage: { total_tokens: 1 },
      });
    const few = await run('few.jsonl', '--scorer', own());
    expect(few.status).toBe(1);
    expect(few.stderr).toMatch(
      /20 answers in a row .* the answer holds no array of \d numbers from 0 to 100\.\n$/,
    );
  });
});

test('killed and resumed, nothing is asked twice, and the bytes are those of an unbroken run', async () => {
  const hooks = ['--rewriter', own(), '--scorer', own(), '--concurrency', '3'];
  const answer = server.answer;
  const answered: string[] = [];
  server.answer = (received, response) => {
    if (answered.length >= 50) return;
    answered.push(String(received.body));
    answer(received, response);
  };
  const { child, done } = start('killed.jsonl', ...hooks);
  const cached = () =>
    existsSync(path('killed.jsonl.answers'))
      ? readdirSync(path('killed.jsonl.answers'), { recursive: true, encoding: 'utf8' }).filter((name) =>
          /[0-9a-f]{64}$/.test(name),
        ).length
      : 0;
  while (cached() < 50) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGKILL');
  expect((await done).status).toBeNull();
  expect(existsSync(path('killed.jsonl'))).toBe(false);
  expect(existsSync(path('killed.jsonl.partial'))).toBe(true);
  server.answer = (received, response) => {
    answered.push(String(received.body));
    answer(received, response);
  };
  const other = await run('killed.jsonl', ...hooks, '--resume', '--fields', '{"top_p":1}');
  expect(other.stderr).toMatch(/cannot resume .*: --fields was \{\} and is \{"top_p":1\}/);
  const { status } = await run('killed.jsonl', ...hooks, '--resume');
  expect(status).toBe(0);
  expect(answered.length).toBeGreaterThan(60);
  expect(new Set(answered).size).toBe(answered.length);
  expect(bytesOf('killed.jsonl')).toEqual(bytesOf('one.jsonl'));
});

test('a budget ends the run; with another one it goes on and asks nothing twice', async () => {
  const hooks = ['--rewriter', own()];
  const { status, stderr } = await run('budget.jsonl', ...hooks, '--budget', '25');
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /\.partial keeps what is done; pass --resume to go on with it\.\nslipform-plant: the budget of 25 requests is used up; run the same command again with another --budget to go on, no answer is asked for twice\.\n$/,
  );
  expect(server.received).toHaveLength(25);
  const tokens = await run(
    'budget.jsonl',
    ...hooks,
    '--resume',
    '--token-budget',
    '450',
    '--concurrency',
    '1',
  );
  expect(tokens.stderr).toContain('the budget of 450 tokens is used up');
  expect(server.received).toHaveLength(30);
  const last = await run('budget.jsonl', ...hooks, '--resume', '--budget', '1000');
  expect(last.status).toBe(0);
  expect(new Set(questions()).size).toBe(questions().length);
  const whole = await run('whole.jsonl', ...hooks);
  expect(whole.status).toBe(0);
  expect(bytesOf('budget.jsonl')).toEqual(bytesOf('whole.jsonl'));
});

test('two runs at once share a cache', async () => {
  const hooks = ['--rewriter', own(), '--cache', path('shared')];
  const both = await Promise.all([run('a.jsonl', ...hooks), run('b.jsonl', ...hooks)]);
  expect(both.map(({ status }) => status)).toEqual([0, 0]);
  expect(bytesOf('a.jsonl')).toEqual(bytesOf('whole.jsonl'));
  expect(bytesOf('b.jsonl')).toEqual(bytesOf('whole.jsonl'));
  const asked = server.received.length;
  const third = await run('c.jsonl', ...hooks);
  expect(JSON.parse(third.stdout).hooks.rewriter).toMatchObject({ requests: 0 });
  expect(server.received).toHaveLength(asked);
});

test('an endpoint that fails for good ends the run with one sentence', async () => {
  server.answer = (_, response) => sendJson(response, { error: { message: 'down' } }, 500);
  const { status, stderr } = await run('down.jsonl', '--rewriter', own(), '--retries', '1');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^slipform-plant: http:\S+ answers 500 \(down\), after 2 tries\.\n$/);
  expect(readdirSync(path('.')).filter((name) => name.startsWith('down'))).toEqual(['down.jsonl.answers']);
});

test('the key is sent and stands in no file and no message; nor does a secret of the address', async () => {
  const { status, stdout, stderr } = await run(
    'key.jsonl',
    '--rewriter',
    `${own()}?token=hush-hush`,
    '--budget',
    '9',
  );
  expect(status).toBe(1);
  expect(server.received[0]?.headers.authorization).toBe(`Bearer ${secret}`);
  expect(server.received[0]?.path).toBe('/v1/chat/completions?token=hush-hush');
  expect(existsSync(path('key.jsonl.answers'))).toBe(true);
  const done = await run('keyed.jsonl', '--rewriter', `${own()}?token=hush-hush`);
  expect(done.status).toBe(0);
  for (const text of [stdout, stderr, done.stdout, done.stderr]) expect(text).not.toMatch(/sk-abc|hush/);
  let files = 0;
  for (const entry of readdirSync(path('.'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    files += 1;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    expect([bytes.includes(secret), bytes.includes('hush')]).toEqual([false, false]);
  }
  expect(files).toBeGreaterThan(50);
});

test.each([
  [['--rewriter', 'localhost:1'], '--rewriter must be an http or https URL, got "localhost:"'],
  [['--scorer', 'http://10.0.0.1/v1'], 'would get the key of OPENAI_API_KEY in the clear'],
  [['--rewriter', 'http://localhost:1', '--prompt', 'bad.txt'], 'must have the place {negative}'],
  [['--rewriter', 'http://localhost:1', '--fields', '{"model":"x"}'], '--fields must not hold "model"'],
  [['--rewriter', 'http://localhost:1', '--fields', '[]'], '--fields must be a JSON object'],
  [['--scorer', 'http://localhost:1', '--prompt', 'bad.txt'], '--prompt needs --rewriter'],
  [['--concurrency', '0'], 'It must be an integer from 1 to 256'],
])('%j is refused before anything is made', async (args, message) => {
  file('bad.txt', 'Say {caption} better.');
  const { status, stderr } = await run(
    'refused.jsonl',
    ...args.map((each) => (each === 'bad.txt' ? path(each) : each)),
  );
  expect(status).not.toBe(0);
  expect(stderr).toContain(message);
  expect(readdirSync(path('.')).filter((name) => name.startsWith('refused'))).toEqual([]);
});
