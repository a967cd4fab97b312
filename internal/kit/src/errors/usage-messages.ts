import { printableLines } from '../text/printable';

/** For commander's `configureOutput`: its messages begin as those of `commandMain` do, and hold no control characters. */
export function usageMessages(name: string) {
  return {
    outputError: (text: string, write: (text: string) => void) =>
      write(printableLines(text.replace(/^error: /, `${name}: `), 4000)),
  };
}
