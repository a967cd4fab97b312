import {
  adamW,
  type ClipConfig,
  type ClipEncoder,
  type ClipModel,
  createClip,
  type Encoder,
  loadEncoder,
  trainTokenizer,
} from '@slipform/clip';
import { type TrainingData, trainingData } from '@slipform/clip/data';
import { useWasmKernels, type WasmKernels } from '@slipform/clip/wasm-kernels';

export type Everything = [ClipConfig, ClipEncoder, ClipModel, Encoder, TrainingData, WasmKernels];
export const functions = [adamW, createClip, loadEncoder, trainTokenizer, trainingData, useWasmKernels];
