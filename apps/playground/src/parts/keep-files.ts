const atOnce = 3;

/** Undefined where there is none: while developing, and where a browser refuses it, as in a private window. */
let registration: Promise<ServiceWorkerRegistration | undefined> | undefined;

/** Lets the service worker keep the page, so that it opens without a network. Only what is built has one. */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // Relative to the page: the playground may lie in any folder.
  registration = navigator.serviceWorker.register('./service-worker.js').catch((error: unknown) => {
    // The page works without.
    console.info('The playground is not kept for use without a network:', error);
    return undefined;
  });
}

/** Whether this page can be kept for use without a network: as it is built, in a browser that allows it. */
export function canKeepFiles(): boolean {
  return import.meta.env.PROD && 'caches' in globalThis && 'serviceWorker' in navigator;
}

/** Whether the person asked the browser to load little. */
export function savesData(): boolean {
  return 'connection' in navigator && Object(navigator.connection).saveData === true;
}

/**
 * Lets the service worker load data files that are not kept yet, so that they are there without a network. It alone writes
 * them into its cache, since it knows their hashes.
 *
 * @throws one sentence, where one of them is not kept
 */
export async function keepFiles(
  urls: readonly string[],
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const worker = await keeper(signal);
  const missing = [...urls];
  let done = 0;
  onProgress(done);
  const next = async (): Promise<void> => {
    const url = missing.shift();
    if (url === undefined) return;
    signal.throwIfAborted();
    await keepOne(worker, url, signal);
    done++;
    onProgress(done);
    await next();
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}

/** The service worker, once it is there. @throws where there is none, or it could not be installed */
async function keeper(signal: AbortSignal): Promise<ServiceWorker> {
  const { active, waiting, installing } = (await registration) ?? {};
  const worker = active ?? waiting ?? installing;
  while (worker && worker.state !== 'activated' && worker.state !== 'redundant') {
    await new Promise((changed) => {
      worker.addEventListener('statechange', changed, { once: true });
      signal.addEventListener('abort', changed, { once: true });
    });
    signal.throwIfAborted();
  }
  if (worker?.state !== 'activated') throw new Error('This browser keeps no files of this page.');
  return worker;
}

function keepOne(worker: ServiceWorker, url: string, signal: AbortSignal): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    port1.onmessage = ({ data }) => {
      port1.close();
      if (data === undefined) resolve();
      else reject(new Error(`${url} is not kept: ${data}`));
    };
    worker.postMessage({ keep: url }, [port2]);
  });
}
