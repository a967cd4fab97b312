import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../../dist/', import.meta.url));
const base = '/any/folder/';
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** The built playground on a server of plain files, in a folder, as any host would have it. */
export interface ServedPlayground {
  readonly url: string;
  /** What was asked for, in order, without the folder. */
  readonly asked: readonly string[];
  /** Takes the server away, as when the network is gone. */
  close(): Promise<void>;
}

/**
 * @param dist the folder of a build; that of this checkout by default
 * @param ready a file is sent when this has come
 */
export async function serveBuilt(
  dist = built,
  ready: (path: string) => Promise<void> | undefined = () => undefined,
): Promise<ServedPlayground> {
  if (!existsSync(join(dist, 'index.html'))) {
    throw new Error('The playground is not built; npm run build -w @slipform/playground.');
  }
  const asked: string[] = [];
  const served: ServedPlayground = { url: '', asked, close: async () => {} };
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://any');
    const path = normalize(pathname.slice(base.length));
    asked.push(path);
    const file = join(dist, path === '.' ? 'index.html' : path);
    try {
      if (!pathname.startsWith(base) || path.startsWith('..')) throw new Error('outside of the folder');
      await ready(path);
      const bytes = await readFile(file);
      response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
      response.end(bytes);
    } catch {
      response.statusCode = 404;
      response.end('not here');
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return Object.assign(served, {
    url: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  });
}
