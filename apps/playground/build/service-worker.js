// Keeps the page for use without a network. What was built is kept whole when a version is installed; large files, whose
// names change with their content, are kept when a room has loaded them. `build/offline.ts` fills the settings in.
//
// A network may answer with a page of its own, status 200, in place of any file: the sign-in of a hotel. So a file is kept
// and used by its hash alone, and the page, into which a host may write something, by the name of its script.
const { version, entry, files, later } = __SETTINGS__;
const shell = `slipform-shell-${version}`;
const large = 'slipform-data';
/** Files that came wrong: the browser's own cache may hold the answer. */
const doubted = new Set();

self.addEventListener('install', (event) => {
  // A page that is open keeps its own version: it may still load a room of it.
  event.waitUntil(keepShell());
});

async function keepShell() {
  const cache = await caches.open(shell);
  // Past the browser's own cache, in which a file of the last version may lie, and without leaving a wrong answer in it.
  const add = async (path, isRight) => {
    const response = await fetch(`./${path}`, { cache: 'no-store' });
    const bytes = await response.arrayBuffer();
    if (!response.ok || !(await isRight(bytes)))
      throw new Error(`${path || 'The page'} came as something else.`);
    await cache.put(`./${path}`, new Response(bytes, response));
  };
  const isPage = (bytes) => new TextDecoder().decode(bytes).includes(entry);
  await Promise.all([
    ...['', 'index.html'].map((path) => add(path, isPage)),
    ...Object.entries(files).map(([path, hash]) => add(path, (bytes) => isOf(hash, bytes))),
  ]);
}

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

/** Takes away large files that only the last version had. */
async function dropOldData() {
  const cache = await caches.open(large);
  const old = (await cache.keys()).filter(({ url }) => !Object.hasOwn(later, pathOf(url)));
  await Promise.all(old.map((request) => cache.delete(request)));
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (!pathname.startsWith(new URL(self.registration.scope).pathname)) return;
  const path = pathOf(request.url);
  event.respondWith(Object.hasOwn(later, path) ? keptOrLoaded(request) : ofShell(path, request));
});

/** `parts/keep-files.ts` asks for a large file to be kept; the page works without. */
self.addEventListener('message', (event) => {
  event.waitUntil(keep(event.data.keep).catch(() => {}));
});

async function keep(url) {
  const response = await keptOrLoaded(new Request(url, { priority: 'low' }));
  await response.arrayBuffer();
}

async function ofShell(path, request) {
  const cache = await caches.open(shell);
  return (await cache.match(path === '' ? './' : `./${path}`)) ?? fetch(request);
}

/** A large file never changes under its name, so that what is kept and has its hash is right. */
async function keptOrLoaded(request) {
  const { url } = request;
  const hash = later[pathOf(url)];
  const cache = await caches.open(large);
  const kept = await cache.match(url);
  if (kept !== undefined) {
    const bytes = await kept.arrayBuffer();
    if (await isOf(hash, bytes)) return new Response(bytes, kept);
    await cache.delete(url);
  }
  const loaded = await fetch(request, doubted.has(url) ? { cache: 'reload' } : {});
  return loaded.ok && loaded.body !== null ? passedOn(loaded, hash, url) : loaded;
}

/** Passes a file on while it comes, keeps it if it is right, and else breaks off where its end would be. */
function passedOn(loaded, hash, url) {
  const parts = [];
  const checked = new TransformStream({
    transform(part, controller) {
      parts.push(part);
      controller.enqueue(part);
    },
    async flush() {
      const bytes = await new Blob(parts).arrayBuffer();
      if (!(await isOf(hash, bytes))) {
        doubted.add(url);
        throw new Error(`${url} came as something else.`);
      }
      doubted.delete(url);
      // A full disk must not keep the page from its data.
      await (await caches.open(large)).put(url, new Response(bytes, loaded)).catch(() => {});
    },
  });
  return new Response(loaded.body.pipeThrough(checked), loaded);
}

async function isOf(hash, bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return hash === [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function pathOf(url) {
  return new URL(url).pathname.slice(new URL(self.registration.scope).pathname.length);
}
