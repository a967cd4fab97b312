// Runs in Node and in a page.
import { infoNceLoss } from '@slipform/cement-loss';
import { adamW, type ClipModel, type TrainBatch, type TrainOptions, trainClip } from '@slipform/clip';
import type { Batches } from './batches';
import type { Turn, TurnTaker } from './turn';

interface OpenTurn {
  readonly steps: number;
  given: number;
  last: number;
  readonly ms: number[];
  readonly check: number[];
  readonly done: (turn: Turn) => void;
  readonly failed: (error: unknown) => void;
}

/** One run of trainClip, whose data wait for the next turn; the time of a step is that between two reports. */
export function trainInTurns(model: ClipModel, batches: Batches, options: Partial<TrainOptions>): TurnTaker {
  const optimizer = adamW({ learningRate: 1e-3, schedule: 'constant', weightDecay: 0.1 });
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
      yield { images: batches.imagesOf(step), tokens: batches.tokensOf(step) };
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
    ...options,
    model,
    data: data(),
    loss: (batch, { logitScale }) => infoNceLoss(batch, { logitScale }),
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
