// Serves dist on this machine only. PORT chooses the port, 8000 by default.
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

/** A server of the page; `port` 0 takes a free one. */
export function serve(port) {
  const server = createServer(async ({ url }, response) => {
    const name = new URL(url, 'http://localhost').pathname.slice(1) || 'index.html';
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

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const port = Number(process.env.PORT ?? 8000);
  const server = await serve(port).catch((error) => {
    console.error(
      `Port ${port} can't be had (${error.code ?? error.message}); choose another, as in PORT=8001.`,
    );
    process.exit(1);
  });
  console.log(
    `Open http://localhost:${server.address().port}/ (add ?backend=webgl or ?backend=wasm to choose)`,
  );
}
