import {
  dispose,
  engine,
  type Scalar,
  scalar,
  type Tensor,
  tidy,
  type Variable,
  variableGrads,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { InputError } from '../input-error';
import type { Parameters } from '../model/parameters';
import { differentiable } from '../ops/differentiable';

/**
 * Value and gradients, by name, of a function of those parameters that are trainable; parameters that it does
 * not depend on have none.
 *
 * When `compute` throws, its error comes out, and `kept` and everything on the tape is freed. tfjs frees the
 * tape only after a gradient has been taken, so one is taken then as well, of a constant.
 */
export function lossGradients(
  { parameters }: { readonly parameters: Parameters },
  compute: () => Scalar,
  kept: readonly Tensor[],
): { readonly value: Scalar; readonly gradients: ReadonlyMap<string, Tensor> } {
  const trained = [...parameters].filter(([, variable]) => variable.trainable);
  const variables = trained.map(([, variable]) => variable);
  let failure: { readonly error: unknown } | undefined;
  let computed: Scalar | undefined;
  let number: number | undefined;
  const taken = () =>
    variableGrads(() => {
      try {
        computed = compute();
        return computed;
      } catch (error) {
        failure = { error };
        return constant(variables);
      }
    }, variables);
  let found: ReturnType<typeof taken>;
  try {
    // tfjs throws after the forward pass where no variable has a gradient; the tidy frees the value then.
    found = tidy(() => {
      try {
        return taken();
      } catch (error) {
        number = numberOf(computed);
        throw error;
      }
    });
  } catch (error) {
    freeTape();
    dispose([...kept]);
    throw explained(error, number);
  }
  const { value, grads } = found;
  if (failure !== undefined) {
    dispose([value, ...Object.values(grads), ...kept]);
    throw explained(failure.error, undefined);
  }
  const gradients = new Map<string, Tensor>();
  for (const [name, variable] of trained) {
    const gradient = grads[variable.name];
    if (gradient !== undefined) gradients.set(name, gradient);
  }
  return { value, gradients };
}

function numberOf(loss: Scalar | undefined): number | undefined {
  try {
    return loss?.dataSync()[0];
  } catch {
    // Disposed of, or on a backend that only reads later.
    return undefined;
  }
}

/** tfjs's error of a step, in our words where it is the loss's; with its stack, which has the line. */
function explained(error: unknown, loss: number | undefined): unknown {
  if (!(error instanceof Error)) return error;
  const ours = reasonOf(error, loss);
  if (ours === undefined) return error;
  const explanation = new InputError(ours, { cause: error });
  if (error.stack !== undefined) explanation.stack = error.stack;
  return explanation;
}

function reasonOf(error: Error, loss: number | undefined): string | undefined {
  if (error.message.startsWith('Cannot find a connection')) {
    const value = loss === undefined ? '' : `; its value is ${loss}`;
    return `trainClip: the loss must depend on a trainable parameter; it depends on none${value}.`;
  }
  if (error.message === 'Tensor is disposed.') {
    return 'trainClip: the loss or the batch uses a tensor that has been disposed of; make it anew for each step, or tf.keep it, and leave the embeddings and the loss to trainClip.';
  }
  const kernel = /gradient function not found for (.*?)\.?$/.exec(error.message)?.[1];
  if (kernel === undefined) return undefined;
  return `trainClip: the loss must be made of ops that have a gradient, and tfjs-core alone has none of ${kernel}; import '@tensorflow/tfjs', which brings them all, or give the op one with tf.customGrad.`;
}

/** What the tape saved for a backward pass that failed: tfjs frees it at the end of one, and forgets it at the next. */
function freeTape(): void {
  const { state } = engine();
  if (state.gradientDepth > 0) return;
  for (const { saved } of state.activeTape ?? []) dispose(saved ?? []);
  state.activeTape = [];
}

/** 0, with a gradient of zeros for the smallest of the variables. */
function constant(variables: readonly Variable[]): Scalar {
  const smallest = variables.reduce((least, x) => (x.size < least.size ? x : least));
  return differentiable<Scalar>([smallest], () => ({
    value: scalar(0),
    gradient: () => [zerosLike(smallest)],
  }));
}
