import { counted } from '../counted';
import type { EndpointCounts } from '../hooks/endpoint';
import type { ImagesFileResult } from '../run/images-file';

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
  const { edited, kept, copied, refused, broken, none } = outcomes;
  const lines = [
    `${counted(records, 'record')}, ${edited + kept + copied} with a hard image: ${edited} edited, ${kept} from an earlier run, ${copied} of natural partners`,
  ];
  if (none > 0) lines.push(`${counted(none, 'record')} without a negative`);
  if (refused > 0) lines.push(`${counted(refused, 'answer')} that can't be used`);
  if (broken > 0) lines.push(`${counted(broken, 'record')} whose photograph can't be used`);
  lines.push(`${endpointText(endpoint)}; ${seconds.toFixed(1)} s`);
  return lines.join('\n');
}

/** What was asked: "12 requests (2 of them again), 3 answers from the cache, 4,000 tokens". */
export function endpointText({ requests, retries, cached, tokens }: EndpointCounts): string {
  const again = retries === 0 ? '' : ` (${retries} of them again)`;
  const parts = [`${counted(requests, 'request')}${again}`, `${counted(cached, 'answer')} from the cache`];
  if (tokens > 0) parts.push(counted(tokens, 'token'));
  return parts.join(', ');
}
