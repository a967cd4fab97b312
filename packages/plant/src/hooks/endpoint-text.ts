import { counted } from '../counted';
import type { EndpointCounts } from './endpoint';

/** What was asked: "12 requests (2 of them again), 3 answers from the cache, 4000 tokens". */
export function endpointText({ requests, retries, cached, refused, tokens }: EndpointCounts): string {
  const again = retries === 0 ? '' : ` (${retries} of them again)`;
  const parts = [`${counted(requests, 'request')}${again}`, `${counted(cached, 'answer')} from the cache`];
  if (tokens > 0) parts.push(counted(tokens, 'token'));
  if (refused > 0) parts.push(`${counted(refused, 'answer')} that can't be used`);
  return parts.join(', ');
}
