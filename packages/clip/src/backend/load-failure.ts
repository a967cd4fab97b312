import { printable } from '@slipform/kit/text/printable';

/** What is known about a package that did not load. */
export interface LoadFailure {
  /** The backend's name, as the user wrote it. */
  readonly name: string;
  readonly package: string;
  readonly error: unknown;
  /** Whether packages can be found by name here: in Node, Deno and Bun, not in a page. */
  readonly findsPackages: boolean;
}

/** Why a backend's package did not load and what to do about it, in one sentence. */
export function loadFailure({ name, package: packageName, error, findsPackages }: LoadFailure): string {
  const needs = `useBackend: ${name} needs the package ${packageName}`;
  const message = error instanceof Error ? error.message : String(error);
  const reason = printable(message.replace(/\s+/g, ' ').trim());
  if (!findsPackages) {
    const paths = name === 'wasm' ? " (and call its setWasmPaths before useBackend('wasm'))" : '';
    return `${needs}, which a page cannot find by its name (${reason}); write import '${packageName}' in your own code${paths} and bundle it, after npm install ${packageName} where it is missing.`;
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  // Node, Bun and Vite quote what they did not find first. It may also be a package that this one needs.
  if (/['"]([^'"]+)['"]/.exec(message)?.[1] === packageName) {
    return `${needs}, which is not installed; npm install ${packageName} and try again (in a bundle, write import '${packageName}' in your own code).`;
  }
  if (
    name.startsWith('node') &&
    (code === 'ERR_DLOPEN_FAILED' || /native addon|libtensorflow/.test(message))
  ) {
    return `${needs}, which is installed without its native part (${reason}); run npm rebuild ${packageName} with scripts allowed, which downloads TensorFlow from storage.googleapis.com (or from the mirror in TFJS_NODE_CDN_STORAGE), or scripts/tfjs-node/install.mjs of Slipform's repository, which takes it from PyPI (docs/tfjs-node.md of @slipform/clip), or use wasm.`;
  }
  return `${needs}, which is installed but does not load (${reason}); reinstall it with scripts allowed, or use another backend.`;
}
