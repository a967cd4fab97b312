import { startedBackend } from '@slipform/tfjs-kernels/registry';
import { InputError } from '../input-error';
import { backends } from './backends';

/** tfjs-node 4.22 calls functions of node:util that Node 23 removed, when a kernel runs. */
export function restoreRemovedNodeFunctions(): void {
  if (typeof process === 'undefined' || typeof process.getBuiltinModule !== 'function') return;
  const util: object = process.getBuiltinModule('node:util');
  const removed: Readonly<Record<string, (x: unknown) => boolean>> = {
    isNullOrUndefined: (x) => x === null || x === undefined,
    isArray: (x) => Array.isArray(x),
  };
  for (const [name, value] of Object.entries(removed)) {
    if (!(name in util)) Object.defineProperty(util, name, { value, configurable: true });
  }
}

/**
 * tfjs-node and tfjs-node-gpu register under one name, so that the first to load is the one that computes.
 *
 * @throws {InputError} if the other of the two runs
 */
export function checkTfjsNode(name: 'node' | 'node-gpu'): void {
  const started = startedBackend(backends[name].registered);
  if (!started || !('isGPUPackage' in started)) return;
  const other = name === 'node' ? 'node-gpu' : 'node';
  if (started.isGPUPackage === (name === 'node-gpu')) return;
  throw new InputError(
    `useBackend: ${name} does not start, since ${backends[other].package} runs in this process already and both have one name in tfjs; start a new process for ${name}, or use ${other}.`,
  );
}
