import { InputError } from '@slipform/kit/errors/input-error';

/** `@slipform/icons/files`, an optional peer. @throws InputError that says how to install it */
export async function importIcons(caller: string): Promise<typeof import('@slipform/icons/files')> {
  try {
    return await import('@slipform/icons/files');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    throw new InputError(
      `${caller} draws with the package @slipform/icons, which ${isMissing ? 'is not installed' : `does not load (${error})`}; npm install @slipform/icons @resvg/resvg-js and try again.`,
    );
  }
}
