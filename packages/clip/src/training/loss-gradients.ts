import { dispose, type Scalar, type Tensor, variableGrads } from '@tensorflow/tfjs-core';
import type { ClipModel } from '../model/clip-model';

/**
 * Value and gradients, by parameter name, of a function of the model's trainable parameters; parameters that
 * it does not depend on have none.
 *
 * When `compute` throws, its error comes out, and `kept` and everything on the tape is freed. tfjs frees the
 * tape only after a gradient has been taken, so one is taken then as well: of the logit scale, the smallest.
 */
export function lossGradients(
  model: ClipModel,
  compute: () => Scalar,
  kept: readonly Tensor[],
): { readonly value: Scalar; readonly gradients: ReadonlyMap<string, Tensor> } {
  const trained = [...model.parameters].filter(([, variable]) => variable.trainable);
  const variables = trained.map(([, variable]) => variable);
  let failure: { readonly error: unknown } | undefined;
  const { value, grads } = variableGrads(() => {
    try {
      return compute();
    } catch (error) {
      failure = { error };
      return model.logitScale();
    }
  }, variables);
  if (failure !== undefined) {
    dispose([value, ...Object.values(grads), ...kept]);
    throw failure.error;
  }
  const gradients = new Map<string, Tensor>();
  for (const [name, variable] of trained) {
    const gradient = grads[variable.name];
    if (gradient !== undefined) gradients.set(name, gradient);
  }
  return { value, gradients };
}
