import { type Scalar, scalar, type Tensor, tensor, tidy, valueAndGrads } from '@tensorflow/tfjs-core';
import keepSearch from '../../fixtures/keep-search.json';
import golden from '../../fixtures/losses.json';
import equalTexts from '../../fixtures/text-ids.json';
import type { CementOptions } from '../losses/cement-definition';
import { cementLoss } from '../losses/cement-loss';
import { infoNceLoss } from '../losses/info-nce-loss';
import { type KeepCloseOptions, keepClose } from '../losses/keep-close';
import { negClipLoss } from '../losses/neg-clip-loss';
import { ownNegatives } from '../losses/own-negatives';
import { sigLipLoss } from '../losses/sig-lip-loss';
import { type LossTerm, sumLosses } from '../losses/sum-losses';
import { tripletClipLoss } from '../losses/triplet-clip-loss';
import { adaptiveMargin } from '../margins/adaptive-margin';
import { balancedMargin } from '../margins/balanced-margin';
import type { Margin } from '../margins/margin';
import { noMargin } from '../margins/no-margin';
import { similarityMargin } from '../margins/similarity-margin';
import { staticMargin } from '../margins/static-margin';

type Nested = number[] | number[][] | number[][][];
type Loss = (embeddings: Readonly<Record<string, Tensor>>, options: LossOptions) => Scalar;
type LossOptions = { readonly logitScale: Scalar; readonly chunkSize?: number | undefined };

/** One case of the golden file. */
export interface GoldenCase {
  readonly name: string;
  readonly tau: number;
  readonly value: number;
  readonly embeddings: Readonly<Record<string, Nested>>;
  /** By the names of the embeddings, and `logScale` for ln(1/τ) where the file has it. */
  readonly gradients: Readonly<Record<string, Nested | number>>;
  readonly loss: Loss;
}

const named = (entry: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, Nested> =>
  Object.fromEntries(names.map((name) => [name, entry[name] as Nested]));

const PARTS = {
  captions: ['images', 'captions', 'hardCaptions'],
  triplet: ['images', 'captions', 'hardCaptions', 'hardImages'],
  paired: ['images', 'captions', 'hardCaptions', 'hardImages'],
} as const;

/** The 24 cases of the Cement loss, and those of batches with equal texts. */
export const cementCases: readonly GoldenCase[] = [...golden.cement, ...equalTexts.cement].map((entry) => {
  const layout = entry.layout as NonNullable<CementOptions['layout']>;
  const { concreteness } = entry;
  const valid = 'valid' in entry ? entry.valid : undefined;
  const groups = 'groups' in entry ? entry.groups : undefined;
  const textIds = 'textIds' in entry ? entry.textIds : undefined;
  const margin = marginOf(entry.margin);
  return {
    name: entry.name,
    tau: entry.tau,
    value: entry.loss,
    embeddings: named(entry, PARTS[layout]),
    gradients: { ...named(entry.gradients, PARTS[layout]), logScale: entry.gradients.logScale },
    loss: (parts, options) =>
      cementLoss(
        { images: [], captions: [], ...parts, concreteness, valid, groups, textIds },
        { margin, layout, normalize: false, ...options },
      ),
  };
});

/** Margins by similarity, own negatives beside InfoNCE, and distances to a teacher. */
export const keepSearchCases: readonly GoldenCase[] = keepSearch.cases.map((entry) => {
  const { layout, concreteness, textIds, teacher } = entry;
  const valid = 'valid' in entry ? entry.valid : undefined;
  const groups = 'groups' in entry ? entry.groups : undefined;
  const parts = layout === 'triplet' || layout === 'paired' ? PARTS.paired : PARTS.captions;
  const margin = marginOf(entry.margin);
  const base: LossTerm =
    layout === 'pairs'
      ? infoNceLoss
      : (batch, options) =>
          cementLoss(batch, { ...options, margin, layout: layout as NonNullable<CementOptions['layout']> });
  const { ownNegatives: own, keepClose: keep } = entry;
  const terms = [
    ...(own ? [ownNegatives({ ...own, margin: marginOf(own.margin) })] : []),
    ...(keep ? [keepClose(keep as KeepCloseOptions)] : []),
  ];
  const readsHard =
    layout !== 'pairs' ||
    own !== undefined ||
    (keep?.kind === 'squared' && teacher?.hardCaptions !== undefined);
  const gradients = named(entry.gradients, readsHard ? parts : ['images', 'captions']);
  return {
    name: entry.name,
    tau: entry.tau,
    value: entry.loss,
    embeddings: named(entry, Object.keys(gradients)),
    gradients: { ...gradients, logScale: entry.gradients.logScale },
    loss: (given, options) =>
      sumLosses(base, ...terms)(
        { images: [], captions: [], ...given, concreteness, valid, groups, textIds, teacher },
        { normalize: false, ...options },
      ),
  };
});

/** What open_clip and TripletCLIP compute with their own code, and which of our losses it is. */
export const peerCases: readonly GoldenCase[] = golden.peers.map((entry) => {
  const [parts, loss] = peerLoss(entry.name, entry.bias);
  return {
    name: `${entry.name}, tau ${entry.tau}`,
    tau: entry.tau,
    value: entry.loss,
    embeddings: named(entry, parts),
    gradients: named(entry.gradients, parts),
    loss,
  };
});

function peerLoss(name: string, bias: number | undefined): [parts: readonly string[], loss: Loss] {
  const batch = (parts: Readonly<Record<string, Tensor>>) => ({ images: [], captions: [], ...parts });
  switch (name) {
    case 'open_clip ClipLoss':
      return [
        ['images', 'captions'],
        (parts, options) => infoNceLoss(batch(parts), { ...options, normalize: false }),
      ];
    case 'TripletCLIP negclip_loss':
      return [
        PARTS.captions,
        (parts, options) => negClipLoss(batch(parts), { ...options, normalize: false }),
      ];
    case 'TripletCLIP tripletclip_loss':
      return [
        PARTS.triplet,
        (parts, options) => tripletClipLoss(batch(parts), { ...options, normalize: false }),
      ];
    case 'open_clip SigLipLoss':
      return [
        ['images', 'captions'],
        (parts, options) => sigLipLoss(batch(parts), { ...options, bias, normalize: false }),
      ];
    default:
      throw new Error(`no loss of ours is ${name}`);
  }
}

interface MarginEntry {
  readonly kind: string;
  readonly unit?: string;
  readonly value?: number;
  readonly min?: number;
  readonly max?: number;
  readonly scale?: string;
  readonly share?: number;
  readonly strength?: number;
  readonly others?: boolean;
}

function marginOf(entry: MarginEntry): Margin {
  const { min, max, value = Number.NaN, share = Number.NaN } = entry;
  const unit = entry.unit === 'cosine' ? 'cosine' : 'logit';
  switch (entry.kind) {
    case 'none':
      return noMargin();
    case 'static':
      return staticMargin({ value, unit });
    case 'adaptive':
      return adaptiveMargin({ min, max, unit, scale: entry.scale === 'rank' ? 'rank' : 'linear' });
    case 'similarity':
      return similarityMargin({ strength: entry.strength, others: entry.others });
    case 'balanced':
      return balancedMargin({ share });
    default:
      throw new Error(`no margin of ours is ${entry.kind}`);
  }
}

/**
 * How far a case is from the golden file on the backend in use: the value and each gradient, as the largest
 * difference over the largest golden entry. Reads by `data()`, since webgpu has no other way.
 */
export async function deviations(golden: GoldenCase, chunkSize?: number): Promise<Record<string, number>> {
  const names = Object.keys(golden.embeddings);
  const { value, grads } = tidy(() =>
    valueAndGrads((...inputs: Tensor[]) => {
      const parts = Object.fromEntries(names.map((name, index) => [name, inputs[index] as Tensor]));
      return golden.loss(parts, { logitScale: inputs[names.length] as Scalar, chunkSize });
    })([...names.map((name) => tensor(golden.embeddings[name] ?? [])), scalar(1 / golden.tau)]),
  );
  const result: Record<string, number> = { loss: distance([...(await value.data())], [golden.value]) };
  for (const [index, gradient] of grads.entries()) {
    const name = names[index] ?? 'logScale';
    const expected = golden.gradients[name];
    const actual = [...(await gradient.data())];
    if (expected === undefined) continue;
    // The file differentiates by ln(1/τ): the chain rule's factor is 1/τ.
    const factor = name === 'logScale' ? 1 / golden.tau : 1;
    const flat = typeof expected === 'number' ? [expected] : (expected.flat(2) as number[]);
    result[name] = distance(
      actual.map((entry) => entry * factor),
      flat,
    );
  }
  value.dispose();
  for (const gradient of grads) gradient.dispose();
  return result;
}

/** Largest difference, relative to the largest expected entry; Infinity for a NaN or another length. */
export function distance(actual: readonly number[], expected: readonly number[]): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  const scale = Math.max(...expected.map(Math.abs), 1e-30);
  const worst = actual.reduce((most, entry, index) => {
    const difference = Math.abs(entry - (expected[index] ?? Number.NaN));
    return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : Math.max(most, difference);
  }, 0);
  return worst / scale;
}
