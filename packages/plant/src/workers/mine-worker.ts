import { parentPort, workerData } from 'node:worker_threads';
import { InputError } from '@slipform/concreteness';
import { createBlockMiner, type Job, type JobResult, type MinerSetup } from './block-miner';

/** What a thread answers to a job. */
export type Answer = { readonly result: JobResult } | { readonly message: string; readonly isInput: boolean };

const mine = createBlockMiner(workerData as MinerSetup);
const port = parentPort!;
// Jobs are answered in the order in which they came.
let turn: Promise<void> = Promise.resolve();
port.on('message', (job: Job) => {
  turn = turn.then(async () => {
    try {
      const result = await mine(job);
      port.postMessage({ result } satisfies Answer, transferable(result));
    } catch (error) {
      const { message } = error as Error;
      port.postMessage({ message, isInput: InputError.isInstance(error) } satisfies Answer);
    }
  });
});

/** The bytes move, they are not copied; small ones share a buffer of Node's, which can't move. */
function transferable({ encoded }: JobResult): ArrayBuffer[] {
  if (!('bytes' in encoded)) return [];
  const { buffer, byteLength } = encoded.bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength && byteLength > 0 ? [buffer] : [];
}
