import {
  adamW,
  type ClipConfig,
  type ClipModel,
  createClip,
  type Encoder,
  trainTokenizer,
} from '@slipform/clip';
import { useWasmKernels, type WasmKernels } from '@slipform/clip/wasm-kernels';

export type Everything = [ClipConfig, ClipModel, Encoder, WasmKernels];
export const functions = [adamW, createClip, trainTokenizer, useWasmKernels];
