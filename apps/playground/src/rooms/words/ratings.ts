import { openWorker } from '../../parts/worker-lane';
import type { RatedPiece } from './rate/summary';

/** Pieces that are kept, for one who types back and forth: more than a text can have. */
const maxKept = 20_000;

export interface RatingsState {
  /** Changes with every answer. */
  readonly version: number;
  /** Why the worker does not rate. */
  readonly error: unknown;
}

const nothing: RatingsState = { version: 0, error: undefined };

/** One worker for the page, which has the table of estimates: who comes back to the room finds it loaded. */
let lane: ReturnType<typeof openWorker<readonly string[], readonly RatedPiece[]>> | undefined;
let state = nothing;
let wanted: readonly string[] = [];
let isAsking = false;
const kept = new Map<string, RatedPiece>();
const listeners = new Set<(state: RatingsState) => void>();

export const currentRatings = () => state;

export function followRatings(listener: (state: RatingsState) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** A piece of text as it has been rated; undefined while it has not. */
export function ratedPiece(text: string): RatedPiece | undefined {
  return kept.get(text);
}

/** Rates what is wanted now; what was wanted before and is not here yet is no longer. */
export function wantPieces(texts: readonly string[]): void {
  wanted = texts;
  if (!isAsking) void ask();
}

/** Ends what the worker is at, and begins again. */
export function startAgain(): void {
  void lane?.close();
  lane = undefined;
  isAsking = false;
  kept.clear();
  change({ ...nothing, version: state.version });
  void ask();
}

function change(changes: Partial<RatingsState>): void {
  state = { ...state, ...changes, version: state.version + 1 };
  for (const listener of listeners) listener(state);
}

function openLane() {
  lane ??= openWorker<readonly string[], readonly RatedPiece[]>(
    new Worker(new URL('./worker/words-worker.ts', import.meta.url), { type: 'module' }),
  );
  return lane;
}

/** One question at a time, so that a fast typist leaves no queue behind. */
async function ask(): Promise<void> {
  const texts = [...new Set(wanted)].filter((text) => !kept.has(text));
  if (texts.length === 0) return;
  const own = openLane();
  isAsking = true;
  try {
    const pieces = await own.run(texts);
    if (own !== lane) return;
    if (kept.size > maxKept) kept.clear();
    for (const piece of pieces) kept.set(piece.text, piece);
    isAsking = false;
    change({});
    await ask();
  } catch (error) {
    if (own !== lane) return;
    isAsking = false;
    change({ error });
  }
}
