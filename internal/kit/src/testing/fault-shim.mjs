/**
 * Preloaded (`node --import`), it lets one call of the file system fail below one folder, and says at the end how many calls
 * there were and how many it let fail. By environment variables:
 *
 * - FAULT_FOLDER: calls for other paths are neither counted nor touched
 * - FAULT_CALL: write, fsync, rename, open, mkdir or link; FAULT_AT: the n-th of these, from 1; 0: none
 * - FAULT: EIO, once; ENOSPC, from then on for ever; short: half of the bytes are written, and then ENOSPC for ever; stop: the
 *   process stops itself before the call (SIGSTOP), and makes it when it goes on
 * - FAULT_REPORT: a file that gets a line of JSON from each thread
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const { FAULT_FOLDER, FAULT_CALL, FAULT_AT, FAULT, FAULT_REPORT } = process.env;
const { appendFileSync } = fs;
const counts = { write: 0, fsync: 0, rename: 0, open: 0, mkdir: 0, link: 0 };
let injected = 0;
/** Within a call that is counted itself. */
let isNested = false;

/** Paths of what is open, by descriptor and by handle. */
const paths = new Map();
const handles = new WeakMap();

const texts = { EIO: [-5, 'i/o error'], ENOSPC: [-28, 'no space left on device'] };

function errorOf(code, syscall, path) {
  const [errno, text] = texts[code];
  const error = new Error(`${code}: ${text}, ${syscall}${path === undefined ? '' : ` '${path}'`}`);
  return Object.assign(error, { errno, code, syscall }, path === undefined ? {} : { path });
}

function pathOf(place) {
  if (typeof place === 'number') return paths.get(place);
  if (place instanceof URL) return fileURLToPath(place);
  if (typeof place === 'string' || Buffer.isBuffer(place)) return resolve(String(place));
  return handles.get(place);
}

const isInside = (path) =>
  path !== undefined && (path === FAULT_FOLDER || path.startsWith(FAULT_FOLDER + sep));

/** What is to happen to this call: undefined, an error's code, or 'short'. */
function faultOf(call, ...places) {
  if (isNested || !places.some((place) => isInside(pathOf(place)))) return undefined;
  counts[call] += 1;
  const at = Number(FAULT_AT);
  if (call !== FAULT_CALL || at === 0) return undefined;
  const isNow = counts[call] === at;
  if (FAULT === 'stop') {
    if (isNow) process.kill(process.pid, 'SIGSTOP');
    return undefined;
  }
  if (!isNow && !(counts[call] > at && FAULT !== 'EIO')) return undefined;
  injected += 1;
  return FAULT === 'short' && !isNow ? 'ENOSPC' : FAULT;
}

/** The arguments of a write with half of the bytes, behind `first` arguments that stay; undefined where there is no half. */
function halved(first, [data, ...more]) {
  if (Array.isArray(data)) {
    const half = halved(0, [data[0]]);
    return half && [[half[0]], ...more];
  }
  if (typeof data === 'string') {
    const half = Buffer.from(data).subarray(0, Buffer.byteLength(data) >> 1);
    // Of a text, the place may follow.
    return half.length === 0 ? undefined : [half, ...(first ? [0, half.length, more[0]] : more)];
  }
  if (!ArrayBuffer.isView(data)) return undefined;
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  if (!first) return bytes.length < 2 ? undefined : [bytes.subarray(0, bytes.length >> 1), ...more];
  const options = typeof more[0] === 'object' && more[0] !== null ? more[0] : undefined;
  const {
    offset = 0,
    length = bytes.length - offset,
    position = null,
  } = options ?? { offset: more[0] ?? 0, length: more[1] ?? undefined, position: more[2] };
  return length < 2 ? undefined : [bytes, offset, length >> 1, position];
}

/**
 * Puts a fault before a function. `at` is how many arguments come before the data of a write: 0 for a method of a handle, 1
 * for a function of a path or a descriptor.
 */
function wrap(object, name, call, { at = 1, isWhole = false, places = ([first]) => [first] } = {}) {
  const original = object[name];
  const isSync = name.endsWith('Sync');
  object[name] = function (...args) {
    const callback = !isSync && typeof args.at(-1) === 'function' ? args.at(-1) : undefined;
    const given = at === 0 ? [this] : places(args);
    const fault = faultOf(call, ...given);
    const callOriginal = (...actual) => {
      const before = isNested;
      isNested ||= isSync;
      try {
        return original.apply(this, actual);
      } finally {
        isNested = before;
      }
    };
    if (fault === undefined) return callOriginal(...args);
    const named = at === 1 && typeof given[0] !== 'number' && handles.get(given[0]) === undefined;
    const end = (code) => {
      const error = errorOf(
        code,
        isWhole ? 'write' : name.replace(/Sync$/, ''),
        named ? String(given[0]) : undefined,
      );
      if (callback) return process.nextTick(callback, error);
      if (isSync) throw error;
      return Promise.reject(error);
    };
    if (fault !== 'short') return end(fault);
    const rest = args.slice(at, callback ? -1 : undefined);
    const half = halved(isWhole ? 0 : 1, rest);
    if (half === undefined) return end('ENOSPC');
    const before = args.slice(0, at);
    if (!isWhole) return callOriginal(...before, ...half, ...(callback ? [callback] : []));
    // What writes all of its bytes meets the full disk behind the half.
    const begun = callOriginal(...before, ...half);
    return isSync ? end('ENOSPC') : begun.then(() => end('ENOSPC'));
  };
}

function remember(object) {
  const { open, openSync, promises } = object;
  object.openSync = (path, ...more) => {
    const descriptor = openSync(path, ...more);
    paths.set(descriptor, pathOf(path));
    return descriptor;
  };
  object.open = (path, ...more) => {
    const callback = more.pop();
    open(path, ...more, (error, descriptor) => {
      if (!error) paths.set(descriptor, pathOf(path));
      callback(error, descriptor);
    });
  };
  const openHandle = promises.open;
  promises.open = async (path, ...more) => {
    const handle = await openHandle(path, ...more);
    handles.set(handle, pathOf(path));
    paths.set(handle.fd, pathOf(path));
    return handle;
  };
}

const probe = await fs.promises.open(fileURLToPath(import.meta.url));
const FileHandle = Object.getPrototypeOf(probe);
await probe.close();
remember(fs);

const two = { places: ([from, to]) => [to, from] };
for (const [call, names, options] of [
  ['open', ['open', 'openSync']],
  ['mkdir', ['mkdir', 'mkdirSync', 'mkdtemp', 'mkdtempSync']],
  ['rename', ['rename', 'renameSync'], two],
  ['link', ['link', 'linkSync', 'symlink', 'symlinkSync'], { places: ([, to]) => [to] }],
  ['fsync', ['fsync', 'fsyncSync', 'fdatasync', 'fdatasyncSync']],
  ['write', ['write', 'writeSync', 'writev', 'writevSync']],
  ['write', ['writeFileSync', 'appendFileSync'], { isWhole: true }],
]) {
  for (const name of names) {
    wrap(fs, name, call, options);
    if (name in fs.promises) wrap(fs.promises, name, call, options);
  }
}
// With a callback, they call `write`.
for (const name of ['writeFile', 'appendFile']) wrap(fs.promises, name, 'write', { isWhole: true });
for (const name of ['sync', 'datasync']) wrap(FileHandle, name, 'fsync', { at: 0 });
for (const name of ['write', 'writev']) wrap(FileHandle, name, 'write', { at: 0 });
for (const name of ['writeFile', 'appendFile']) wrap(FileHandle, name, 'write', { at: 0, isWhole: true });
syncBuiltinESMExports();

process.on('exit', () => {
  appendFileSync(FAULT_REPORT, `${JSON.stringify({ counts, injected })}\n`);
});
