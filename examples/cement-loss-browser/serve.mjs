// Serves dist on this machine only. PORT chooses the port, 8000 by default.
import { realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

const types = {
  html: 'text/html',
  js: 'text/javascript',
  json: 'application/json',
  wasm: 'application/wasm',
};
const files = ['index.html', 'page.js', 'embeddings.json'].concat(
  ['', '-simd', '-threaded-simd'].map((kind) => `tfjs-backend-wasm${kind}.wasm`),
);

/** The file that a request is for; nothing where its target is neither a path nor a whole address. */
function nameOf(target) {
  // Not `new URL(target, …)`, which throws for "//": it takes it for an address without a host.
  const [path] = target.split(/[?#]/);
  if (path.startsWith('/')) return path.slice(1) || 'index.html';
  return URL.canParse(target) ? new URL(target).pathname.slice(1) || 'index.html' : undefined;
}

/** A server of the page; `port` 0 takes a free one. */
export function serve(port) {
  const server = createServer(async ({ url }, response) => {
    const name = nameOf(url);
    if (name === undefined) return response.writeHead(400).end('This is no address.');
    if (!files.includes(name)) return response.writeHead(404).end();
    try {
      const body = await readFile(new URL(`dist/${name}`, import.meta.url));
      response.writeHead(200, { 'content-type': types[name.split('.').pop()] }).end(body);
    } catch {
      response.writeHead(500).end('Nothing to serve yet: run node main.mjs first.');
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve(server));
  });
}

if (process.argv[1] && realpathSync(process.argv[1]) === import.meta.filename) {
  const port = Number(process.env.PORT ?? 8000);
  const server = await serve(port).catch((error) => {
    console.error(
      `Port ${process.env.PORT ?? port} can't be had (${error.code ?? error.message}); choose another, as in PORT=8001.`,
    );
    process.exit(1);
  });
  console.log(
    `Open http://localhost:${server.address().port}/ (add ?backend=webgl or ?backend=wasm to choose)`,
  );
}
