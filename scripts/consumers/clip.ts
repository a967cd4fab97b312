import {
  adamW,
  type ClipConfig,
  type ClipModel,
  createClip,
  type Encoder,
  trainTokenizer,
} from '@slipform/clip';
import { type TrainingData, trainingData } from '@slipform/clip/data';

export type Everything = [ClipConfig, ClipModel, Encoder, TrainingData];
export const functions = [adamW, createClip, trainTokenizer, trainingData];
