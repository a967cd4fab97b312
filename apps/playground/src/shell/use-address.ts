import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Address, changed, readAddress, writeAddress } from './address';

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
    // No hashchange follows from this.
    history.replaceState(history.state, '', writeAddress(room, next));
    setAddress({ room, params: next });
  }, []);
  return [address, setParams];
}
