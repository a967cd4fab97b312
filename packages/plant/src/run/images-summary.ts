import { counted } from '../counted';
import { endpointText } from '../hooks/endpoint-text';
import type { ImagesFileResult } from './images-file';

/** The result as one JSON object. */
export function imagesJson({ records, outcomes, brokenLines, endpoint, seconds }: ImagesFileResult): string {
  return JSON.stringify({
    records,
    ...outcomes,
    brokenLines,
    endpoint,
    seconds: Math.round(seconds * 1000) / 1000,
  });
}

/** The result in lines to read. */
export function imagesText({ records, outcomes, endpoint, seconds }: ImagesFileResult): string {
  const { edited, kept, copied, broken, none } = outcomes;
  const lines = [
    `${counted(records, 'record')}, ${edited + kept + copied} with a hard image: ${edited} edited, ${kept} from an earlier run, ${copied} of natural partners`,
  ];
  if (none > 0) lines.push(`${counted(none, 'record')} without a negative`);
  if (broken > 0) lines.push(`${counted(broken, 'record')} whose photograph can't be used`);
  lines.push(`${endpointText(endpoint)}; ${seconds.toFixed(1)} s`);
  return lines.join('\n');
}
