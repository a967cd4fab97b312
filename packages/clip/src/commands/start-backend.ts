import { useWasmKernels } from '@slipform/tfjs-kernels';
import { useBackend } from '../backend/use-backend';

export interface BackendFlags {
  readonly backend: string;
  /** False with `--no-kernels`: tfjs's own kernels on wasm. */
  readonly kernels: boolean;
  /** Kernels by what V8 has behind a flag, see useWasmKernels. */
  readonly experimental?: boolean | undefined;
}

/** Starts the backend that a command was asked for, with our kernels where it is wasm. */
export async function startBackend({ backend, kernels, experimental = false }: BackendFlags): Promise<void> {
  await useBackend(backend);
  if (backend === 'wasm' && kernels) await useWasmKernels({ experimental });
}
