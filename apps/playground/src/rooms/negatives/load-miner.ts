import { loadFile } from '../../parts/data-files';
import workerUrl from './worker/plant-worker?worker&url';

/** How much of the miner has come: its code, its word graph, its background corpus. */
export interface Loading {
  readonly bytes: number;
  /** Undefined while developing, where the server may not say. */
  readonly total: number | undefined;
}

let loaded: Promise<void> | undefined;

/** Loads the file of the miner's workers, so that its way can be shown; who comes again does not wait. */
export function loadMiner(onProgress: (loading: Loading) => void): Promise<void> {
  loaded ??= load(onProgress).catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

export function startMiner(): Worker {
  return new Worker(workerUrl, { type: 'module' });
}

async function load(onProgress: (loading: Loading) => void): Promise<void> {
  const url = new URL(workerUrl, document.baseURI).href;
  const { body, headers } = await loadFile(url);
  // A server that packs the file tells the packed bytes, and those that come are unpacked; the build has noted how many.
  const noted = document.querySelector<HTMLMetaElement>('meta[name=slipform-miner]')?.content;
  const length = headers.get('content-encoding') === null ? Number(headers.get('content-length')) : 0;
  const total = Number(noted ?? length) || undefined;
  let bytes = 0;
  const reader = body?.getReader();
  for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) {
    bytes += next.value.length;
    onProgress({ bytes, total });
  }
}
