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

/**
 * Lets the service worker keep a large file, so that it is there without a network. It alone writes into its cache, since it
 * knows the hashes. Where nothing can be kept, nothing happens.
 */
export async function keepFile(url: string): Promise<void> {
  const { active, waiting, installing } = (await registration) ?? {};
  const worker = active ?? waiting ?? installing;
  if (worker === undefined || worker === null) return;
  while (worker.state !== 'activated') {
    if (worker.state === 'redundant') return;
    await new Promise((changed) => worker.addEventListener('statechange', changed, { once: true }));
  }
  worker.postMessage({ keep: url });
}
