import { InputError } from '@slipform/kit/errors/input-error';

/**
 * An optional peer, loaded when it is needed.
 *
 * @param need what it is needed for, the words before "the package": `run needs`
 * @param packages the peer, and what else is installed with it
 * @throws InputError that says how to install it
 */
export async function importPeer<T>(
  need: string,
  packages: readonly string[],
  load: () => Promise<T>,
): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    throw new InputError(
      `${need} the package ${packages[0]}, which ${isMissing ? 'is not installed' : `does not load (${error})`}; npm install ${packages.join(' ')} and try again.`,
    );
  }
}

/** @param need the subject of the message where it can't be loaded */
export function importClip(need: string): Promise<typeof import('@slipform/clip')> {
  const packages = ['@slipform/clip', '@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-wasm'];
  return importPeer(`${need} needs`, packages, () => import('@slipform/clip'));
}
