import { type Benchmark, evaluate, type Result, scenes } from '@slipform/bench';

export type Everything = [Benchmark, Result];
export const functions = [evaluate, scenes];
