import { InputError } from '@slipform/kit/input-error';
import { quoted } from '@slipform/kit/printable';
import { isLocal, shownUrl } from './endpoint-url';

/** A key, which shows itself to nobody who does not ask for it. */
export interface ApiKey {
  /** The header of a request; none without a key. */
  headers(): Readonly<Record<string, string>>;
  /** A text without the key, which a server may have quoted. */
  redact(text: string): string;
  isIn(bytes: Uint8Array): boolean;
}

/** For a run that sends no key. */
export const noKey: ApiKey = { headers: () => ({}), redact: (text) => text, isIn: () => false };

/**
 * The key of an environment variable; none if that is unset or empty.
 *
 * @throws {InputError} if the key can't be one, or would cross a network in the clear
 */
export function readApiKey(variable: string, url: URL): ApiKey {
  if (!/^[A-Za-z_]\w*$/.test(variable)) {
    throw new InputError(
      `--key-variable must be the name of an environment variable, got ${quoted(variable)}.`,
    );
  }
  const key = process.env[variable]?.trim();
  if (key === undefined || key === '') return noKey;
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw new InputError(
      `the environment variable ${variable} holds no key: it has a space, a line break or a character beyond ASCII in it.`,
    );
  }
  if (url.protocol === 'http:' && !isLocal(url)) {
    throw new InputError(
      `${shownUrl(url)} would get the key of ${variable} in the clear; use https, or pass --no-key.`,
    );
  }
  return {
    headers: () => ({ authorization: `Bearer ${key}` }),
    redact: (text) => text.replaceAll(key, '…'),
    isIn: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(key),
  };
}
