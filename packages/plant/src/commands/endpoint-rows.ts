import { described, flag, integer, number, type OptionsRead, optional, text } from '@slipform/kit/options';

/** How an endpoint is asked. @param timeLimit the default, in seconds */
export function endpointRows(timeLimit: number) {
  return {
    concurrency: described('requests on their way at a time', optional(integer({ min: 1, max: 256 }), 8)),
    retries: described(
      'how often a request is tried again after 429, 5xx or a time-out',
      optional(integer({ min: 0, max: 20 }), 5),
    ),
    timeLimit: described(
      'seconds for a request and its answer',
      optional(number({ above: 0, max: 300 }), timeLimit),
    ),
    cache: described(
      'folder for answers, which are not asked for again',
      optional(text('a folder', '<folder>')),
    ),
    cacheLimit: described(
      'MiB that the cache may hold; the oldest answers go first',
      optional(integer({ min: 1, max: 1_000_000 }), 1024),
    ),
    budget: described('requests at most, further tries included', optional(integer({ min: 0 }))),
    tokenBudget: described('tokens at most, as the server counts them', optional(integer({ min: 0 }))),
    keyVariable: described(
      'the environment variable that holds the key',
      optional(text('a name', '<name>'), 'OPENAI_API_KEY'),
    ),
    key: described('send no key', optional(flag(), true)),
    fields: described(
      'more fields of each request as a JSON object, such as {"temperature":1}; null takes one away',
      optional(text('a JSON object', '<json>')),
    ),
  };
}

export type EndpointSettings = OptionsRead<ReturnType<typeof endpointRows>>;
