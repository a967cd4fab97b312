/** Lets the service worker keep the page, so that it opens without a network. Only what is built has one. */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // Relative to the page: the playground may lie in any folder.
  navigator.serviceWorker.register('./service-worker.js').catch((error: unknown) => {
    // The page works without; a private window may refuse it.
    console.info('The playground is not kept for use without a network:', error);
  });
}
