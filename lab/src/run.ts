import type { DuoKind } from '@slipform/icons';
import type { IconPretraining } from './icons/icon-pretraining';

/** Which pictures and captions a model sees in training: icons with the names that their artists gave them. */
export interface IconDataset {
  readonly shows: 'icons';
  /** The dozen sets that are installed with the repository, or all that lab/corpus names. */
  readonly sets: 'core' | 'all';
  /**
   * Which icons of training artists a run trains on: `edited` are those whose caption has an abstract word and a concrete
   * one, matched; `partners` those of minimal pairs.
   */
  readonly pool: 'edited' | 'partners';
}

/** How InfoNCE alone trains a small dual encoder from random weights before a run's own loss takes over; on which icons the dataset says. */
export interface IconRunPretraining extends IconPretraining {
  readonly of: 'icons';
}

/** InfoNCE on pictures of two icons, from the model of single ones: what `slipform-lab duo-model --steps` makes, in the folder `model-SEED` of the results. */
interface DuoRunPretraining {
  readonly of: 'duo';
  readonly steps: number;
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
      readonly control?: Control;
    };

/**
 * Runs that could refute that concreteness matters: its values dealt to other pairs of the batch, or drawn anew and evenly
 * from 1 to 5.
 */
export type Control = 'permuted' | 'wide';

/** Which hard negatives a run trains on. */
type NegativesSpec = EditedCaptions | NaturalPartners | DuoPartners;

/** Captions of icons with one word exchanged for another of its place, frequency and concreteness. */
export interface EditedCaptions {
  /**
   * Which word: the abstract or the concrete one of the pool `edited`, a coin each time, or one drawn ∝ e^(c/2); `partner`:
   * the word in which the two captions of a minimal pair differ.
   */
  readonly change: 'abstract' | 'concrete' | 'random' | 'weighted' | 'partner';
}

/** The other icon of a minimal pair: its caption and, in the paired layout, its picture. */
export interface NaturalPartners {
  /** Those of both halves of the pool, or of the half whose words are abstract or concrete. */
  readonly partners: 'all' | 'abstract' | 'concrete';
}

/** Of a picture of two icons the caption of another such picture, which differs in one of these ways. */
interface DuoPartners {
  readonly kinds: readonly DuoKind[];
}

/** What is asked of the trained model. */
export type Evaluation =
  /** Natural minimal pairs and retrieval on icons of artists that no model was trained on; `probes`: also what its embeddings hold. */
  | {
      readonly asks: 'icons';
      readonly split: 'validation' | 'test';
      readonly questions: number;
      readonly retrieval: number;
      readonly probes?: boolean;
      /** Keep the answers to single questions. */
      readonly answers?: boolean;
    }
  /** How alike an icon and its hard captions are to a model that was never trained on such, and their share of the push. */
  | { readonly asks: 'premise' }
  /**
   * Pictures of two icons, for the demo and the study of losses on them, which prepare pictures once for all their runs: at most
   * `captions` to train on, drawn by `seed`, in twos of a picture and its swap, or with `partners` in fours, with another thing and
   * another sign too.
   */
  | {
      readonly asks: 'demo';
      readonly pairs: number;
      readonly captions: number;
      readonly seed: number;
      readonly partners?: 'all';
    };

/** One model to be trained and judged. Plain data: it travels to a worker, and its hash says whether rows are its own. */
export interface Run {
  readonly experiment: string;
  /** Name in tables, unique within the experiment. */
  readonly variant: string;
  /** Decides pretraining, the order of batches, what is drawn and mined. */
  readonly seed: number;
  readonly dataset: IconDataset;
  /** `committed`: the model of lab/model, or for the demo of lab/duo-model. `text only`: none, but a bigram model of the training captions. */
  readonly pretraining: IconRunPretraining | DuoRunPretraining | 'committed' | 'text only';
  /** Missing: the pretrained model is judged as it is. */
  readonly training?: Training;
  readonly loss: LossSpec;
  /** Missing: captions alone. */
  readonly negatives?: NegativesSpec;
  /** `paired` shows the pictures of the hard captions as well. */
  readonly layout: 'captions' | 'paired';
  readonly evaluation: Evaluation;
}

/** Steps of the pretraining that several runs share, which a bar counts once. */
export function sharedSteps({ pretraining }: Run): number {
  return typeof pretraining === 'string' || pretraining.of === 'duo' ? 0 : pretraining.steps;
}

/** Judging takes about as long as so many steps. */
const JUDGING_PARTS = 30;

/** Steps and parts that a progress bar counts. */
export function partsOf({ pretraining, training }: Run): number {
  return (pretraining === 'text only' ? 0 : (training?.steps ?? 0)) + JUDGING_PARTS;
}
