import { execFileSync } from 'node:child_process';
import { InputError } from '@slipform/kit/errors/input-error';
import type { Programs } from './bundle';
import { chromiumSide, type PageServer } from './chromium';
import { childContender, type Side } from './contender';
import type { YardstickOptions } from './options';
import type { WorkOrder } from './our-work';
import { defaultPythons, findTorch, type Torch, torchSide } from './torch';

/**
 * The PyTorchs to race against.
 *
 * @throws {InputError} for a Python that was named and has none, and for one that multiplies with a reference BLAS
 */
export async function findOpponents(named: readonly string[] | undefined): Promise<Torch[]> {
  const opponents: Torch[] = [];
  for (const python of named ?? (await defaultPythons())) {
    const torch = await findTorch(python);
    if (torch !== undefined) opponents.push(torch);
    else if (named !== undefined) {
      throw new InputError(`--torch must be a Python that can import torch and numpy, got ${python}.`);
    }
  }
  for (const { python, version, blas } of opponents) {
    if (blas.refusal === undefined) continue;
    throw new InputError(
      `--torch must be a PyTorch with a tuned BLAS, and PyTorch ${version} of ${python} ${blas.refusal}; on Debian install libopenblas0-openmp, or name other Pythons.`,
    );
  }
  return opponents;
}

/** All sides of a race: each PyTorch on so many threads, each runtime with as many workers, on one thread without. */
export function sidesOf(
  { node, chromium, experimental, threads }: YardstickOptions,
  opponents: readonly Torch[],
  programs: Programs,
  server: PageServer,
): Side[] {
  const workerCounts = threads.map((count) => (count === 1 ? 0 : count));
  const inNode = (binary: string, isExperimental: boolean) => {
    const version = versionOf(binary);
    return workerCounts.map((workers) => nodeSide(binary, version, programs.node, workers, isExperimental));
  };
  return [
    ...opponents.flatMap((torch) => threads.map((count) => torchSide(torch, count))),
    ...node.flatMap((binary) => inNode(binary, false)),
    ...experimental.flatMap((binary) => inNode(binary, true)),
    ...(chromium ? workerCounts.map((workers) => chromiumSide(workers, server)) : []),
  ];
}

function versionOf(binary: string): string {
  try {
    return execFileSync(binary, ['--version'], { encoding: 'utf8' }).trim();
  } catch {
    throw new InputError(`--node must be a binary of Node, got ${binary}.`);
  }
}

/** Our side in one of the Nodes. `version` is what that binary says of itself. */
function nodeSide(
  binary: string,
  version: string,
  program: string,
  workers: number,
  isExperimental: boolean,
): Side {
  return {
    name: `Node ${version.replace(/^v(\d+)\..*/, '$1')}${isExperimental ? ' experimental' : ''}${workers === 0 ? '' : `, ${workers} workers`}`,
    kind: 'ours',
    threads: Math.max(1, workers),
    start({ kind }, source) {
      const order: WorkOrder = { kind, source, workers, experimental: isExperimental };
      return childContender(binary, [program, JSON.stringify(order)], process.env);
    },
  };
}
