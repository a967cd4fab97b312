import {
  adamW,
  type ClipConfig,
  type ClipModel,
  createClip,
  type Encoder,
  trainTokenizer,
} from '@slipform/clip';

export type Everything = [ClipConfig, ClipModel, Encoder];
export const functions = [adamW, createClip, trainTokenizer];
