import { useEffect, useRef, useState } from 'preact/hooks';
import { openWorker } from '../../parts/worker-lane';
import { type Loading, loadMiner, startMiner } from './load-miner';
import type { Settings, TypedAnswer, TypedJob } from './worker/messages';

/** Milliseconds without a key, after which the captions are mined. */
const pause = 250;

export interface Typed {
  /** What was mined last, and of which captions: a new answer takes its place when it is there. */
  readonly mined?: {
    readonly captions: readonly string[];
    readonly settings: Settings;
    readonly answer: TypedAnswer;
  };
  readonly isMining: boolean;
  readonly loading?: Loading | undefined;
  readonly error?: unknown;
}

/** One worker for typed captions: who comes back to the room finds it warm. */
let lane: ReturnType<typeof openWorker<TypedJob, TypedAnswer>> | undefined;

/** The negatives of the captions, mined anew when they or the settings change. */
export function useTyped(captions: readonly string[], settings: Settings) {
  const [typed, setTyped] = useState<Typed>({ isMining: true });
  const [tries, setTries] = useState(0);
  const turn = useRef(0);
  const key = JSON.stringify([captions, settings]);
  const isFirst = useRef(true);
  useEffect(() => {
    const own = ++turn.current;
    const isNow = () => own === turn.current;
    setTyped((before) => ({ ...before, isMining: true, error: undefined }));
    const mine = async () => {
      try {
        await loadMiner((loading) => setTyped((before) => ({ ...before, loading })));
        setTyped((before) => ({ ...before, loading: undefined }));
        if (!isNow()) return;
        lane ??= openWorker<TypedJob, TypedAnswer>(startMiner());
        const answer = await lane.run({ kind: 'typed', captions, settings });
        if (isNow()) setTyped({ mined: { captions, settings, answer }, isMining: false });
      } catch (error) {
        lane?.close();
        lane = undefined;
        if (isNow()) setTyped((before) => ({ ...before, isMining: false, loading: undefined, error }));
      }
    };
    const timer = setTimeout(() => void mine(), isFirst.current ? 0 : pause);
    isFirst.current = false;
    return () => clearTimeout(timer);
  }, [key, tries]);
  return { typed, retry: () => setTries((count) => count + 1) };
}
