import { described, flag, integer, number, type OptionsRead, optional, text } from '@slipform/kit/options';
import { type AnswerCache, noCache, openAnswerCache } from '../hooks/answer-cache';
import { type ApiKey, noKey, readApiKey } from '../hooks/api-key';
import { Budget } from '../hooks/budget';
import { createEndpoint, type Endpoint } from '../hooks/endpoint';
import { endpointUrl } from '../hooks/endpoint-url';
import { type ExtraFields, readExtraFields } from '../hooks/extra-fields';

const mebibyte = 2 ** 20;

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

/** What the endpoints of one run share. */
export interface SharedByEndpoints {
  readonly budget: Budget;
  readonly cache: AnswerCache;
  readonly fields: ExtraFields;
}

/** @throws {InputError} if a setting is wrong, or the folder can't be made */
export async function openShared(settings: EndpointSettings): Promise<SharedByEndpoints> {
  const { cache: folder, cacheLimit, budget, tokenBudget } = settings;
  const fields = settings.fields === undefined ? {} : readExtraFields(settings.fields);
  return {
    budget: new Budget({ requests: budget, tokens: tokenBudget }),
    fields,
    cache: folder === undefined ? noCache : await openAnswerCache({ folder, limit: cacheLimit * mebibyte }),
  };
}

/** Where an endpoint is and with which key it is asked. */
export interface Address {
  readonly url: URL;
  readonly key: ApiKey;
}

/** @param name the option with the address. @throws {InputError} if the address or the key is wrong */
export function readAddress(address: string, name: string, settings: EndpointSettings): Address {
  const url = endpointUrl(address, name);
  return { url, key: settings.key ? readApiKey(settings.keyVariable, url) : noKey };
}

export function openEndpoint(
  address: Address,
  { concurrency, retries, timeLimit }: EndpointSettings,
  { budget, cache }: SharedByEndpoints,
  longestAnswer?: number,
): Endpoint {
  const limits = {
    concurrency,
    retries,
    timeLimit,
    ...(longestAnswer === undefined ? {} : { longestAnswer }),
  };
  return createEndpoint({ ...address, cache, budget, ...limits });
}
