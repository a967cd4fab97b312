import type { DuoKind } from '@slipform/icons';

/** Which pictures and captions a model sees in training. */
interface IconDataset {
  readonly shows: 'icons';
  /** The dozen sets that are installed with the repository, or all that lab/corpus names. */
  readonly sets: 'core' | 'all';
  readonly pool: Pool;
}

/**
 * `partners`: pictures with the captions of others that differ in one way. `abstract`, `concrete`: drawings that have two names, under
 * the name with the abstract word or with the concrete one.
 */
export type Pool = 'partners' | 'abstract' | 'concrete';

/** How a hard caption differs: as the captions of two pictures of two icons do, or in one word of a name. */
export type HardKind = DuoKind | 'word';

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
  /** What stays as it is: the image tower, but for its projection. Default: nothing. */
  readonly frozen?: 'image tower';
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
  readonly kinds: readonly HardKind[];
}

/**
 * What is asked of the trained model, about pictures by artists whom no model saw. All runs of one evaluation share its
 * pictures: at most `captions` to train on, drawn by `seed`, and at most `pairs` questions of a kind. `demo`: pictures of two icons, to
 * train on in twos of a picture and its swap, or with `partners` in fours, with another thing and another sign too. `names`: icons whose
 * names differ in one word, by artists of `split`, and drawings with two names to train on.
 */
interface Evaluation {
  readonly asks: 'demo' | 'names';
  readonly pairs: number;
  readonly captions: number;
  readonly seed: number;
  readonly partners?: 'all';
  /** `all`: of two icons also about artists beyond the core, whose sets lab/corpus has. */
  readonly artists?: 'all';
  /** Default `test`. */
  readonly split?: 'validation' | 'test';
}

/** One model to be trained and judged. Plain data: it travels to a worker, and its hash says whether rows are its own. */
export interface Run {
  readonly experiment: string;
  /** Name in tables, unique within the experiment. */
  readonly variant: string;
  /** Decides the order of batches, what is drawn, and which model a `duo` starts from. */
  readonly seed: number;
  readonly dataset: IconDataset;
  /** `committed`: the model of lab/duo-model, where names are asked for of lab/model. `text only`: none, but a bigram model of the training captions. */
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
