import type { PlantOptions } from '@slipform/plant';
import type { Detail, Style } from '@slipform/scenes';

/** What a cell trains with. Plain data, since it travels to a worker and into a cell's key. */
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
 * (6 − c), or the adaptive margin with the logit scale held fixed.
 */
type Control = 'permuted' | 'reversed' | 'fixedScale';

/** Which hard negatives a cell trains on; ConcretePlant mines them from the scenes' captions. */
export interface NegativesSpec {
  readonly policy: 'max' | 'min' | 'random';
  readonly perCaption: number;
  /** Which slots; default all. */
  readonly slots?: NonNullable<PlantOptions['slots']>;
  readonly operations?: NonNullable<PlantOptions['operations']>;
  /** What may be inserted: any word of the scenes (default), or a seeded tenth of the things, which then gives a negative away. */
  readonly inserted?: 'any' | 'few';
}

/** A small dual encoder, and how long InfoNCE alone trains it before a cell's loss takes over. */
export interface Pretraining {
  /** What the pictures show: pairs of things, or of keywords. Default `'things'`. */
  readonly world?: 'things' | 'keywords';
  readonly detail: Detail;
  readonly captions: number;
  readonly steps: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly embeddingSize: number;
  readonly width: number;
  readonly layers: number;
}

export interface Finetuning {
  readonly captions: number;
  readonly steps: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly warmupSteps: number;
  readonly weightDecay: number;
}

interface CellBase {
  /** The experiment's name, which is its table's too. */
  readonly study: string;
  /** Name in tables, unique within the study. */
  readonly arm: string;
  /** Decides pretraining, the order of batches, what is drawn and mined. */
  readonly seed: number;
  readonly pretraining: Pretraining;
}

/** A model to be fine-tuned on scenes of things with one loss and judged on others. */
export interface SceneCell extends CellBase {
  readonly kind: 'scenes';
  readonly finetuning: Finetuning;
  readonly loss: LossSpec;
  readonly negatives: NegativesSpec;
  /** `paired` shows the pictures of the hard captions as well. */
  readonly layout: 'captions' | 'paired';
  readonly judging: { readonly styles: readonly Style[]; readonly count: number };
}

/** Which captions have a hard negative in which their keywords are exchanged. */
export type KeywordTeaching = 'none' | 'one half' | 'other half' | 'max' | 'min' | 'random';

/** A model to be fine-tuned on scenes of keywords, of which some are changed in hard negatives, and judged on each keyword. */
export interface KeywordCell extends CellBase {
  readonly kind: 'keywords';
  readonly finetuning: Finetuning;
  readonly teach: KeywordTeaching;
  /** Questions about each keyword. */
  readonly questions: number;
}

/** How alike the pretrained model finds captions and their hard negatives. Nothing is fine-tuned. */
export interface SimilarityCell extends CellBase {
  readonly kind: 'similarity';
  readonly captions: number;
  readonly negatives: NegativesSpec;
}

/** One model to be measured. */
export type Cell = SceneCell | KeywordCell | SimilarityCell;

/** One measured number. `of` says what about: a style, a kind of change; empty where there is nothing to say. */
export interface Measurement {
  readonly metric: string;
  readonly of: string;
  readonly value: number;
}

/** Cells with one key are one cell, whichever run measured it. */
export function cellKey({ arm, seed }: Pick<Cell, 'arm' | 'seed'>): string {
  return `${arm} ${seed}`;
}
