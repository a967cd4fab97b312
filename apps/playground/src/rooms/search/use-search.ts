import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import catalogJson from '../../../generated/catalog.json';
import { openWorker } from '../../parts/worker-lane';
import type { Catalog } from './index/catalog';
import type { Filters } from './index/filters';
import type { Answer, LoadJob, LoadNote, Query, SearchJob } from './worker/messages';

// JSON knows no tuples and no readonly; generate.ts wrote it as a Catalog.
export const catalog: Catalog = catalogJson;
export const base = new URL('.', document.baseURI).href;

export interface SearchState {
  /** Sets that are there. */
  readonly sets: ReadonlySet<string>;
  readonly icons: number;
  readonly hasModel: boolean;
  readonly failures: readonly { readonly what: string; readonly message: string }[];
}

const nothing: SearchState = { sets: new Set(), icons: 0, hasModel: false, failures: [] };

type SearchLane = ReturnType<typeof openWorker<LoadJob | SearchJob, Answer | undefined, LoadNote>>;

/** One worker for the page: who comes back to the room finds it loaded. */
let lane: SearchLane | undefined;
let known = nothing;
const listeners = new Set<(state: SearchState) => void>();

function change(next: SearchState): void {
  known = next;
  for (const listener of listeners) listener(next);
}

function load(): void {
  // What did not start in a worker may not start in it again: tfjs remembers.
  if (known.failures.length > 0 && !known.hasModel) {
    void lane?.close();
    lane = undefined;
    known = nothing;
  }
  lane ??= openWorker(new Worker(new URL('./worker/search-worker.ts', import.meta.url), { type: 'module' }));
  change({ ...known, failures: [] });
  const onNote = (note: LoadNote) => {
    if ('failed' in note) {
      change({ ...known, failures: [...known.failures, { what: note.failed, message: note.message }] });
    } else if (note.loaded === 'model') change({ ...known, hasModel: true });
    else change({ ...known, sets: new Set([...known.sets, note.set]), icons: known.icons + note.icons });
  };
  const opened = lane;
  lane.run({ kind: 'load', catalog, base }, { onNote }).catch((error: unknown) => {
    if (lane !== opened) return;
    lane = undefined;
    change({ ...nothing, failures: [{ what: 'the search', message: String(error) }] });
  });
}

/** The search and how much of it is there. */
export function useSearch() {
  const [state, setState] = useState(known);
  useEffect(() => {
    listeners.add(setState);
    if (lane === undefined) load();
    setState(known);
    return () => {
      listeners.delete(setState);
    };
  }, []);
  const search = useCallback(async (query: Query, filters: Filters, count: number) => {
    const answer = await lane?.run({ kind: 'search', query, filters, count });
    return answer;
  }, []);
  return { state, search, retry: load };
}

/** The newest answer to what is asked; one that comes late is dropped. */
export function useAnswer(
  query: Query | undefined,
  filters: Filters,
  count: number,
  state: SearchState,
  search: (query: Query, filters: Filters, count: number) => Promise<Answer | undefined>,
) {
  const [answer, setAnswer] = useState<{ readonly query: Query; readonly answer: Answer }>();
  const [error, setError] = useState<unknown>();
  const turn = useRef(0);
  useEffect(() => {
    const own = ++turn.current;
    setError(undefined);
    if (query === undefined) return setAnswer(undefined);
    search(query, filters, count).then(
      (found) => {
        if (own === turn.current && found !== undefined) setAnswer({ query, answer: found });
      },
      (thrown: unknown) => {
        if (own === turn.current) setError(thrown);
      },
    );
  }, [query, filters, count, state.sets.size, state.hasModel, search]);
  return { answer, error };
}
