import { expect, it } from 'vitest';
import { loadFailure } from './use-backend';

const failed = (message: string, code?: string): Error =>
  Object.assign(new Error(message), code === undefined ? {} : { code });
const sentence = (name: string, packageName: string, error: unknown, findsPackages = true): string =>
  loadFailure({ name, package: packageName, error, findsPackages });

it('says what to import where packages are not found by name', () => {
  const error = new TypeError("Failed to resolve module specifier '@tensorflow/tfjs-backend-wasm'");
  const webgl = sentence('webgl', '@tensorflow/tfjs-backend-webgl', error, false);
  expect(webgl).toMatch(/write import '@tensorflow\/tfjs-backend-webgl' in your own code and bundle it/);
  const wasm = sentence('wasm', '@tensorflow/tfjs-backend-wasm', error, false);
  expect(wasm).toMatch(/in your own code \(and call its setWasmPaths before useBackend\('wasm'\)\)/);
});

it('tells what is not installed from what lacks a package of its own', () => {
  const core = '@tensorflow/tfjs-backend-cpu';
  const missing = failed(`Cannot find package '${core}' imported from /x/y.js`, 'ERR_MODULE_NOT_FOUND');
  expect(sentence('cpu', core, missing)).toMatch(/which is not installed; npm install/);
  const unresolved = failed(`Could not resolve "${core}" imported by "@slipform/clip".`);
  expect(sentence('cpu', core, unresolved)).toMatch(/which is not installed; npm install/);
  const below = failed("Cannot find module 'seedrandom'\nRequire stack:\n- /x/y.js", 'MODULE_NOT_FOUND');
  expect(sentence('cpu', core, below)).toMatch(
    /installed but does not load \(Cannot find module 'seedrandom' Require stack: - \/x\/y\.js\); reinstall/,
  );
});

it('says that the native part of tfjs-node is missing, and where it comes from', () => {
  const addon = failed(
    'The Node.js native addon module (tfjs_binding.node) can not be found at path: /x. \nPlease run command',
  );
  const library = failed('libtensorflow.so.2: cannot open shared object file', 'ERR_DLOPEN_FAILED');
  for (const error of [addon, library]) {
    const text = sentence('node-gpu', '@tensorflow/tfjs-node-gpu', error);
    expect(text).toMatch(
      /installed without its native part .*npm rebuild @tensorflow\/tfjs-node-gpu with scripts/,
    );
    expect(text).toMatch(/TFJS_NODE_CDN_STORAGE.*scripts\/tfjs-node\/install\.mjs/);
    expect(text).not.toMatch(/npm install|\n/);
  }
});

it('shows whatever was thrown', () => {
  expect(sentence('webgl', 'x', 'a\u001b[31m\ntext')).toMatch(/does not load \(a\\u001b\[31m text\)/);
});
