import { ErrorBox } from '../../../parts/error-box';
import { Progress } from '../../../parts/progress';
import { megabytes } from '../plain-words';
import type { useMiner } from '../use-miner';
import type { DrawJob, TypedJob } from '../worker/messages';

type Asked = ReturnType<typeof useMiner<TypedJob>> | ReturnType<typeof useMiner<DrawJob>>;

/** What a room says while there is no answer yet: how far the miner has come, or why there is none. */
export function MinerNews({ state, failed }: { readonly state: Asked; readonly failed: string }) {
  const { answered, isAsking, loading, error, retry } = state;
  if (error !== undefined) {
    return (
      <ErrorBox title={failed} error={error} onRetry={retry}>
        What you typed is still here.
      </ErrorBox>
    );
  }
  if (loading !== undefined) {
    return (
      <Progress
        label="Loading the miner and its word graph, once"
        done={loading.bytes}
        total={loading.total}
        {...(loading.total === undefined && { text: megabytes(loading.bytes) })}
      />
    );
  }
  return answered === undefined && isAsking ? <p class="waiting">Mining…</p> : null;
}
