import { useEffect, useState } from 'preact/hooks';
import catalogJson from '../../../generated/catalog.json';
import { openWorker } from '../../parts/worker-lane';
import type { Catalog } from './index/catalog';
import type { Answer, LoadJob, LoadNote, SearchJob } from './worker/search-worker';

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
  return { state, retry: load };
}

export async function search(job: Omit<SearchJob, 'kind'>): Promise<Answer | undefined> {
  return lane?.run({ kind: 'search', ...job });
}
