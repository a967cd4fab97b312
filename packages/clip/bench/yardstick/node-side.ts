import { childContender } from './child-contender';
import type { Side } from './contender';
import type { WorkOrder } from './our-work';

/** Our side in one of the Nodes. `version` is what that binary says of itself. */
export function nodeSide(
  binary: string,
  version: string,
  program: string,
  workers: number,
  way: WorkOrder['way'] = 'kernels',
): Side {
  const names = {
    kernels: workers === 0 ? '' : `, ${workers} workers`,
    ops: ", tfjs's kernels",
    naive: ', naive',
  };
  return {
    name: `Node ${version.replace(/^v(\d+)\..*/, '$1')}${names[way]}`,
    kind: way === 'naive' ? 'naive' : 'ours',
    threads: Math.max(1, workers),
    does: ({ kind }) => way !== 'naive' || kind === 'train',
    start({ kind }, source) {
      const order: WorkOrder = { kind, source, workers, way };
      return childContender(binary, [program, JSON.stringify(order)], process.env);
    },
  };
}
