import type { Recipe } from './pairs/mine-examples';

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
  /** Share of a caption's words that are left out, by chance. Default: none. */
  readonly dropWords?: number;
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
    }
  /** InfoNCE that sees no hard captions, and beside it the true caption against the own ones alone, with a constant margin. */
  | { readonly name: 'ownNegatives'; readonly weight: number; readonly value: number };

/** Hard captions that `@slipform/plant` mines of the training captions, by one of its settings. */
interface HardCaptions {
  readonly recipe: Recipe;
  /** Missing: beside the captions as hard negatives. `pairs`: not as negatives, but with their pictures as further true pairs. */
  readonly as?: 'pairs';
}

/**
 * What is asked of the trained model, about pictures by held-out artists. All runs of one evaluation share its captions: at most
 * `captions` to train on, drawn by `seed`; and at most `pairs` questions of a kind.
 */
interface Evaluation {
  readonly asks: 'colour pairs' | 'drawn captions';
  readonly pairs: number;
  readonly captions: number;
  readonly seed: number;
  /** How the captions are mined: by all that a run of the evaluation trains with. */
  readonly recipes: readonly Recipe[];
  /** `several`: half of the captions are worded in one of eighteen other ways. Missing: all as "A red bell next to a blue cloud". */
  readonly wordings?: 'several';
  /** Whether swaps are also asked in sentences that were written one by one; of the split `test`. */
  readonly sentences?: true;
  /** `core`: the sets that are installed with the repository. `all`: those of lab/corpus. */
  readonly artists: 'core' | 'all';
  /** `validation`: for choices of settings; its artists are in lab/corpus. */
  readonly split: 'test' | 'validation';
}

/** One model to be trained and judged. Plain data: it travels to a worker, and its hash says whether rows are its own. */
export interface Run {
  readonly experiment: string;
  /** Name in tables, unique within the experiment. */
  readonly variant: string;
  /** Decides the order of batches, and what is drawn. */
  readonly seed: number;
  /**
   * `committed`: the model of lab/pair-model. `text only`: none, but a bigram model of the training captions. Else the run's
   * seed is pretrained so in PyTorch, by InfoNCE on plain captions, once for all arms.
   */
  readonly pretraining: 'committed' | 'text only' | Training;
  /** A model that training starts from in place of that one. */
  readonly start?: ModelStart;
  /** Missing: the pretrained model is judged as it is. */
  readonly training?: Training;
  /** Missing: tfjs's, `trainClip`. */
  readonly trainer?: 'pytorch';
  readonly loss: LossSpec;
  /** Missing: captions alone. */
  readonly negatives?: HardCaptions;
  /** Weight of `keepClose`: how much the softmax of a batch is held to that of the model that training starts from. Missing: not at all. */
  readonly keep?: number;
  /**
   * Judged are weights between those of the start (0) and those that training gives (1), which runs of other alphas share.
   * Missing: the trained ones.
   */
  readonly alpha?: number;
  /** `paired` shows the pictures of the hard captions as well: half as many pairs a step, so that as many pictures are seen. */
  readonly layout: 'captions' | 'paired';
  readonly evaluation: Evaluation;
}

/** Judging takes about as long as so many steps. */
const JUDGING_PARTS = 30;

/** Steps and parts that a progress bar counts. */
export function partsOf({ pretraining, training }: Run): number {
  return (pretraining === 'text only' ? 0 : (training?.steps ?? 0)) + JUDGING_PARTS;
}
