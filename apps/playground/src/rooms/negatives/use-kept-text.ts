import { useEffect, useRef, useState } from 'preact/hooks';

/** A longer text is not held by the address, but by the tab. */
const longestInAddress = 1500;
/** Milliseconds without a key, after which the text is kept. */
const pause = 300;

/** The text of a room: of its address, else what this tab had, else `usual`. A tab that is opened again has it. */
export function useKeptText(
  room: string,
  inAddress: string | null,
  usual: string,
  longest: number,
  write: (text: string) => void,
): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => (inAddress ?? keptText(room) ?? usual).slice(0, longest));
  /** What this room wrote into the address itself. */
  const written = useRef(inAddress);
  useEffect(() => {
    const timer = setTimeout(() => {
      keep(room, text);
      const own = text === usual || text.length > longestInAddress ? '' : text;
      written.current = own === '' ? null : own;
      write(own);
    }, pause);
    return () => clearTimeout(timer);
  }, [text]);
  // An address that changes from elsewhere: the way back, a link.
  useEffect(() => {
    if (inAddress !== null && inAddress !== written.current) setText(inAddress.slice(0, longest));
  }, [inAddress]);
  return [text, setText];
}

function keptText(room: string): string | null {
  try {
    return sessionStorage.getItem(`slipform-${room}`);
  } catch {
    return null;
  }
}

function keep(room: string, text: string): void {
  try {
    sessionStorage.setItem(`slipform-${room}`, text);
  } catch {
    // A browser that keeps nothing: the address may still hold it.
  }
}
