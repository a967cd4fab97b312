import { useCallback, useEffect, useState } from 'preact/hooks';

const current = (): Address => readAddress(location.hash) ?? { room: '', params: new URLSearchParams() };

/** The address of the page, and a way to change its parameters in place. */
export function useAddress(): readonly [Address, (changes: Readonly<Record<string, string>>) => void] {
  const [address, setAddress] = useState(current);
  useEffect(() => {
    const follow = () => {
      // A hash that is no address of ours is a link within the page.
      const next = readAddress(location.hash);
      if (next !== undefined) setAddress(next);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const setParams = useCallback((changes: Readonly<Record<string, string>>) => {
    const { room, params } = current();
    const next = changed(params, changes);
    // A room that starts at its defaults leaves the address as it was opened.
    if (next.toString() === params.toString()) return;
    // No hashchange follows from this.
    history.replaceState(history.state, '', writeAddress(room, next));
    setAddress({ room, params: next });
  }, []);
  return [address, setParams];
}

/** Where a hash leads: `#/draw?t=a+red+car` → the room `draw` with t. Undefined for a hash that is no address of ours. */
interface Address {
  /** Empty for `#/` and for no hash. */
  readonly room: string;
  readonly params: URLSearchParams;
}

export function readAddress(hash: string): Address | undefined {
  if (hash === '' || hash === '#') return { room: '', params: new URLSearchParams() };
  if (!hash.startsWith('#/')) return undefined;
  const [room = '', query = ''] = hash.slice(2).split(/\?(.*)/s);
  return { room: room.replace(/\/$/, ''), params: new URLSearchParams(query) };
}

export function writeAddress(room: string, params: URLSearchParams): string {
  const query = params.toString();
  return `#/${room}${query === '' ? '' : `?${query}`}`;
}

/** The parameters with these changes; an empty value takes a parameter away. */
export function changed(params: URLSearchParams, changes: Readonly<Record<string, string>>): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}
