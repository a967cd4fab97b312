import { childContender } from '../yardstick/child-contender';
import type { Side } from '../yardstick/contender';
import type { WorkOrder } from '../yardstick/our-work';
import { tfjsNodeEntry } from './import-tfjs-node';

export interface TensorFlowSide {
  readonly name: string;
  readonly backend: 'node' | 'node-gpu';
  /** The folder that scripts/tfjs-node/install.mjs made. */
  readonly folder: string;
  /** Threads of one operation; all cores without it. */
  readonly threads?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Our side on TensorFlow, in the Node that runs this: tfjs-node is imported from its folder before the program. */
export function tensorFlowSide(
  { name, backend, folder, threads, env = {} }: TensorFlowSide,
  program: string,
): Side {
  return {
    name,
    kind: 'ours',
    threads: threads ?? 1,
    does: () => true,
    start({ kind }, source) {
      const order: WorkOrder = { kind, source, workers: 0, way: 'ops', backend };
      const args = ['--import', tfjsNodeEntry(folder, backend), program, JSON.stringify(order)];
      const limits = threads === undefined ? {} : threadLimits(threads);
      return childContender(process.execPath, args, {
        ...process.env,
        TF_CPP_MIN_LOG_LEVEL: '1',
        ...limits,
        ...env,
      });
    },
  };
}

/** What TensorFlow reads when it starts: threads of one operation, and operations at a time. */
function threadLimits(threads: number): Record<string, string> {
  return { TF_NUM_INTRAOP_THREADS: String(threads), TF_NUM_INTEROP_THREADS: '1' };
}
