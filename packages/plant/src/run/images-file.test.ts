import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileBytes } from '@slipform/kit/file-bytes';
import { readSamples } from '@slipform/kit/formats/read-samples';
import { COLOUR_NAMES, captionOf, OBJECT_NAMES } from '@slipform/scenes';
import { decode } from 'fast-png';
import { beforeEach, describe, expect, test } from 'vitest';
import type { HardNegative } from '../hard-negative';
import { createPlant } from '../plant';
import { createSceneEditor, drawScenes, pictureOf } from '../testing/scene-editor';
import { useTemporaryFolder } from '../testing/temporary-folder';
import { type Received, sendJson, useTestServer } from '../testing/test-server';

const bin = fileURLToPath(new URL('../../bin/slipform-plant.js', import.meta.url));
const { file, path } = useTemporaryFolder();
const server = useTestServer();
const secret = 'sk-abcdefghijklmnop';

const scenes = drawScenes(40);
const plant = createPlant({
  vocabulary: [...OBJECT_NAMES, ...COLOUR_NAMES],
  slots: ['object', 'attribute'],
  operations: ['replace', 'swap', 'exchange'],
});
const mined = plant.mineBlock(
  scenes.map(({ scene }, i) => ({ id: `${i}`, caption: captionOf(scene), filepath: `sub/${i}.png` })),
);
/** Those that a scene can show. */
const records = mined
  .map((record) => ({ ...record, filepath: `sub/${record.id}.png` }))
  .filter((record) => pictureOf(scenes[Number(record.id)]!.scene, record.negative));
const edit = createSceneEditor(scenes);

async function formOf({ body, headers }: Received) {
  const form = await new Response(Uint8Array.from(body), {
    headers: { 'content-type': headers['content-type']! },
  }).formData();
  const image = form.get('image') as File;
  return { form, png: new Uint8Array(await image.arrayBuffer()), prompt: String(form.get('prompt')) };
}

beforeEach(() => {
  server.answer = async (received, response) => {
    const { png, prompt } = await formOf(received);
    const picture = edit(png, prompt);
    if (picture === undefined) return sendJson(response, { error: { message: prompt } }, 400);
    sendJson(response, { data: [{ b64_json: Buffer.from(picture).toString('base64') }] });
  };
});

const photos = () => {
  mkdirSync(path('photos/sub'), { recursive: true });
  for (const [i, { png }] of scenes.entries()) writeFileSync(path(`photos/sub/${i}.png`), png);
  return path('photos');
};
const write = (name: string, rows: readonly object[]) =>
  file(name, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Lines of progress, which a busy machine brings about. */
const progress = /^editing: .*\n/gm;

function start(input: string, output: string, ...more: string[]) {
  const args = [
    'images',
    input,
    '--images',
    photos(),
    '--endpoint',
    `${server.url()}/v1`,
    '--model',
    'editor',
  ];
  const child = spawn(process.execPath, [bin, ...args, '-o', path(output), '--json', ...more], {
    env: { ...process.env, OPENAI_API_KEY: secret },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const done = new Promise<Run>((resolve) =>
    child.on('close', (status) => resolve({ status, stdout, stderr: stderr.replace(progress, '') })),
  );
  return { child, done };
}
const run = (input: string, output: string, ...more: string[]) => start(input, output, ...more).done;
const read = (output: string): (HardNegative & { negativeFilepath?: string })[] =>
  readFileSync(path(`${output}/records.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const pixels = (bytes: Uint8Array) => {
  const { width, height, data } = decode(bytes);
  return { width, height, data: [...data] };
};
const pictures = (output: string) => readdirSync(path(output)).filter((name) => name.endsWith('.png'));

test('drawn scenes are edited to the pixel, and the records name the pictures', async () => {
  expect(records.length).toBeGreaterThan(20);
  const { status, stdout, stderr } = await run(write('in.jsonl', records), 'out', '--tar', path('out.tar'));
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({
    records: records.length,
    edited: records.length,
    refused: 0,
    broken: 0,
    endpoint: { requests: records.length },
  });
  const joined = read('out');
  expect(joined.map(({ negativeFilepath: _, ...rest }) => rest)).toEqual(records);
  for (const { id, negative, negativeFilepath } of joined) {
    const wanted = pictureOf(scenes[Number(id)]!.scene, negative)!;
    const made = readFileSync(path(`out/${negativeFilepath}`));
    expect(pixels(made)).toEqual(pixels(wanted));
    expect(pixels(made)).not.toEqual(pixels(scenes[Number(id)]!.png));
  }
  const { form } = await formOf(server.received[0]!);
  expect(Object.fromEntries(form)).toMatchObject({ model: 'editor', n: '1' });
  expect(server.received[0]?.path).toBe('/v1/images/edits');
  let samples = 0;
  for await (const { members } of readSamples(fileBytes(path('out.tar')), {
    name: 'out.tar',
    hold: 'everything',
  })) {
    const of = Object.fromEntries(members.map(({ extension, bytes }) => [extension, bytes!]));
    expect(Object.keys(of).sort()).toEqual(['neg.png', 'neg_caption', 'negatives.json', 'png', 'txt']);
    const record = joined[samples]!;
    expect([String(of.txt), String(of.neg_caption)]).toEqual([record.caption, record.negative]);
    expect(Buffer.from(of['neg.png']!)).toEqual(readFileSync(path(`out/${record.negativeFilepath}`)));
    samples += 1;
  }
  expect(samples).toBe(records.length);
});

test('run again: what is there is kept, and the bytes are the same in whatever order answers come', async () => {
  const input = write('again.jsonl', records);
  const answer = server.answer;
  let turn = 0;
  server.answer = (received, response) => {
    turn += 1;
    setTimeout(() => answer(received, response), (turn % 5) * 20);
  };
  expect((await run(input, 'again')).status).toBe(0);
  const first = readFileSync(path('again/records.jsonl'));
  expect(first).toEqual(readFileSync(path('out/records.jsonl')));
  const asked = server.received.length;
  expect(asked).toBe(records.length);
  const refused = await run(input, 'again');
  expect(refused.status).toBe(1);
  expect(refused.stderr).toMatch(
    /records\.jsonl exists; name another output, or --force to overwrite it\.\n$/,
  );
  const forced = await run(input, 'again', '--force');
  expect(JSON.parse(forced.stdout)).toMatchObject({
    kept: records.length,
    edited: 0,
    endpoint: { requests: 0 },
  });
  expect(server.received).toHaveLength(asked);
  expect(readFileSync(path('again/records.jsonl'))).toEqual(first);
});

test('killed and run again, no picture is asked for twice', async () => {
  const input = write('killed.jsonl', records);
  const answer = server.answer;
  const answered: string[] = [];
  const few = 5;
  server.answer = (received, response) => {
    if (answered.length >= few) return;
    answered.push(String(received.body.toString('latin1')).replaceAll(/-{4,}[\w-]+/g, ''));
    answer(received, response);
  };
  const { child, done } = start(input, 'killed', '--concurrency', '2');
  while (!existsSync(path('killed')) || pictures('killed').length < few) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  child.kill('SIGKILL');
  expect((await done).status).toBeNull();
  expect(existsSync(path('killed/records.jsonl'))).toBe(false);
  server.answer = (received, response) => {
    answered.push(String(received.body.toString('latin1')).replaceAll(/-{4,}[\w-]+/g, ''));
    answer(received, response);
  };
  const { status, stdout } = await run(input, 'killed');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ kept: few, edited: records.length - few });
  expect(new Set(answered).size).toBe(answered.length);
  expect(answered).toHaveLength(records.length);
  expect(readFileSync(path('killed/records.jsonl'))).toEqual(readFileSync(path('out/records.jsonl')));
  expect(readdirSync(path('killed')).sort()).toEqual(readdirSync(path('out')).sort());
});

test('a budget ends the run with its pictures kept', async () => {
  const input = write('budget.jsonl', records);
  const { status, stderr } = await run(input, 'budget', '--budget', '7', '--concurrency', '3');
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr:
      'slipform-plant: the budget of 7 requests is used up; run the same command again with another --budget to go on, no answer is asked for twice.\n',
  });
  expect(server.received).toHaveLength(7);
  expect(pictures('budget')).toHaveLength(7);
  expect(existsSync(path('budget/records.jsonl'))).toBe(false);
  expect((await run(input, 'budget')).status).toBe(0);
  expect(server.received).toHaveLength(records.length);
});

test('two at once share a cache, and do not share a folder', async () => {
  const input = write('two.jsonl', records);
  const both = await Promise.all([
    run(input, 'two-a', '--cache', path('two-cache')),
    run(input, 'two-b', '--cache', path('two-cache')),
  ]);
  expect(both.map(({ status }) => status)).toEqual([0, 0]);
  for (const output of ['two-a', 'two-b']) {
    expect(readFileSync(path(`${output}/records.jsonl`))).toEqual(readFileSync(path('out/records.jsonl')));
  }
  const asked = server.received.length;
  const third = await run(input, 'two-c', '--cache', path('two-cache'));
  expect(JSON.parse(third.stdout)).toMatchObject({ endpoint: { requests: 0, cached: records.length } });
  expect(server.received).toHaveLength(asked);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const answer = server.answer;
  server.answer = async (received, response) => {
    await held;
    answer(received, response);
  };
  const first = start(input, 'shared');
  while (server.received.length === asked) await new Promise((resolve) => setTimeout(resolve, 5));
  const second = await run(input, 'shared');
  expect(second.status).toBe(1);
  expect(second.stderr).toMatch(
    /^slipform-plant: another process .* writes into .*shared; wait until it ends/,
  );
  release();
  expect((await first.done).status).toBe(0);
});

describe('what can’t be used', () => {
  const png = () => Buffer.from(scenes[0]!.png);
  test.each<[string, () => unknown, RegExp]>([
    ['a link', () => ({ data: [{ url: 'http://169.254.169.254/' }] }), /data\[0\] is a link/],
    ['no base64', () => ({ data: [{ b64_json: '<>' }] }), /is no base64/],
    [
      'no picture',
      () => ({ data: [{ b64_json: 'aGVsbG8gd29ybGQ=' }] }),
      /its picture is no PNG, JPEG or WebP/,
    ],
    [
      'half a picture',
      () => ({
        data: [
          {
            b64_json: png()
              .subarray(0, png().length / 2)
              .toString('base64'),
          },
        ],
      }),
      /its picture ends too early/,
    ],
    ['nothing', () => ({ data: [] }), /data\[0\]\.b64_json is no text/],
  ])('%s in the answer: counted, nothing is written of it', async (name, value, reason) => {
    server.answer = (_, response) => sendJson(response, value());
    const output = `bad ${name}`;
    const few = await run(write('bad.jsonl', records.slice(0, 3)), output);
    expect({ status: few.status, stderr: few.stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(few.stdout)).toMatchObject({ refused: 3, edited: 0 });
    expect(readdirSync(path(output))).toEqual(['records.jsonl']);
    expect(read(output)).toEqual(records.slice(0, 3));
    const many = await run(write('many.jsonl', records), `${output} often`);
    expect(many.status).toBe(1);
    expect(many.stderr).toMatch(reason);
    expect(many.stderr).toMatch(/^slipform-plant: http[^\n]* gave 20 answers in a row [^\n]*\.\n$/);
    expect(existsSync(path(`${output} often`))).toBe(false);
  });

  test('a photograph: reported, and its record has no hard image', async () => {
    const [good] = records;
    photos();
    writeFileSync(path('outside.png'), png());
    writeFileSync(path('photos/text.png'), 'hello');
    writeFileSync(path('photos/half.png'), png().subarray(0, 300));
    mkdirSync(path('photos/folder.png'), { recursive: true });
    if (!existsSync(path('photos/link.png'))) symlinkSync(path('photos/sub/0.png'), path('photos/link.png'));
    const cases: [object, RegExp][] = [
      [{ filepath: '../outside.png' }, /names a file outside of the folder of images: "\.\.\/outside\.png"/],
      [{ filepath: 'sub/../../outside.png' }, /outside of the folder/],
      [{ filepath: path('outside.png') }, /outside of the folder/],
      [{ filepath: 'C:\\x.png' }, /outside of the folder/],
      [{ filepath: 'sub\\..\\..\\x.png' }, /outside of the folder/],
      [{ filepath: 'none.png' }, /has a picture that can't be used: cannot read .*: there is no such file/],
      [{ filepath: 'folder.png' }, /it is a folder/],
      [{ filepath: 'text.png' }, /text\.png" is no PNG, JPEG or WebP/],
      [{ filepath: 'half.png' }, /half\.png" ends too early/],
      [{ filepath: undefined }, /has neither filepath nor imageId/],
      [{ filepath: undefined, imageId: '../outside' }, /outside of the folder/],
      [{ filepath: undefined, imageId: 'sub/99' }, /there is no such picture/],
      [{ instruction: '' }, /has no instruction that is a text/],
    ];
    const rows = [
      ...cases.map(([change]) => ({ ...good, ...change })),
      { ...good },
      { ...good, filepath: undefined, imageId: `sub/${good!.id}` },
      { id: 'z', caption: 'x', reason: 'no-site' },
      { ...good, operation: 'natural', negativeFilepath: 'sub/7.png' },
      { ...good, operation: 'natural', negativeFilepath: '../outside.png' },
    ];
    const { status, stdout, stderr } = await run(write('broken.jsonl', rows), 'broken');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ broken: cases.length + 1, none: 1, copied: 1, refused: 0 });
    const said = stderr.split('\n');
    for (const [i, [, reason]] of cases.entries()) {
      if (i < 10) expect(said[i]).toMatch(reason);
    }
    expect(said[0]).toMatch(/^slipform-plant: .*broken\.jsonl line 1 names a file/);
    expect(said[10]).toBe('slipform-plant: 4 more broken lines.');
    const joined = read('broken');
    expect(joined).toHaveLength(rows.length);
    expect(joined.slice(0, cases.length).some(({ negativeFilepath }) => negativeFilepath)).toBe(false);
    expect(joined[cases.length]?.negativeFilepath).toBe(joined[cases.length + 1]?.negativeFilepath);
    expect(readFileSync(path(`broken/${joined.at(-2)?.negativeFilepath}`))).toEqual(
      Buffer.from(scenes[7]!.png),
    );
  });
});

test('the key is sent and stands in no file and no message', async () => {
  server.answer = ({ headers }, response) =>
    sendJson(response, { error: { message: `bad key ${headers.authorization}` } }, 401);
  const { status, stdout, stderr } = await run(
    write('key.jsonl', records),
    'key',
    '--cache',
    path('key-cache'),
  );
  expect(server.received[0]?.headers.authorization).toBe(`Bearer ${secret}`);
  expect(status).toBe(1);
  expect(stderr).toMatch(/answers 401 \(bad key Bearer …\); look at the key/);
  expect(stdout + stderr).not.toContain(secret);
  for (const { parentPath, name } of readdirSync(path('.'), { recursive: true, withFileTypes: true }).filter(
    (each) => each.isFile(),
  )) {
    expect(readFileSync(join(parentPath, name)).includes(secret)).toBe(false);
  }
  const without = await run(write('key.jsonl', records), 'key', '--no-key');
  expect(without.status).toBe(1);
  expect(server.received.at(-1)?.headers.authorization).toBeUndefined();
});
