import { type Benchmark, evaluate, type Result } from '@slipform/bench';

export type Everything = [Benchmark, Result];
export const functions = [evaluate];
