import { createSkipLog, type SkipLog } from '../data/skips';

const maxLines = 10;

/** A log that tells the first ten on standard error, and at the end how many more there were. */
export function createSkipReport(stream: NodeJS.WritableStream): { skips: SkipLog; end(): void } {
  let count = 0;
  return {
    skips: createSkipLog(({ place, reason }) => {
      count += 1;
      if (count <= maxLines) stream.write(`slipform-clip: ${place} ${reason}; left out.\n`);
    }),
    end() {
      if (count > maxLines) stream.write(`slipform-clip: ${count - maxLines} more were left out.\n`);
    },
  };
}
