import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach } from 'vitest';

export interface Received {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export type Answer = (received: Received, response: ServerResponse) => void;

export interface TestServer {
  /** The base address, without `/` at its end. */
  readonly url: () => string;
  /** What came since the test began. */
  readonly received: Received[];
  /** The most requests that were being answered at a time. */
  readonly busiest: () => number;
  answer: Answer;
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

/** An HTTP server of the test's own on this machine, for what no server of the protocol does when asked. */
export function useTestServer(): TestServer {
  const received: Received[] = [];
  let [open, most] = [0, 0];
  const server = createServer(async (request, response) => {
    open += 1;
    most = Math.max(most, open);
    response.on('close', () => {
      open -= 1;
    });
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const whole = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks) };
    received.push(whole);
    it.answer(whole, response);
  });
  const it: TestServer = {
    url: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    busiest: () => most,
    answer: (_, response) => sendJson(response, {}),
  };
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  beforeEach(() => {
    received.length = 0;
    most = 0;
  });
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return it;
}
