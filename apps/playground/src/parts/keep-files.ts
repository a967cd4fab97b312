const atOnce = 3;

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
  const { active } = await navigator.serviceWorker.ready;
  const missing = [...urls];
  let done = 0;
  onProgress(done);
  const next = async (): Promise<void> => {
    const url = missing.shift();
    if (url === undefined) return;
    signal.throwIfAborted();
    await keepOne(active!, url, signal);
    done++;
    onProgress(done);
    await next();
  };
  await Promise.all(Array.from({ length: atOnce }, next));
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
