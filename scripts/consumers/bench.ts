import {
  type Answer,
  type Benchmark,
  type Encoder,
  evaluate,
  type Question,
  type Result,
  registerBenchmark,
  sugarCrepe,
} from '@slipform/bench';
import { precomputedEncoder } from '@slipform/bench/files';
import { linearProbe } from '@slipform/bench/probes';
import { renderReport } from '@slipform/bench/report';

declare module '@slipform/bench' {
  interface BenchmarkOptions {
    mine: { readonly split: 'train' | 'test' };
  }
}

const encoder: Encoder = {
  embedImages: async (images) => images.map(() => [1, 0]),
  embedTexts: async (texts) => texts.map(() => new Float32Array(2)),
};
registerBenchmark('mine', (path, { split }) => sugarCrepe(`${path}/${split}`));

export type Everything = [Benchmark, Question, Answer, Result];
export const functions = [evaluate, renderReport, linearProbe, precomputedEncoder, encoder];
