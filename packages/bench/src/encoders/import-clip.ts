import { InputError } from '@slipform/kit/errors/input-error';

/**
 * The package `@slipform/clip`, an optional peer, loaded when it is needed.
 *
 * @param need what it is needed for, the subject of the message
 * @throws InputError that says how to install it
 */
export async function importClip(need: string): Promise<typeof import('@slipform/clip')> {
  try {
    return await import('@slipform/clip');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    throw new InputError(
      `${need} needs the package @slipform/clip, which ${isMissing ? 'is not installed' : `does not load (${error})`}; npm install @slipform/clip @tensorflow/tfjs-core @tensorflow/tfjs-backend-wasm and try again.`,
    );
  }
}
