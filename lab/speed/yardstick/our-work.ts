// Our side of a task, in Node and in a page alike, by the packages as they are built.

import { infoNceLoss } from '@slipform/cement-loss';
import {
  adamW,
  type ClipModel,
  createEncoder,
  type EncoderOptions,
  loadClip,
  type TrainBatch,
  type TrainOptions,
  trainClip,
  trainTokenizer,
  useBackend,
} from '@slipform/clip';
import { useWasmKernels } from '@slipform/clip/wasm-kernels';
import { Batches } from './batches';
import type { Turn, TurnTaker } from './contender';
import type { Task } from './tasks';

/** What one of our sides is started with. */
export interface WorkOrder {
  readonly kind: Task['kind'];
  /** The folder of write-task-folder.ts, or its URL. */
  readonly source: string;
  readonly workers: number;
  /** With what V8 has behind a flag; not in a page. */
  readonly experimental: boolean;
}

export interface StartedWork {
  /** Which kernels compute. */
  readonly kernels: string;
  readonly turns: TurnTaker;
}

/** Loads the task's model and batches, and begins; `option` is `workers` as this platform has it. */
export async function startWork(
  { kind, source, experimental }: WorkOrder,
  bytesOf: (name: string) => Promise<ArrayBuffer>,
  option: NonNullable<TrainOptions['workers']>,
  onLoad = () => {},
): Promise<StartedWork> {
  await useBackend('wasm');
  const { variant, wide } = await useWasmKernels({ experimental });
  const model = await loadClip(source);
  const batches = await Batches.read(bytesOf);
  onLoad();
  const options = { workers: option };
  const turns =
    kind === 'train'
      ? trainInTurns({ ...options, model }, (step) => batchOf(batches, step))
      : embedInTurns(model, batches, options);
  return { kernels: wide ? `${variant}, wide` : variant, turns };
}

interface OpenTurn {
  readonly steps: number;
  given: number;
  last: number;
  readonly ms: number[];
  readonly check: number[];
  readonly done: (turn: Turn) => void;
  readonly failed: (error: unknown) => void;
}

export const steadyAdamW = () => adamW({ learningRate: 1e-3, schedule: 'constant', weightDecay: 0.1 });

const batchOf = (batches: Batches, step: number): TrainBatch => ({
  images: batches.imagesOf(step),
  tokens: batches.tokensOf(step),
});

/** One run of trainClip, whose data wait for the next turn; the time of a step is that between two reports. */
export function trainInTurns(
  options: Pick<TrainOptions, 'model'> & Partial<TrainOptions>,
  batchAt: (step: number) => TrainBatch,
): TurnTaker {
  const { model, optimizer = steadyAdamW() } = options;
  let turn: OpenTurn | undefined;
  let ended = false;
  let wake = () => {};

  async function* data(): AsyncGenerator<TrainBatch> {
    for (let step = 0; ; step++) {
      while (!ended && (turn === undefined || turn.given === turn.steps)) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (ended) return;
      turn!.given++;
      yield batchAt(step);
    }
  }

  function observe({ loss }: { readonly loss: number }): void {
    const { steps, ms, check, last, done } = turn!;
    const now = performance.now();
    ms.push(now - last);
    check.push(loss);
    turn!.last = now;
    if (ms.length < steps) return;
    turn = undefined;
    done({ ms, check });
  }

  const run = trainClip({
    loss: (batch, { logitScale }) => infoNceLoss(batch, { logitScale }),
    ...options,
    data: data(),
    optimizer,
    steps: 1e6,
    observe: [observe],
  });
  let failure: { readonly error: unknown } | undefined;
  run.catch((error) => {
    failure = { error };
    turn?.failed(error);
  });

  return {
    take: (steps) =>
      new Promise((done, failed) => {
        if (failure !== undefined) return failed(failure.error);
        turn = { steps, given: 0, last: performance.now(), ms: [], check: [], done, failed };
        wake();
      }),
    async end() {
      ended = true;
      wake();
      await run;
      optimizer.dispose();
      model.dispose();
    },
  };
}

/** A step embeds the rows of a batch. */
function embedInTurns(model: ClipModel, batches: Batches, options: Partial<EncoderOptions>): TurnTaker {
  // An encoder has to have one; no text is embedded.
  const encoder = createEncoder(model, trainTokenizer(['a picture']), options);
  const images = batches.imageRowsOf(0);
  return {
    async take(steps) {
      const ms: number[] = [];
      let check: number[] = [];
      for (let i = 0; i < steps; i++) {
        const start = performance.now();
        const [first] = await encoder.embedImages(images, { batchSize: images.length });
        ms.push(performance.now() - start);
        check = [...first!.subarray(0, 12)];
      }
      return { ms, check };
    },
    async end() {
      encoder.dispose();
    },
  };
}
