/** The cache in which the service worker keeps data; `build/service-worker.js` has the same name. */
const cacheName = 'slipform-data';
const atOnce = 3;

/** Whether this page can be kept for use without a network: as it is built, in a browser that allows it. */
export function canKeepFiles(): boolean {
  return import.meta.env.PROD && 'caches' in globalThis && 'serviceWorker' in navigator;
}

/** Whether the person asked the browser to load little. */
export function savesData(): boolean {
  return 'connection' in navigator && Object(navigator.connection).saveData === true;
}

/** Loads data files that are not kept yet, so that they are there without a network. */
export async function keepFiles(
  urls: readonly string[],
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const cache = await caches.open(cacheName);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  const missing = urls.filter((url) => !kept.has(url));
  let done = urls.length - missing.length;
  onProgress(done);
  const next = async (): Promise<void> => {
    const url = missing.shift();
    if (url === undefined) return;
    signal.throwIfAborted();
    const response = await fetch(url, { signal, priority: 'low' });
    if (!response.ok) throw new Error(`The server answered ${response.status}.`);
    await cache.put(url, response);
    done++;
    onProgress(done);
    await next();
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}
