import { useCallback, useState } from 'preact/hooks';
import { useNewest } from '../../parts/use-newest';
import { openWorker } from '../../parts/worker-lane';
import { type Loading, loadMiner, startMiner } from './load-miner';
import type { AnswerOf, PageJob } from './worker/messages';

/** One worker for what is typed in any room: who comes back finds it warm. */
let lane: ReturnType<typeof openWorker<PageJob, AnswerOf<PageJob>>> | undefined;

/** The miner's answer to a job, and how much of the miner has been loaded until there is one. */
export function useMiner<Job extends PageJob>(job: Job | undefined) {
  const [loading, setLoading] = useState<Loading>();
  const ask = useCallback(async (own: Job) => {
    let used = lane;
    try {
      await loadMiner(setLoading);
      setLoading(undefined);
      lane ??= openWorker<PageJob, AnswerOf<PageJob>>(startMiner());
      used = lane;
      return (await used.run(own)) as Exclude<AnswerOf<Job>, undefined> | undefined;
    } catch (error) {
      setLoading(undefined);
      // What did not load in a worker may not load in it again.
      if (used === lane) lane = undefined;
      throw error;
    } finally {
      if (used !== lane && used?.waiting() === 0) void used.close();
    }
  }, []);
  return { ...useNewest(job, ask), loading };
}
