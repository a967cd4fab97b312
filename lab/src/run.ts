import type { PlantOptions } from '@slipform/plant';
import type { Detail, Style } from '@slipform/scenes';
import type { IconPretraining } from './icons/icon-pretraining';

/** Which pictures and captions a model sees in training. */
export type Dataset = SceneDataset | IconDataset;

/** Scenes that are drawn for the run. */
export interface SceneDataset {
  /** Pairs of things, or of keywords. */
  readonly shows: 'things' | 'keywords';
  readonly detail: Detail;
  /** `demo`: the 128 things that the committed checkpoint knows; default `all`. */
  readonly things?: 'all' | 'demo';
}

/** Icons with the names that their artists gave them. */
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

/** How InfoNCE alone trains a small dual encoder of scenes from random weights before a run's own loss takes over. */
export interface Pretraining {
  readonly of?: never;
  readonly captions: number;
  readonly steps: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly embeddingSize: number;
  readonly width: number;
  readonly layers: number;
}

/** The same for icons; which icons the dataset says. */
export interface IconRunPretraining extends IconPretraining {
  readonly of: 'icons';
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
  /** Captions of other scenes in the place of hard negatives: as much compute, no hardness. */
  | { readonly name: 'extraEasy' }
  | { readonly name: 'noMargin' }
  | { readonly name: 'static'; readonly value: number }
  | { readonly name: 'adaptive'; readonly max: number; readonly min?: number; readonly control?: Control }
  | { readonly name: 'balanced'; readonly share: number }
  | { readonly name: 'ceClip' }
  | { readonly name: 'hnNce' };

/**
 * Runs that could refute that concreteness matters: its values dealt to other pairs of the batch, turned round
 * (6 − c), drawn anew and evenly from 1 to 5, or the adaptive margin with the logit
 * scale held fixed.
 */
export type Control = 'permuted' | 'reversed' | 'wide' | 'fixedScale';

/** Which hard negatives a run trains on. */
export type NegativesSpec = MinedNegatives | KeywordNegatives | EditedCaptions | NaturalPartners;

/** ConcretePlant mines them from the scenes' captions. */
export interface MinedNegatives {
  readonly policy: 'max' | 'min' | 'random';
  readonly perCaption: number;
  /** Which slots; default all. */
  readonly slots?: NonNullable<PlantOptions['slots']>;
  readonly operations?: NonNullable<PlantOptions['operations']>;
  /** What may be inserted: any word of the scenes (default), or a seeded tenth of the things, which then gives a negative away. */
  readonly inserted?: 'any' | 'few';
}

/** Captions of keywords with both keywords exchanged; `teach` says which captions have one. */
export interface KeywordNegatives {
  readonly teach: 'none' | 'one half' | 'other half' | 'max' | 'min' | 'random';
}

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

/** What the demo mines of the names of training artists, with ConcretePlant. */
export interface DemoMining extends Pick<MinedNegatives, 'policy' | 'perCaption' | 'operations'> {
  /** Icons with a natural partner at most. */
  readonly icons: number;
  readonly seed: number;
}

/** What is asked of the trained model. */
export type Evaluation =
  /** Questions about scenes of unseen pairs in several artists' drawings; `probes`: also what its embeddings hold. */
  | {
      readonly asks: 'scenes';
      readonly styles: readonly Style[];
      readonly count: number;
      readonly seed: number;
      readonly probes?: boolean;
      /** Keep the answers to single questions. */
      readonly answers?: boolean;
    }
  /** For each keyword, questions in which it changes places with another. */
  | { readonly asks: 'keywords'; readonly questions: number }
  /** How alike the model finds captions and their hard negatives. */
  | { readonly asks: 'similarity'; readonly captions: number }
  /** Natural minimal pairs and retrieval on icons of artists that no model was trained on; `probes` as above. */
  | {
      readonly asks: 'icons';
      readonly split: 'validation' | 'test';
      readonly questions: number;
      readonly retrieval: number;
      readonly probes?: boolean;
      readonly answers?: boolean;
    }
  /** How alike an icon and its hard captions are to a model that was never trained on such, and their share of the push. */
  | { readonly asks: 'premise' }
  /** The benchmarks of icons, for the demo, which prepares mining and features once for all its runs. */
  | { readonly asks: 'demo'; readonly pairs: number; readonly mining: DemoMining };

/** One model to be trained and judged. Plain data: it travels to a worker, and its hash says whether rows are its own. */
export interface Run {
  readonly experiment: string;
  /** Name in tables, unique within the experiment. */
  readonly variant: string;
  /** Decides pretraining, the order of batches, what is drawn and mined. */
  readonly seed: number;
  readonly dataset: Dataset;
  /** `committed`: the checkpoint of this folder. `text only`: no model, but a bigram model of the training captions. */
  readonly pretraining: Pretraining | IconRunPretraining | 'committed' | 'text only';
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
  return typeof pretraining === 'string' ? 0 : pretraining.steps;
}

/** Steps and parts that a progress bar counts: judging a style takes about as long as ten steps. */
export function partsOf({ pretraining, training, evaluation }: Run): number {
  return (pretraining === 'text only' ? 0 : (training?.steps ?? 0)) + judgingParts(evaluation);
}

export function judgingParts(evaluation: Evaluation): number {
  return 10 * (evaluation.asks === 'scenes' ? evaluation.styles.length + (evaluation.probes ? 3 : 0) : 3);
}
