import { isIPv4 } from 'node:net';
import { InputError } from '@slipform/kit/input-error';
import { quoted } from '@slipform/kit/printable';

/** What a user may have copied with the base address. */
const routes = /\/+(chat\/completions|completions|images\/edits)?\/*$/;

/**
 * The base address of an OpenAI-compatible endpoint: `https://api.openai.com/v1`, `http://localhost:8080/v1`. A route at
 * its end (`/chat/completions`) is taken off; a query stays.
 *
 * @param name of the option, for messages
 * @throws {InputError} if it is no address, is neither http nor https, or holds a password
 */
export function endpointUrl(text: string, name: string): URL {
  const remedy = 'name one such as https://api.openai.com/v1 or http://localhost:8080/v1';
  if (!URL.canParse(text)) throw new InputError(`${name} must be a URL, got ${quoted(text)}; ${remedy}.`);
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new InputError(`${name} must be an http or https URL, got ${quoted(url.protocol)}; ${remedy}.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new InputError(
      `${name} must hold no user and no password, since it is shown in messages; put the key into an environment variable (--key-variable).`,
    );
  }
  url.pathname = url.pathname.replace(routes, '');
  url.hash = '';
  return url;
}

/** The address of one route of an endpoint. */
export function routeOf(base: URL, route: string): URL {
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/$/, '')}/${route}`;
  return url;
}

/** An address for messages: without its query, which may hold a secret. */
export function shownUrl({ origin, pathname }: URL): string {
  return `${origin}${pathname === '/' ? '' : pathname}`;
}

/** Whether an address is one of this machine. */
export function isLocal({ hostname }: URL): boolean {
  if (hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]') return true;
  return isIPv4(hostname) && hostname.startsWith('127.');
}
