import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exitCodeOf, InputError } from '../errors/input-error';
import { bundleScript } from '../testing/bundle-script';
import { openLanes, runInThread } from './lanes';

type Job = { readonly do: string; readonly value?: number };
type Result = { readonly value: number; readonly thread: number; readonly bytes?: Uint8Array };

let folder: string;
let worker: URL;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lanes-'));
  const file = join(folder, 'worker.mjs');
  await bundleScript(
    `import { threadId } from 'node:worker_threads';
    import { InputError, UsageError } from './errors/input-error';
    import { serveLane } from './threads/serve-lane';
    const sleep = (time: number) => new Promise((done) => setTimeout(done, time));
    const start = (setup: number) => { if (setup < 0) throw new InputError('setup must be a number of at least 0, got -1.'); };
    serveLane((setup: number) => start(setup) ?? (async (job: { do: string; value: number }, note: (note: string) => void) => {
      if (job.do === 'wrong') throw new InputError('rows must be two, got 3.');
      if (job.do === 'usage') throw new UsageError('pass --rows.');
      if (job.do === 'bug') throw new TypeError('undefined is no function');
      if (job.do === 'text') throw 'only a text';
      if (job.do === 'die') process.exit(3);
      if (job.do === 'hang') await new Promise(() => {});
      if (job.do === 'note') { note('half'); note('done'); }
      if (job.do === 'sleep') await sleep(job.value);
      const bytes = new Uint8Array(job.do === 'bytes' ? 1000 : 0);
      return { value: setup + (job.value ?? 0), thread: threadId, bytes };
    }), { moved: ({ bytes }: { bytes: Uint8Array }) => (bytes.length > 0 ? [bytes.buffer] : []) });`,
    file,
  );
  worker = pathToFileURL(file);
});

afterAll(() => rm(folder, { recursive: true }));

describe('lanes', () => {
  it('give each job to the idlest thread, and the right result to each', async () => {
    const lanes = openLanes<Job, Result>(worker, 2, { setup: 100 });
    const results = await Promise.all([1, 2, 3, 4, 5, 6].map((value) => lanes.run({ do: 'sleep', value })));
    expect(results.map(({ value }) => value)).toEqual([101, 102, 103, 104, 105, 106]);
    expect(new Set(results.map(({ thread }) => thread)).size).toBe(2);
    await lanes.close();
  });

  it('move what the task names', async () => {
    const lanes = openLanes<Job, Result>(worker, 1, { setup: 0 });
    expect((await lanes.run({ do: 'bytes' })).bytes).toHaveLength(1000);
    await lanes.close();
  });

  it('pass notes on before the result', async () => {
    const notes: string[] = [];
    const result = await runInThread<Job, Result, string>(
      worker,
      { do: 'note', value: 1 },
      {
        setup: 1,
        onNote: (note) => notes.push(note),
      },
    );
    expect(result.value).toBe(2);
    expect(notes).toEqual(['half', 'done']);
  });

  it.each([
    ['wrong', 'rows must be two, got 3.', true, 1],
    ['usage', 'pass --rows.', true, 2],
    ['bug', 'undefined is no function', false, 1],
    ['text', 'only a text', false, 1],
  ])('an error keeps its class, sentence and exit code: %s', async (what, message, isInput, exitCode) => {
    const lanes = openLanes<Job, Result>(worker, 1, { setup: 0 });
    const error: unknown = await lanes.run({ do: what }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ message });
    expect(InputError.isInstance(error)).toBe(isInput);
    expect(exitCodeOf(error)).toBe(exitCode);
    if (what === 'bug') expect((error as Error).stack).toContain('worker.mjs');
    // The thread goes on after it.
    expect((await lanes.run({ do: 'add', value: 5 })).value).toBe(5);
    await lanes.close();
  });

  it('a thread that cannot start says why to each job', async () => {
    const lanes = openLanes<Job, Result>(worker, 1, { setup: -1 });
    for (const what of ['add', 'sleep']) {
      const error: unknown = await lanes.run({ do: what, value: 1 }).catch((thrown: unknown) => thrown);
      expect(InputError.isInstance(error)).toBe(true);
      expect(error).toMatchObject({ message: 'setup must be a number of at least 0, got -1.' });
    }
    await lanes.close();
  });

  it('a thread that dies fails its jobs and all that come after', async () => {
    const lanes = openLanes<Job, Result>(worker, 1, { setup: 0 });
    const waiting = lanes.run({ do: 'hang' });
    const failed = expect(waiting).rejects.toThrow('ended with code 3');
    await expect(lanes.run({ do: 'die' })).rejects.toThrow('ended with code 3');
    await failed;
    await expect(lanes.run({ do: 'add' })).rejects.toThrow('ended with code 3');
    await lanes.close();
  });

  it('end with jobs under way', async () => {
    const lanes = openLanes<Job, Result>(worker, 1, { setup: 0 });
    const waiting = expect(lanes.run({ do: 'hang' })).rejects.toThrow('ended with code');
    await lanes.close();
    await waiting;
  });

  it('a thread of one job ends at once when it is told to', async () => {
    const controller = new AbortController();
    const reason = new InputError('interrupted; nothing was written.');
    const run = () => runInThread<Job, Result>(worker, { do: 'hang' }, { setup: 0, stop: controller.signal });
    const running = run();
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
    await expect(run()).rejects.toBe(reason);
  });
});
