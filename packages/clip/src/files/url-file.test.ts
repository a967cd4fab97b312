import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { InputError } from '@slipform/kit/errors/input-error';
import { memory } from '@tensorflow/tfjs-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend';
import { createClip } from '../model/create-clip';
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

async function refuses(source: string, message: RegExp): Promise<void> {
  const before = memory().numTensors;
  const load = loadClip(source);
  await expect(load).rejects.toThrow(message);
  await expect(load).rejects.toSatisfy(InputError.isInstance);
  expect(memory().numTensors).toBe(before);
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

  it('is refused if the server has no such file, and says which', async () => {
    await refuses(
      await serve((_, __, response) => response.writeHead(404).end()),
      /\/model\/config\.json answered with HTTP status 404; a model folder holds config\.json and/,
    );
  });

  it('is refused if its weights are not there', async () => {
    const url = await serve((name, request, response) => {
      if (name.endsWith('safetensors')) response.writeHead(403).end();
      else send(name, request, response);
    });
    await refuses(url, /\/model\/model\.safetensors answered with HTTP status 403/);
  });

  it('is refused if a page comes for the file', async () => {
    const page = (_: string, __: unknown, response: Parameters<RequestListener>[1]) =>
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end('<!doctype html><title>Not found</title>');
    await refuses(await serve(page), /\/model\/config\.json is an HTML page and not the file; a model/);
    server?.close();
    const untyped = await serve((name, request, response) => {
      if (name === 'model.safetensors') response.end('<!doctype html><title>Sign in</title>');
      else send(name, request, response);
    });
    await refuses(untyped, /model\.safetensors is a page of HTML or XML and not the file/);
  });

  it('is refused after an error of the server, and where there is none', async () => {
    const url = await serve((_, __, response) => response.writeHead(503).end());
    await refuses(url, /answered with HTTP status 503; try again later/);
    server?.closeAllConnections();
    await new Promise((closed) => server?.close(closed));
    await refuses(url, /could not be reached \(.*ECONNREFUSED/);
  });

  it('is refused when the download breaks off', async () => {
    const half: Handler = (name, request, response) => {
      if (name !== 'model.safetensors') return send(name, request, response);
      const bytes = Buffer.from(files[name]!);
      response.writeHead(200, { 'content-length': bytes.length });
      response.write(bytes.subarray(0, bytes.length >> 1), () => setTimeout(() => response.destroy(), 50));
    };
    await refuses(
      await serve(half),
      /The download of .*\/model\.safetensors broke off after \d+ of \d+ bytes \(.+\); try again/,
    );
  });

  it.each([-4, 4])('is refused when its Content-Length is wrong by %d', async (wrong) => {
    const url = await serve((name, request, response) => {
      if (name !== 'model.safetensors') return send(name, request, response);
      const bytes = Buffer.from(files[name]!);
      const sent = wrong < 0 ? bytes.subarray(0, wrong) : Buffer.concat([bytes, Buffer.alloc(wrong)]);
      response.writeHead(200, { 'content-length': sent.length }).end(sent);
    });
    await refuses(
      url,
      wrong < 0
        ? /model\.safetensors is cut off: its tensors end at byte \d+, its Content-Length at \d+/
        : /has bytes that belong to no tensor: .* its Content-Length at \d+/,
    );
  });

  it.each([-4, 4])('is refused when it is wrong by %d bytes and no size was told', async (wrong) => {
    const url = await serve((name, _, response) => {
      const bytes = Buffer.from(files[name] ?? '');
      if (name !== 'model.safetensors') {
        response.end(bytes);
        return;
      }
      response.write(bytes.subarray(0, 100));
      response.end(
        Buffer.concat([bytes.subarray(100), Buffer.alloc(4)]).subarray(0, bytes.length - 100 + wrong),
      );
    });
    await refuses(
      url,
      wrong < 0
        ? /model\.safetensors is cut off in the tensor visual_projection\.weight, at byte \d+ of \d+/
        : /model\.safetensors has bytes that belong to no tensor: its tensors end at byte \d+/,
    );
  });

  it('shows no password in its messages', async () => {
    const url = await serve((_, __, response) => response.writeHead(401).end());
    const signed = `${url}?signature=secret`;
    await expect(readNeededFile(signed, 'tokenizer.json')).rejects.toThrow(
      /tokenizer\.json answered with HTTP status 401/,
    );
    await expect(readNeededFile(signed, 'tokenizer.json')).rejects.not.toThrow(/secret/);
  });
});
