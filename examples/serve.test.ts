import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const source = join(import.meta.dirname, 'cement-loss-browser', 'serve.mjs');
const workspace = mkdtempSync(join(tmpdir(), 'slipform-serve-'));
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

/** The server in a folder with such a name, started by that path, until `use` is done with its port. */
async function withServer<T>(folder: string, file: string, use: (port: number) => Promise<T>): Promise<T> {
  mkdirSync(join(folder, 'dist'), { recursive: true });
  cpSync(source, join(folder, 'serve.mjs'));
  writeFileSync(join(folder, 'dist', 'index.html'), 'the page');
  const server = spawn(process.execPath, [file], { env: { ...process.env, PORT: '0' } });
  try {
    const port = await new Promise<number>((resolve, reject) => {
      let said = '';
      for (const stream of [server.stdout, server.stderr]) {
        stream.on('data', (chunk) => {
          said += chunk;
          const found = /localhost:(\d+)/.exec(said);
          if (found) resolve(Number(found[1]));
        });
      }
      server.on('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)));
    });
    return await use(port);
  } finally {
    server.kill();
  }
}

/** The status of the answer to a request line as it is, which no client would write. */
function statusOf(port: number, line: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`${line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    });
    socket.on('data', (chunk) => {
      said += chunk;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(said)?.[1])));
  });
}

it('answers every request, and lives on', async () => {
  const folder = join(workspace, 'plain');
  const hostile = [
    '//',
    '///',
    '//[',
    '//:80',
    'http://[',
    'http://:99999999/',
    'http://user@:80/',
    '*',
    '/%',
    '/%00',
  ];
  hostile.push(
    '/../serve.mjs',
    '/dist/index.html',
    '/..%2fserve.mjs',
    '//localhost/index.html',
    '?',
    '/[',
    '/:80',
    '\\\\',
  );
  await withServer(folder, join(folder, 'serve.mjs'), async (port) => {
    for (const method of ['GET', 'POST', 'OPTIONS']) {
      for (const target of hostile) {
        expect([400, 404], `${method} ${target}`).toContain(await statusOf(port, `${method} ${target}`));
      }
    }
    for (const target of ['/', '/index.html', '/?steps=3', `http://localhost:${port}/index.html`]) {
      expect(await statusOf(port, `GET ${target}`), target).toBe(200);
    }
  });
});

it.each(['with a space', 'per%20cent, # and ?', 'Größe'])(
  'starts from a folder called "%s"',
  async (name) => {
    const folder = join(workspace, name);
    const page = await withServer(folder, join(folder, 'serve.mjs'), async (port) =>
      (await fetch(`http://127.0.0.1:${port}/`)).text(),
    );
    expect(page).toBe('the page');
  },
);

it('starts through a link', async () => {
  const folder = join(workspace, 'linked to');
  mkdirSync(folder);
  const link = join(workspace, 'link.mjs');
  symlinkSync(join(folder, 'serve.mjs'), link);
  expect(await withServer(folder, link, (port) => statusOf(port, 'GET /'))).toBe(200);
});
