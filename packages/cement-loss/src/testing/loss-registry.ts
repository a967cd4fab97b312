import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import {
  type ContrastiveBatch,
  ceClipLoss,
  cementLoss,
  decoupledLoss,
  hnNceLoss,
  infoNceLoss,
  keepClose,
  negClipLoss,
  ownNegatives,
  sigLipLoss,
  staticMargin,
  sumLosses,
  tripletClipLoss,
} from '../index';
import {
  type FormulaBatch,
  formulaLogits,
  hnNce,
  infoNce,
  keepCloseTerm,
  ownNegativesTerm,
  rankLoss,
  sigLip,
  teacherRows,
} from './baseline-formulas';

export type Ours = (batch: ContrastiveBatch, options: { logitScale: Tensor; chunkSize?: number }) => Scalar;

/** A loss with some options beside its formula in float64. */
export interface LossCase {
  readonly ours: Ours;
  readonly truth: (batch: FormulaBatch, scale: number) => number;
}

export interface RegisteredLoss {
  readonly loss: (batch: ContrastiveBatch) => Scalar;
  /** Its options beside those that all losses have. */
  readonly options: readonly string[];
  /** What `baselines.test.ts` compares, value and gradient. None: `golden.backends.test.ts` and `finite-differences.test.ts` do. */
  readonly cases: Readonly<Record<string, LossCase>>;
}

/**
 * Every loss of this package, for the tests that go over all of them (hostile calls, wrong values, formulas, budget, the
 * README). A new loss has an entry here, its file in `losses/`, a line in `index.ts` and a row in the README.
 */
export const lossRegistry: Readonly<Record<string, RegisteredLoss>> = {
  cementLoss: { loss: cementLoss, options: ['margin', 'layout'], cases: {} },
  infoNceLoss: {
    loss: infoNceLoss,
    options: [],
    cases: {
      'hard captions ignored': {
        ours: infoNceLoss,
        truth: (batch, scale) => infoNce(formulaLogits(batch, scale, false), false),
      },
    },
  },
  negClipLoss: {
    loss: negClipLoss,
    options: [],
    cases: {
      'as it is': {
        ours: negClipLoss,
        truth: (batch, scale) => infoNce(formulaLogits(batch, scale, true), true),
      },
    },
  },
  tripletClipLoss: { loss: tripletClipLoss, options: [], cases: {} },
  decoupledLoss: {
    loss: decoupledLoss,
    options: ['useHardCaptions'],
    cases: {
      'of pairs': {
        ours: decoupledLoss,
        truth: (batch, scale) => hnNce(formulaLogits(batch, scale, false), false, 0, 0),
      },
      'with hard captions': {
        ours: (batch, options) => decoupledLoss(batch, { ...options, useHardCaptions: true }),
        truth: (batch, scale) => hnNce(formulaLogits(batch, scale, true), true, 0, 0),
      },
    },
  },
  hnNceLoss: {
    loss: hnNceLoss,
    options: ['useHardCaptions', 'alpha', 'beta'],
    cases: {
      'of pairs': {
        ours: (batch, options) => hnNceLoss(batch, { ...options, alpha: 0.7, beta: 0.4 }),
        truth: (batch, scale) => hnNce(formulaLogits(batch, scale, false), false, 0.7, 0.4),
      },
      'with hard captions, α = 0': {
        ours: (batch, options) =>
          hnNceLoss(batch, { ...options, alpha: 0, beta: 1.3, useHardCaptions: true }),
        truth: (batch, scale) => hnNce(formulaLogits(batch, scale, true), true, 0, 1.3),
      },
    },
  },
  sigLipLoss: {
    loss: sigLipLoss,
    options: ['useHardCaptions', 'bias'],
    cases: {
      'of pairs': {
        ours: (batch, options) => sigLipLoss(batch, { ...options, bias: -1.5 }),
        truth: (batch, scale) => sigLip(formulaLogits(batch, scale, false), false, -1.5),
      },
      'with hard captions': {
        ours: (batch, options) => sigLipLoss(batch, { ...options, bias: 0.5, useHardCaptions: true }),
        truth: (batch, scale) => sigLip(formulaLogits(batch, scale, true), true, 0.5),
      },
    },
  },
  ceClipLoss: {
    loss: ceClipLoss,
    options: ['rankWeight', 'upperBound', 'thresholds', 'useHardCaptions'],
    cases: {
      'thresholds given': {
        ours: (batch, options) => ceClipLoss(batch, { ...options, thresholds: 0.3, rankWeight: 0.5 }),
        truth: (batch, scale) => {
          const z = formulaLogits(batch, scale, true);
          return infoNce(z, true) + 0.5 * rankLoss(z, [0.3, 0.3, 0.3, 0.3]);
        },
      },
      'hard captions in the rank loss only': {
        ours: (batch, options) =>
          ceClipLoss(batch, { ...options, thresholds: 0.3, rankWeight: 0.5, useHardCaptions: false }),
        truth: (batch, scale) => {
          const z = formulaLogits(batch, scale, false);
          return infoNce(z, false) + 0.5 * rankLoss(z, [0.3, 0.3, 0.3, 0.3]);
        },
      },
    },
  },
};

/** A batch with a teacher of three dimensions. */
const taught = (batch: ContrastiveBatch): ContrastiveBatch => {
  const [rows = 0] = (batch.images as Tensor).shape;
  const [images, captions] = [0.4, 1.9].map((phase) => teacherRows(rows, 3, phase)) as [
    number[][],
    number[][],
  ];
  return { ...batch, teacher: { images, captions, logitScale: 4 } };
};

/** Terms beside InfoNCE and SigLIP. */
const termCases: Readonly<Record<string, LossCase>> = {
  'InfoNCE, own negatives with focus and smoothing': {
    ours: sumLosses(infoNceLoss, ownNegatives({ focus: 2, smoothing: 0.1 })),
    truth: (batch, scale) => {
      const z = formulaLogits(batch, scale, false);
      return infoNce(z, false) + ownNegativesTerm(z, [0.5, 2, 0.1, 0]);
    },
  },
  'SigLIP, own negatives with a small focus and a margin': {
    ours: sumLosses(
      (batch, options) => sigLipLoss(batch, { ...options, bias: -1 }),
      ownNegatives({ weight: 2, focus: 0.6, margin: staticMargin({ value: 1.2 }) }),
    ),
    truth: (batch, scale) => {
      const z = formulaLogits(batch, scale, false);
      return sigLip(z, false, -1) + ownNegativesTerm(z, [2, 0.6, 0, 1.2]);
    },
  },
  'InfoNCE, kept close': {
    ours: (batch, options) => sumLosses(infoNceLoss, keepClose())(taught(batch), options),
    truth: (batch, scale) =>
      infoNce(formulaLogits(batch, scale, false), false) + keepCloseTerm(batch, 4, 4, 3),
  },
  'InfoNCE, kept close at its own scale': {
    ours: (batch, options) =>
      sumLosses(infoNceLoss, keepClose({ weight: 3, scale: 'own' }))(taught(batch), options),
    truth: (batch, scale) =>
      infoNce(formulaLogits(batch, scale, false), false) + 3 * keepCloseTerm(batch, scale, 4, 3),
  },
};

/** The cases of all losses by name. */
export const lossCases: readonly (readonly [name: string, lossCase: LossCase])[] = [
  ...Object.entries(lossRegistry).flatMap(([name, { cases }]) =>
    Object.entries(cases).map(([what, lossCase]) => [`${name}, ${what}`, lossCase] as const),
  ),
  ...Object.entries(termCases),
];
