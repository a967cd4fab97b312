// Keeps the page for use without a network. What was built is kept whole when a version is installed; data files, whose
// names change with their content, are kept when a room has loaded them. `build/offline.ts` fills the settings in.
const { version, files, later } = __SETTINGS__;
const shell = `slipform-shell-${version}`;
const data = 'slipform-data';
const isLater = new Set(later);

self.addEventListener('install', (event) => {
  // `reload`: past the browser's own cache, in which a file of the last version may lie.
  const requests = ['', ...files].map((file) => new Request(`./${file}`, { cache: 'reload' }));
  // A page that is open keeps its own version: it may still load a room of it.
  event.waitUntil(caches.open(shell).then((cache) => cache.addAll(requests)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('slipform-shell-') && name !== shell)
            .map((name) => caches.delete(name)),
        ),
      )
      .then(dropOldData)
      .then(() => self.clients.claim()),
  );
});

/** Takes away data files that only the last version had. */
async function dropOldData() {
  const cache = await caches.open(data);
  const { pathname } = new URL(self.registration.scope);
  const old = (await cache.keys()).filter(
    ({ url }) => !isLater.has(new URL(url).pathname.slice(pathname.length)),
  );
  await Promise.all(old.map((request) => cache.delete(request)));
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  const scope = new URL(self.registration.scope);
  if (!url.pathname.startsWith(scope.pathname)) return;
  const path = url.pathname.slice(scope.pathname.length);
  event.respondWith(isLater.has(path) ? keptOrLoaded(request) : ofShell(path, request));
});

async function ofShell(path, request) {
  const cache = await caches.open(shell);
  return (await cache.match(path === '' ? './' : `./${path}`)) ?? fetch(request);
}

/** A data file never changes under its name, so that what is kept is right. */
async function keptOrLoaded(request) {
  const cache = await caches.open(data);
  const kept = await cache.match(request.url);
  if (kept !== undefined) return kept;
  const loaded = await fetch(request);
  // A full disk must not keep the page from its data.
  if (loaded.ok) await cache.put(request.url, loaded.clone()).catch(() => {});
  return loaded;
}
