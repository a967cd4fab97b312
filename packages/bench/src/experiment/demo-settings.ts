import type { Style } from '@slipform/scenes';

/** What the demo runs with. Frozen before Cement was first run: docs/decisions/0006-demo-difficulty.md. */
export interface DemoSettings {
  /** Whose drawings the models are judged on; the first artist's are those of training. */
  readonly styles: readonly Style[];
  /** Training captions that are mined. */
  readonly captions: number;
  /** Hard negatives for each caption; one of them is drawn whenever it comes up. */
  readonly perCaption: number;
  readonly steps: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly warmupSteps: number;
  readonly weightDecay: number;
  /** Cement's adaptive margin at concreteness 5, in logits. */
  readonly marginMax: number;
  /** The gradient budget is measured at every n-th step. */
  readonly budgetEvery: number;
  /** Test scenes for each style; each asks five questions. */
  readonly testCount: number;
}

export const DEMO_SETTINGS: DemoSettings = {
  styles: ['noto', 'fluent'],
  captions: 8000,
  perCaption: 4,
  steps: 300,
  batchSize: 128,
  learningRate: 5e-4,
  warmupSteps: 20,
  weightDecay: 0.1,
  marginMax: 2,
  budgetEvery: 5,
  testCount: 1000,
};

/** Fewer steps and questions, so wider intervals: often too few to show the difference between the losses. */
export const QUICK_SETTINGS: DemoSettings = { ...DEMO_SETTINGS, captions: 4000, steps: 120, testCount: 300 };
