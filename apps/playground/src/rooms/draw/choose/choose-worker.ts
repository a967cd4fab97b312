import { type ClipEncoder, loadEncoder } from '@slipform/clip';
import { inputsOf } from '../../../pairs/draw-pairs';
import type { PairData } from '../../../pairs/load-pairs';
import { startWasm } from '../../../parts/wasm-backend';
import { answerHere } from '../../../parts/worker-lane';

/** Pictures and captions that are asked about; the first job brings the model. */
export interface ChooseJob {
  readonly model: PairData['model'] | undefined;
  readonly pictures: readonly Uint8Array[];
  readonly captions: readonly string[];
}

/** Of each picture the similarity to each caption. */
export type Similarities = readonly (readonly number[])[];

let opened: Promise<ClipEncoder> | undefined;

async function open(model: PairData['model'] | undefined): Promise<ClipEncoder> {
  if (model === undefined) throw new Error('unreachable: the first job brings the model');
  await startWasm();
  return loadEncoder(model);
}

answerHere<ChooseJob, Similarities>(async ({ model, pictures, captions }) => {
  opened ??= open(model);
  const encoder = await opened;
  const edge = encoder.model.config.image.imageSize;
  const inputs = inputsOf(pictures, edge);
  const area = edge * edge * 3;
  const seen = await encoder.embedImages(
    pictures.map((_, at) => inputs.subarray(at * area, (at + 1) * area)),
  );
  const read = await encoder.embedTexts(captions);
  return seen.map((picture) =>
    read.map((caption) => picture.reduce((sum, value, at) => sum + value * caption[at]!, 0)),
  );
});
