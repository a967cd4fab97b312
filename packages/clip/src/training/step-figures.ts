import { hasFusedKernel, numbered, runFusedKernel } from '@slipform/tfjs-kernels/registry';
import {
  add,
  getBackend,
  type Scalar,
  scalar,
  sqrt,
  square,
  stack,
  sum,
  type Tensor,
  tidy,
} from '@tensorflow/tfjs-core';
import { whereValuesLie } from '../backend/backends';
import type { StepGradients } from '../gradients/batch-gradients';
import { FlatGroup } from './flat-group';

/** What a step says of itself in numbers. */
export interface StepFigures {
  readonly loss: number;
  readonly logitScale: number;
  /** The gradients' global norm √Σ‖g‖². One number that is not finite anywhere makes it so. */
  readonly gradientNorm: number;
}

/** Figures on their way from the device. */
export interface ReadFigures {
  /** The gradients' global norm, for the optimiser; the caller disposes of it. */
  readonly norm: Scalar;
  /** The reading has begun, so that nothing which is computed later delays it. */
  readonly figures: Promise<StepFigures>;
}

/** Computes the gradients' norm once, and begins to read a step's figures: on a GPU in one piece. */
export function readFigures({ loss, logitScale, gradients, squaredNorm }: StepGradients): ReadFigures {
  if (whereValuesLie(getBackend()) === 'process') {
    const gradientNorm = squaredNorm === undefined ? normInPlace(gradients) : Math.sqrt(squaredNorm);
    const read = async (x: Scalar) => (await x.data())[0]!;
    const figures = Promise.all([read(loss), read(logitScale)]).then(([ofLoss, ofScale]) => ({
      loss: ofLoss,
      logitScale: ofScale,
      gradientNorm,
    }));
    return { norm: scalar(gradientNorm), figures };
  }
  const norm = normOnDevice(gradients);
  const all = tidy(() => stack([loss, logitScale, norm]));
  return { norm, figures: readAll(all) };
}

async function readAll(all: Tensor): Promise<StepFigures> {
  const [loss, logitScale, gradientNorm] = (await all.data()) as ArrayLike<number> as [
    number,
    number,
    number,
  ];
  all.dispose();
  return { loss, logitScale, gradientNorm };
}

function normInPlace(gradients: ReadonlyMap<string, Tensor>): number {
  if (hasFusedKernel('norm')) {
    const norm = runFusedKernel<Scalar>('norm', numbered('x', [...gradients.values()]));
    const [found] = norm.dataSync();
    norm.dispose();
    return found!;
  }
  let total = 0;
  for (const gradient of gradients.values()) {
    for (const x of gradient.dataSync()) total += x * x;
  }
  return Math.sqrt(total);
}

function normOnDevice(gradients: ReadonlyMap<string, Tensor>): Scalar {
  if (hasFusedKernel('norm')) return runFusedKernel('norm', numbered('x', [...gradients.values()]));
  return tidy(() => {
    const parts = FlatGroup.of(gradients, () => false).map((group) =>
      // In a tidy of its own, since the square of a large matrix is as large again.
      tidy(() => sum<Scalar>(square(group.flatten(gradients)))),
    );
    return sqrt(parts.reduce((a, b) => add<Scalar>(a, b)));
  });
}
