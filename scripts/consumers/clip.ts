import {
  adamW,
  type ClipConfig,
  type ClipModel,
  createClip,
  type Encoder,
  trainTokenizer,
} from '@slipform/clip';
import { type TrainingData, trainingData } from '@slipform/clip/data';
import { useWasmKernels, type WasmKernels } from '@slipform/clip/wasm-kernels';

export type Everything = [ClipConfig, ClipModel, Encoder, TrainingData, WasmKernels];
export const functions = [adamW, createClip, trainTokenizer, trainingData, useWasmKernels];
