import {
  add,
  div,
  exp,
  matMul,
  mean,
  mul,
  type Scalar,
  sqrt,
  square,
  stack,
  sub,
  sum,
  type Tensor1D,
  type Tensor2D,
  tidy,
} from '@tensorflow/tfjs-core';

/** How a batch's embeddings lie on the unit sphere. */
export interface EmbeddingGeometry {
  /** mean_i ‖v_i − t_i‖², 0 (each image on its caption) to 4 (Wang and Isola 2020, eq. 1 with α = 2). */
  readonly alignment: number;
  /**
   * ln mean_{i≠j} e^{−2‖x_i − x_j‖²}, −8 to 0, the lower the more evenly spread (Wang and Isola 2020, eq. 2 with
   * t = 2), of images and of captions; null for a single pair.
   */
  readonly uniformity: { readonly images: number | null; readonly captions: number | null };
  /** ‖mean v − mean t‖, 0 to 2 (Liang et al. 2022, section 2.1). */
  readonly modalityGap: number;
}

/** The geometry of images and captions [batch, embeddingSize], which need not be normalised. */
export async function embeddingGeometry(images: Tensor2D, captions: Tensor2D): Promise<EmbeddingGeometry> {
  const figures = tidy(() => {
    const [v, t] = [unit(images), unit(captions)];
    const distances = squaredDistance(v, t);
    const gap = sqrt(sum(square(sub(mean(v, 0), mean(t, 0)))));
    return stack([mean(distances), gap, potential(v), potential(t)] as Scalar[]) as Tensor1D;
  });
  const [alignment, modalityGap, ofImages, ofCaptions] = (await figures.data()) as ArrayLike<number> as [
    number,
    number,
    number,
    number,
  ];
  figures.dispose();
  const single = images.shape[0] < 2;
  return {
    alignment,
    uniformity: {
      images: single ? null : Math.log(ofImages),
      captions: single ? null : Math.log(ofCaptions),
    },
    modalityGap,
  };
}

function unit(x: Tensor2D): Tensor2D {
  return div(x, sqrt(add(sum(square(x), 1, true), 1e-24)));
}

/** ‖v_i − t_i‖² [batch] */
function squaredDistance(v: Tensor2D, t: Tensor2D): Tensor1D {
  return sum(square(sub(v, t)), 1);
}

/** mean_{i≠j} e^{−2‖x_i − x_j‖²} of unit rows, for which ‖x − y‖² = 2 − 2x·y; the diagonal's ones are taken off. */
function potential(x: Tensor2D): Scalar {
  const n = x.shape[0];
  const kernel = exp(mul(sub(matMul(x, x, false, true), 1), 4));
  return div(sub(sum(kernel), n), Math.max(n * (n - 1), 1)) as Scalar;
}
