import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** The arguments of a Node that runs `body` as a command of its own, as each command's cli.ts does. */
function programOf(body: string): string[] {
  const from = (file: string) => JSON.stringify(join(import.meta.dirname, file));
  const code = `
    import { commandMain, outliveReader } from ${from('command-main.ts')};
    import { InputError, UsageError } from ${from('../errors/input-error.ts')};
    import { remarkIfInterrupted } from './interruption.ts';
    import { readFileSync, createReadStream } from 'node:fs';
    await commandMain('try', async () => { ${body} });`;
  return ['--import', 'tsx', '--input-type=module', '-e', code];
}

function command(body: string, stdout: 'pipe' | number = 'pipe') {
  const { status, stderr } = spawnSync(process.execPath, programOf(body), {
    cwd: import.meta.dirname,
    encoding: 'utf8',
    stdio: ['ignore', stdout, 'pipe'],
  });
  return { status, stderr };
}

it.each([
  ['return 0;', 0, ''],
  ['return 1;', 1, ''],
  ["throw new InputError('seed must be an integer.');", 1, 'try: seed must be an integer.\n'],
  ["throw new UsageError('--x needs --y.');", 2, 'try: --x needs --y.\n'],
  ["throw new InputError('got \\u001b[31mred');", 1, 'try: got \\u001b[31mred\n'],
  ["readFileSync('none.txt');", 1, 'try: cannot open none.txt: there is no such file or folder.\n'],
  // Beside the promise that the command waits for.
  [
    "createReadStream('none.txt'); await new Promise((r) => setTimeout(r, 1e9));",
    1,
    'try: cannot open none.txt: there is no such file or folder.\n',
  ],
  ["throw Object.assign(new Error('x'), { code: 'commander.help', exitCode: 0 });", 0, ''],
  ["throw Object.assign(new Error('x'), { code: 'commander.unknownOption', exitCode: 1 });", 2, ''],
])('%s ends with %i', (body, status, stderr) => {
  expect(command(body)).toEqual({ status, stderr });
});

it('shows the stack of a bug, and ends with 1', () => {
  const { status, stderr } = command("throw new TypeError('x is undefined');");
  expect(status).toBe(1);
  expect(stderr).toMatch(/^try: this is a bug, please report it: TypeError: x is undefined\n +at /);
});

it('says that standard output is full', () => {
  const full = openSync('/dev/full', 'w');
  const result = command("process.stdout.write('x'.repeat(1e6)); return 0;", full);
  closeSync(full);
  expect(result).toEqual({ status: 1, stderr: 'try: cannot write to standard output: the disk is full.\n' });
});

it.each([
  ['', ''],
  ['outliveReader();', 'saved'],
])('whose reader has gone, after "%s", still does: "%s"', async (first, done) => {
  const print = "process.stdout.write('a line\\n'); await new Promise((r) => setTimeout(r, 20));";
  const body = `${first} for (let i = 0; i < 5; i++) { ${print} } process.stderr.write('saved'); return 0;`;
  const child = spawn(process.execPath, programOf(body), {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let said = '';
  child.stderr.on('data', (bytes) => {
    said += bytes;
  });
  const [status] = await once(child, 'close');
  expect([status, said]).toEqual([0, done]);
});

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
])('ends with %s, and lets what runs at the exit run', (signal, status) => {
  const left = `process.on('exit', () => process.stderr.write('cleared')); process.kill(process.pid, '${signal}');`;
  const wait = 'await new Promise((r) => setTimeout(r, 1e9));';
  expect(command(left + wait)).toEqual({ status, stderr: 'cleared' });
  expect(command(`process.once('${signal}', () => process.exit(7)); ${left} ${wait}`).status).toBe(7);
});

it('says what an interruption leaves of an open output, and nothing where none is open', () => {
  const stop = "process.kill(process.pid, 'SIGINT'); await new Promise((r) => setTimeout(r, 1e9));";
  const open = "const close = remarkIfInterrupted(() => 'nothing was written.');";
  expect(command(open + stop)).toEqual({ status: 130, stderr: '\ntry: interrupted; nothing was written.\n' });
  expect(command(`${open} close(); ${stop}`)).toEqual({ status: 130, stderr: '' });
});
