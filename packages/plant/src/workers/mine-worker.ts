import { serveLane } from '@slipform/kit/threads/serve-lane';
import { createBlockMiner, type Job, type JobResult, type PostedSetup, setupOf } from './block-miner';

// One block after another: two at a time would hold twice the memory.
serveLane<PostedSetup, Job, JobResult>((posted) => createBlockMiner(setupOf(posted)), {
  inOrder: true,
  moved: movable,
});

/** The bytes move, they are not copied; small ones share a buffer of Node's, which can't move. */
function movable(result: JobResult): ArrayBuffer[] {
  if (!('encoded' in result) || !('bytes' in result.encoded)) return [];
  const { buffer, byteLength } = result.encoded.bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength && byteLength > 0 ? [buffer] : [];
}
