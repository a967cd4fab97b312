import type { DuoKind } from '@slipform/icons';

/** Pictures of two icons of the sets that are installed with the repository, with the captions of others that differ in one way. */
interface IconDataset {
  readonly shows: 'icons';
  readonly sets: 'core';
  readonly pool: 'partners';
}

/** InfoNCE on pictures of two icons, from the model of single ones: what `slipform-lab duo-model --steps` makes, in the folder `model-SEED` of the results. */
interface DuoRunPretraining {
  readonly of: 'duo';
  readonly steps: number;
}

/** A model of the user's. Its bytes, and not its place, say whether rows are of it. */
interface ModelStart {
  readonly folder: string;
  readonly sha256: string;
}

/** How long a run trains on from the pretrained model, and when it takes the gradient budget. */
export interface Training {
  readonly captions: number;
  readonly steps: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly warmupSteps: number;
  readonly weightDecay: number;
  /** Loss and budget are measured at every n-th step; default ten times over the run. */
  readonly measureEvery?: number;
  /** In which space the budget is taken: logits, or embeddings too. Default both. */
  readonly budgets?: readonly BudgetSpace[];
}

export type BudgetSpace = 'similarity' | 'embedding';

/** The loss of a run, by its name in `@slipform/cement-loss`. */
export type LossSpec =
  | { readonly name: 'infoNce' }
  | { readonly name: 'noMargin' }
  | { readonly name: 'static'; readonly value: number }
  | {
      readonly name: 'adaptive';
      readonly max: number;
      readonly min?: number;
      /** Default `linear`. */
      readonly scale?: 'rank';
    };

/** Captions that are wrong for a picture and differ from its own in one of these ways. */
interface HardCaptions {
  readonly kinds: readonly DuoKind[];
}

/**
 * What is asked of the trained model, about pictures by held-out artists. All runs of one evaluation share its
 * pictures of two icons: at most `captions` to train on, drawn by `seed`, in twos of a picture and its swap, or with `partners` in fours,
 * with another thing and another sign too; and at most `pairs` questions of a kind.
 */
interface Evaluation {
  readonly asks: 'demo';
  readonly pairs: number;
  readonly captions: number;
  readonly seed: number;
  readonly partners?: 'all';
  /** `all`: also about artists beyond the core, whose sets lab/corpus has. */
  readonly artists?: 'all';
}

/** One model to be trained and judged. Plain data: it travels to a worker, and its hash says whether rows are its own. */
export interface Run {
  readonly experiment: string;
  /** Name in tables, unique within the experiment. */
  readonly variant: string;
  /** Decides the order of batches, what is drawn, and which model a `duo` starts from. */
  readonly seed: number;
  readonly dataset: IconDataset;
  /** `committed`: the model of lab/duo-model. `text only`: none, but a bigram model of the training captions. */
  readonly pretraining: DuoRunPretraining | 'committed' | 'text only';
  /** A model that training starts from in place of that one. */
  readonly start?: ModelStart;
  /** Missing: the pretrained model is judged as it is. */
  readonly training?: Training;
  readonly loss: LossSpec;
  /** Missing: captions alone. */
  readonly negatives?: HardCaptions;
  /** `paired` shows the pictures of the hard captions as well. */
  readonly layout: 'captions' | 'paired';
  readonly evaluation: Evaluation;
}

/** Judging takes about as long as so many steps. */
const JUDGING_PARTS = 30;

/** Steps and parts that a progress bar counts. */
export function partsOf({ pretraining, training }: Run): number {
  return (pretraining === 'text only' ? 0 : (training?.steps ?? 0)) + JUDGING_PARTS;
}
