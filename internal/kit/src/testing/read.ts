import { type Rank, type Tensor, tidy } from '@tensorflow/tfjs-core';

/** The values of what `make` gives, nested as its shape; all else that `make` computes is freed. */
export async function arrayOf<R extends Rank>(
  make: () => Tensor<R>,
): Promise<ReturnType<Tensor<R>['arraySync']>> {
  const x = tidy(make);
  try {
    return await x.array();
  } finally {
    x.dispose();
  }
}

/** The same as one vector. */
export async function valuesOf(make: () => Tensor): Promise<Float32Array> {
  const x = tidy(make);
  try {
    return Float32Array.from(await x.data());
  } finally {
    x.dispose();
  }
}
