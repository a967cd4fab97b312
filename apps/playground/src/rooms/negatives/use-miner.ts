import { useEffect, useRef, useState } from 'preact/hooks';
import { openWorker } from '../../parts/worker-lane';
import { type Loading, loadMiner, startMiner } from './load-miner';
import type { AnswerOf, PageJob } from './worker/messages';

export interface MinerState<Job extends PageJob> {
  /** What was mined last, and for which job: a new answer takes its place when it is there. */
  readonly mined?: { readonly job: Job; readonly answer: AnswerOf<Job> };
  readonly isMining: boolean;
  readonly loading?: Loading | undefined;
  readonly error?: unknown;
}

/** One worker for what is typed in any room: who comes back finds it warm. */
let lane: ReturnType<typeof openWorker<PageJob, AnswerOf<PageJob>>> | undefined;

/**
 * The answer to a job, asked anew when another one is given. It is asked at once; while the worker is at one, only the newest waits, so that
 * a person who types fast gets no queue, and the last letter no pause.
 */
export function useMiner<Job extends PageJob>(job: Job | undefined) {
  const [state, setState] = useState<MinerState<Job>>({ isMining: job !== undefined });
  const [tries, setTries] = useState(0);
  const wanted = useRef<Job | undefined>(undefined);
  const isAsking = useRef(false);
  const change = (changes: Partial<MinerState<Job>>) => setState((before) => ({ ...before, ...changes }));

  const askAll = async () => {
    isAsking.current = true;
    while (wanted.current !== undefined) {
      const own = wanted.current;
      wanted.current = undefined;
      let used = lane;
      try {
        await loadMiner((loading) => change({ loading }));
        lane ??= openWorker<PageJob, AnswerOf<PageJob>>(startMiner());
        used = lane;
        const answer = (await used.run(own)) as AnswerOf<Job> | undefined;
        // A newer one comes behind it: what stands is shown until then.
        const isLast = wanted.current === undefined;
        if (answer !== undefined)
          setState({ mined: { job: own, answer }, isMining: !isLast, loading: undefined, error: undefined });
      } catch (error) {
        // What did not load in a worker may not load in it again.
        if (used === lane) lane = undefined;
        if (wanted.current === undefined) change({ isMining: false, loading: undefined, error });
      }
      if (used !== lane && used?.waiting() === 0) void used.close();
    }
    isAsking.current = false;
  };
  useEffect(() => {
    wanted.current = job;
    if (job === undefined) return;
    change({ isMining: true, error: undefined });
    if (!isAsking.current) void askAll();
  }, [job, tries]);
  // Who leaves the room asks no more.
  useEffect(
    () => () => {
      wanted.current = undefined;
    },
    [],
  );
  return { ...state, retry: () => setTries((count) => count + 1) };
}

/** A value once it has stayed the same for so many milliseconds; until then the one before. */
export function useSettled<Value>(value: Value, pause: number): Value | undefined {
  const [settled, setSettled] = useState<Value>();
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
