import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { printable, quoted } from '@slipform/kit/text/printable';
import { withoutSecrets } from '@slipform/kit/text/url-secrets';

// Two letters at least before the slashes: one is a drive of Windows.
const urlStart = /^\s*(https?:|[a-z][a-z\d+.-]+:[\\/]{2})/i;

/** Whether a source is a URL and not a path. */
export function isUrl(source: string): boolean {
  return urlStart.test(source);
}

/**
 * Reads the URL of a folder.
 *
 * @param name what messages call it
 * @throws {InputError} if it is malformed, can't be the URL of a folder, or holds a user or a password
 */
export function readUrl(source: string | URL, name: string): URL {
  const text = String(source);
  // A password may itself hold what ends it: whatever stands before an @ may be one.
  const shown = withoutSecrets(text.replace(/^([^:]*:[\\/]*).*@/s, '$1'));
  let url: URL | undefined;
  try {
    url = new URL(text);
    if (url.protocol === 'file:') decodeURIComponent(url.pathname);
  } catch {
    url = undefined;
  }
  if (url === undefined || !/^(\/|$)/.test(url.pathname)) {
    refuse(undefined, name, 'must be a URL such as https://host/model', quoted(shown), 'correct it');
  }
  if (url.username !== '' || url.password !== '') {
    throw new InputError(
      `${name} must hold no user and no password: ${printable(shown)}; download the folder first, or pass a fetch that sends them as a header.`,
    );
  }
  return url;
}
