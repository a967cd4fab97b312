import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileReason } from '@slipform/kit/errors/file-error';
import { InputError } from '@slipform/kit/errors/input-error';
import type { ImageInput } from '../encoders/encoder';

/** SHA-256, in hex, of what a model gets to see: of a file its bytes, whatever it is called. */
export async function hashImage(image: ImageInput): Promise<string> {
  const hash = createHash('sha256').update('image\0');
  if (typeof image === 'string') {
    const bytes = await readFile(image).catch((error: unknown) => {
      throw new InputError(`${image} could not be read: ${fileReason(error)}.`);
    });
    return hash.update(bytes).digest('hex');
  }
  if (image instanceof Blob) return hash.update(new Uint8Array(await image.arrayBuffer())).digest('hex');
  if (image instanceof Uint8Array) return hash.update(image).digest('hex');
  // Pixels with other names than files', so that pixels are never taken for the bytes of a file.
  if (image instanceof Float32Array) return hash.update('pixels\0').update(bytesOf(image)).digest('hex');
  if ('shape' in image) {
    const values = Float32Array.from(await image.data());
    return hash.update('pixels\0').update(bytesOf(values)).digest('hex');
  }
  if (!('data' in image)) {
    throw new InputError(
      'cachedEncoder: an image must be a file, bytes or pixels, got what a page shows; pass getImageData() of a canvas.',
    );
  }
  return hash.update(`raw ${image.width} ${image.height}\0`).update(image.data).digest('hex');
}

export function hashText(text: string): string {
  // Lone surrogates would all become the same byte sequence in UTF-8.
  return createHash('sha256').update('text\0').update(Buffer.from(text, 'utf16le')).digest('hex');
}

function bytesOf(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
