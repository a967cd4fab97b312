import { childContender } from './child-contender';
import type { Side } from './contender';
import type { Way, WorkOrder } from './our-work';

/** Our side in one of the Nodes. `version` is what that binary says of itself. */
export function nodeSide(
  binary: string,
  version: string,
  program: string,
  workers: number,
  way: Way = 'kernels',
): Side {
  const names: Readonly<Record<Way, string>> = {
    kernels: '',
    experimental: ' experimental',
    ops: ", tfjs's kernels",
    naive: ', naive',
  };
  return {
    name: `Node ${version.replace(/^v(\d+)\..*/, '$1')}${names[way]}${workers === 0 ? '' : `, ${workers} workers`}`,
    kind: way === 'naive' ? 'naive' : 'ours',
    threads: Math.max(1, workers),
    does: ({ kind }) => kind === 'train' || way !== 'naive',
    start({ kind }, source) {
      const order: WorkOrder = { kind, source, workers, way };
      return childContender(binary, [program, JSON.stringify(order)], process.env);
    },
  };
}
