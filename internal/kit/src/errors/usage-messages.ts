import { printableLines } from '../text/printable';

/** A missing output is named as every command names it. */
const sentence = (text: string) =>
  text.replace(
    /^error: required option '-o, --output <(\w+)>' not specified/,
    (_, what: string) => `error: the output (-o ${what.toUpperCase()}) must be named; see --help.`,
  );

/** For commander's `configureOutput`: its messages begin as those of `commandMain` do, and hold no control characters. */
export function usageMessages(name: string) {
  return {
    outputError: (text: string, write: (text: string) => void) =>
      write(printableLines(sentence(text).replace(/^error: /, `${name}: `), 4000)),
  };
}
