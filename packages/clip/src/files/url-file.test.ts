import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend';
import { createClip } from '../model/create-clip';
import { refuses } from '../testing/refuses';
import { tinyConfig } from '../testing/tiny';
import { loadClip } from '../weights/load-clip';
import { clipFiles } from '../weights/save-clip';
import { readNeededFile } from './read-file';

type Handler = (name: string, ...rest: Parameters<RequestListener>) => void;

let server: Server | undefined;
let files: Record<string, Uint8Array | string>;

async function serve(handler: Handler): Promise<string> {
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    handler(pathname.slice(pathname.lastIndexOf('/') + 1), request, response);
  });
  await new Promise<void>((listening) => server!.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/model`;
}

const send: Handler = (name, _, response) => {
  if (files[name] === undefined) response.writeHead(404).end('no');
  else response.writeHead(200, { 'content-length': Buffer.byteLength(files[name]) }).end(files[name]);
};

beforeAll(async () => {
  await useBackend('cpu');
  const model = createClip(tinyConfig, { seed: 2 });
  files = { ...(await clipFiles(model)) };
  model.dispose();
});
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});
afterAll(() => server?.close());

async function loadsWhole(source: string | URL): Promise<void> {
  const model = await loadClip(source);
  expect((await clipFiles(model))['model.safetensors']).toEqual(files['model.safetensors']);
  model.dispose();
}

describe('a model at a URL', () => {
  it('is loaded, with and without the slash, and the query that signs it', async () => {
    const queries: (string | undefined)[] = [];
    const url = await serve((name, request, response) => {
      queries.push(request.url?.split('?')[1]);
      send(name, request, response);
    });
    await loadsWhole(url);
    await loadsWhole(new URL(`${url}/?key=1`));
    expect(queries.slice(-2)).toEqual(['key=1', 'key=1']);
  });

  it('is loaded without a Content-Length, in crumbs, and compressed', async () => {
    const crumbs = await serve((name, _, response) => {
      const bytes = Buffer.from(files[name] ?? '');
      for (let at = 0; at < bytes.length; at += 777) response.write(bytes.subarray(at, at + 777));
      response.end();
    });
    await loadsWhole(crumbs);
    server?.close();
    const compressed = await serve((name, _, response) => {
      const bytes = gzipSync(files[name] ?? '');
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': bytes.length }).end(bytes);
    });
    await loadsWhole(compressed);
  });

  const status =
    (code: number): Handler =>
    (_, __, response) =>
      response.writeHead(code).end();
  /** The files, with other weights; without a `length` no size is told. */
  const weights =
    (answer: (bytes: Buffer, response: Parameters<Handler>[2]) => void): Handler =>
    (name, request, response) =>
      name === 'model.safetensors'
        ? answer(Buffer.from(files[name]!), response)
        : send(name, request, response);
  /** As many bytes too few or too many. */
  const wrongBy = (wrong: number, isTold: boolean) =>
    weights((bytes, response) => {
      const sent = Buffer.concat([bytes, Buffer.alloc(4)]).subarray(0, bytes.length + wrong);
      if (isTold) response.writeHead(200, { 'content-length': sent.length });
      response.write(sent.subarray(0, 100));
      response.end(sent.subarray(100));
    });
  const page = '<!doctype html><title>Not found</title>';

  it.each<[string, Handler, RegExp]>([
    [
      'no such file',
      status(404),
      /\/model\/config\.json answered with HTTP status 404; a model folder holds config\.json and/,
    ],
    [
      'no weights',
      weights((_, response) => response.writeHead(403).end()),
      /\/model\/model\.safetensors answered with HTTP status 403/,
    ],
    [
      'a page for the config',
      (_, __, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page),
      /\/model\/config\.json is an HTML page and not the file; a model/,
    ],
    [
      'a page for the weights',
      weights((_, response) => response.end(page)),
      /model\.safetensors is a page of HTML or XML and not the file/,
    ],
    [
      'a download that breaks off',
      weights((bytes, response) => {
        response.writeHead(200, { 'content-length': bytes.length });
        response.write(bytes.subarray(0, bytes.length >> 1), () => setTimeout(() => response.destroy(), 50));
      }),
      /The download of .*\/model\.safetensors broke off after \d+ of \d+ bytes \(.+\); try again/,
    ],
    [
      'a length too short',
      wrongBy(-4, true),
      /model\.safetensors is cut off: its tensors end at byte \d+, its Content-Length at \d+/,
    ],
    [
      'a length too long',
      wrongBy(4, true),
      /has bytes that belong to no tensor: .* its Content-Length at \d+/,
    ],
    [
      'too few bytes, of no length',
      wrongBy(-4, false),
      /model\.safetensors is cut off in the tensor visual_projection\.weight, at byte \d+ of \d+/,
    ],
    [
      'too many bytes, of no length',
      wrongBy(4, false),
      /model\.safetensors has bytes that belong to no tensor: its tensors end at byte \d+/,
    ],
  ])('is refused with %s', async (_, handler, message) => {
    await refuses(await serve(handler), message);
  });

  it('is refused after an error of the server, and where there is none', async () => {
    const url = await serve(status(503));
    await refuses(url, /answered with HTTP status 503; try again later/);
    server?.closeAllConnections();
    await new Promise((closed) => server?.close(closed));
    await refuses(url, /could not be reached \(.*ECONNREFUSED/);
  });

  it('shows no password in its messages', async () => {
    const url = await serve(status(401));
    const signed = `${url}?signature=secret`;
    await expect(readNeededFile(signed, 'tokenizer.json')).rejects.toThrow(
      /tokenizer\.json answered with HTTP status 401/,
    );
    await expect(readNeededFile(signed, 'tokenizer.json')).rejects.not.toThrow(/secret/);
  });
});
