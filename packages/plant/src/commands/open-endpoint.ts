import { type AnswerCache, noCache, openAnswerCache } from '../hooks/answer-cache';
import { type ApiKey, noKey, readApiKey } from '../hooks/api-key';
import { Budget } from '../hooks/budget';
import { createEndpoint, type Endpoint } from '../hooks/endpoint';
import { endpointUrl } from '../hooks/endpoint-url';
import { type ExtraFields, readExtraFields } from '../hooks/extra-fields';
import type { EndpointSettings } from './endpoint-rows';

const mebibyte = 2 ** 20;

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
