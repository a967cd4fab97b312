import { engine } from '@tensorflow/tfjs-core';
import type { KernelModule } from './kernel-module';

interface Installation {
  /** Handles that have not been removed, the latest last: it says which kernels run. */
  readonly handles: { readonly kernels: KernelModule }[];
  installed: { readonly kernels: KernelModule; readonly uninstall: () => void } | undefined;
}

/** Where it stands on tfjs's engine. Kernels are registered there, by all copies of this package (CommonJS beside ES). */
const INSTALLATION = Symbol.for('@slipform/clip/wasm-kernels/3');

/** The kernels that are in place on the wasm backend. */
export function installation(): Installation {
  const known = Reflect.get(engine(), INSTALLATION) as Installation | undefined;
  const found = known ?? { handles: [], installed: undefined };
  if (known === undefined) Reflect.set(engine(), INSTALLATION, found);
  return found;
}
