import { once } from 'node:events';
import v8 from 'node:v8';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, test, vi } from 'vitest';
import { nodeThread } from './node-thread';

const hasFault = Number.parseInt(process.versions.v8, 10) <= 12;

afterEach(() => vi.restoreAllMocks());

test.skipIf(!hasFault)(
  'nothing starts marking garbage while a thread ends, or the last of several',
  async () => {
    const set = vi.spyOn(v8, 'setFlagsFromString');
    const said = () => set.mock.calls.map(([flag]) => flag);
    const workers = [0, 1].map(() => new Worker('setInterval(() => {}, 1000)', { eval: true }));
    await Promise.all(workers.map((worker) => once(worker, 'online')));
    const [first, second] = workers.map((worker) => nodeThread(worker, 'it'));
    const ended = [first!.terminate(), second!.terminate()];
    expect(said()).toEqual(['--no-incremental-marking', '--no-incremental-marking']);
    await Promise.all(ended);
    expect(said().slice(2)).toEqual(['--incremental-marking']);
  },
);
