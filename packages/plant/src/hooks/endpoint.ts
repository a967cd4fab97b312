import { setTimeout } from 'node:timers/promises';
import type { JsonObject } from '@slipform/kit/parse-json';
import { isJsonObject } from '@slipform/kit/parse-json';
import { printable } from '@slipform/kit/printable';
import PQueue from 'p-queue';
import pRetry from 'p-retry';
import { type AnswerCache, keyOf, noCache } from './answer-cache';
import { type ApiKey, noKey } from './api-key';
import { Budget } from './budget';
import { EndpointError, RequestFailure } from './endpoint-error';
import { routeOf, shownUrl } from './endpoint-url';
import { sendRequest } from './send-request';

export interface EndpointOptions {
  /** The base address, from `endpointUrl`. */
  readonly url: URL;
  readonly key?: ApiKey;
  readonly cache?: AnswerCache;
  readonly budget?: Budget;
  /** How many requests are on their way at a time. Default: 8. */
  readonly concurrency?: number;
  /** How often a request is tried again after a failure that may pass. Default: 5. */
  readonly retries?: number;
  /** For a request and its answer, in seconds, at most 300. Default: 60. */
  readonly timeLimit?: number;
  /** How many bytes an answer may have. Default: 4 MiB. */
  readonly longestAnswer?: number;
}

/** Counts of an endpoint, for the summary. */
export interface EndpointCounts {
  /** Sent, tries after a failure included. */
  readonly requests: number;
  readonly retries: number;
  /** Answers that the cache had. */
  readonly cached: number;
  /** Answers that could not be used. */
  readonly refused: number;
  /** As the server counts them. */
  readonly tokens: number;
}

export interface Question {
  /** Behind the base address: `chat/completions`. */
  readonly route: string;
  readonly body: JsonObject | (() => FormData);
  /** What the answer depends on, where the body is a form. */
  readonly keyParts?: readonly (string | Uint8Array)[];
  /** What of an answer is kept. @throws whatever it is, if the answer is not of the protocol */
  readonly read: (answer: JsonObject) => Uint8Array | string;
}

export interface Endpoint {
  /**
   * The kept part of the answer to a question; undefined if the answer can't be used, which is counted.
   *
   * @throws {EndpointError} if no request will be answered, or the budget is used up
   */
  ask(question: Question): Promise<Uint8Array | undefined>;
  /**
   * As `ask`, to find out whether the server offers something: that it does not is no failure, and remembered.
   *
   * @param isShaky whether a server that has answered others may fail at this one
   */
  probe(question: Question, isShaky?: boolean): Promise<Uint8Array | undefined>;
  counts(): EndpointCounts;
  /** Waits for the requests on their way, so that their answers are kept. */
  idle(): Promise<void>;
}

/** What a server must do with a question, or may: not offer it, fail at it. */
type Attitude = 'answer' | 'lack' | 'fail';

/** What a cache keeps of a probe of something that the server does not offer. */
const lacking = Buffer.from('not offered');
/** So many answers in a row that can't be used are not the answers' fault. */
const mostRefused = 20;
/** Longer than this no server is waited for, in seconds. */
const longestWait = 300;

/** A client of one endpoint. Equal questions are asked once, by a cache even between runs. */
export function createEndpoint(options: EndpointOptions): Endpoint {
  const { url, key = noKey, cache = noCache, budget = new Budget() } = options;
  const { concurrency = 8, retries = 5, timeLimit = 60, longestAnswer = 4 * 2 ** 20 } = options;
  const queue = new PQueue({ concurrency });
  const asked = new Map<string, Promise<Uint8Array | undefined>>();
  const counts = { requests: 0, retries: 0, cached: 0, refused: 0, tokens: 0 };
  let refusedInRow = 0;
  let quietUntil = 0;
  let stopped: EndpointError | undefined;
  const waiting = new AbortController();

  /** From now on nothing is sent, and nobody waits for another try; what is on its way may still come. */
  function stop(error: EndpointError): EndpointError {
    stopped ??= error;
    waiting.abort(stopped);
    return stopped;
  }

  /** Sends a request until there is an answer. @throws {RequestFailure} @throws {EndpointError} */
  async function send(question: Question): Promise<JsonObject> {
    const { route, body } = question;
    let answer: JsonObject | undefined;
    const attempts = pRetry(
      async () => {
        budget.take();
        counts.requests += 1;
        answer = await sendRequest({
          url: routeOf(url, route),
          body: typeof body === 'function' ? body() : body,
          key,
          timeLimit,
          longestAnswer,
        });
      },
      {
        signal: waiting.signal,
        retries,
        minTimeout: 500,
        maxTimeout: 30_000,
        randomize: true,
        shouldRetry: ({ error }) =>
          error instanceof RequestFailure && error.kind === 'retry' && error.retryAfter <= longestWait,
        async onFailedAttempt({ error, retriesLeft }) {
          if (!(error instanceof RequestFailure) || error.kind !== 'retry' || retriesLeft === 0) return;
          if (error.retryAfter > longestWait) return;
          counts.retries += 1;
          await pauseFor(error.retryAfter);
        },
      },
    );
    await attempts.catch((error: unknown) => {
      // An answer that came while the run was being stopped has been paid for.
      if (answer === undefined) throw error;
    });
    return answer!;
  }

  /** The server is busy: no other request is sent meanwhile. */
  async function pauseFor(seconds: number): Promise<void> {
    if (seconds === 0) return;
    const until = Date.now() + seconds * 1000;
    quietUntil = Math.max(quietUntil, until);
    queue.pause();
    const wait = setTimeout(seconds * 1000, undefined, { signal: waiting.signal });
    await wait.catch(() => {});
    // Another answer may have asked for longer.
    if (stopped || until >= quietUntil) queue.start();
  }

  function note(answer: JsonObject): void {
    const { usage } = answer;
    const tokens = isJsonObject(usage) ? usage.total_tokens : undefined;
    if (typeof tokens !== 'number' || !Number.isSafeInteger(tokens) || tokens < 0) return;
    counts.tokens += tokens;
    budget.spend(tokens);
  }

  function keep(question: Question, answer: JsonObject): Uint8Array {
    let kept: Uint8Array | string;
    try {
      kept = question.read(answer);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new RequestFailure(`gives an answer of another form: ${reason.replace(/\.$/, '')}`, 'refused');
    }
    const bytes = typeof kept === 'string' ? Buffer.from(kept) : kept;
    if (key.isIn(bytes)) throw new RequestFailure('gives the key back in its answer', 'refused');
    return bytes;
  }

  function refuse(failure: RequestFailure): undefined {
    counts.refused += 1;
    refusedInRow += 1;
    if (refusedInRow < mostRefused) return undefined;
    throw stop(
      new EndpointError(
        `${shownUrl(url)} gave ${mostRefused} answers in a row that can't be used; the last time it ${failure.message}.`,
      ),
    );
  }

  async function request(id: string, question: Question, may: Attitude): Promise<Uint8Array | undefined> {
    if (stopped) throw stopped;
    try {
      const answer = await send(question);
      note(answer);
      const kept = keep(question, answer);
      refusedInRow = 0;
      await cache.put(id, kept);
      return kept;
    } catch (error) {
      if (error instanceof EndpointError) throw stop(error);
      if (!(error instanceof RequestFailure)) throw error;
      if (may === 'lack' && (error.kind === 'missing' || error.kind === 'refused')) {
        await cache.put(id, lacking);
        return undefined;
      }
      if (may === 'fail' && error.kind !== 'stop') return undefined;
      if (error.kind === 'refused') return refuse(error);
      throw stop(new EndpointError(sentenceOf(error)));
    }
  }

  function sentenceOf(failure: RequestFailure): string {
    const { kind, message, retryAfter } = failure;
    const wait = `, and asks to wait for ${Math.ceil(retryAfter)} s`;
    const tries =
      kind !== 'retry'
        ? ''
        : retryAfter > longestWait
          ? wait
          : `, after ${retries === 0 ? 'one try' : `${retries + 1} tries`}`;
    return printable(`${shownUrl(url)} ${message}${tries}.`, 1000);
  }

  async function look(id: string, question: Question, may: Attitude): Promise<Uint8Array | undefined> {
    const cached = await cache.get(id);
    if (cached !== undefined) {
      counts.cached += 1;
      return lacking.equals(cached) ? undefined : cached;
    }
    return queue.add(() => request(id, question, may));
  }

  function ask(question: Question, may: Attitude): Promise<Uint8Array | undefined> {
    const { route, body, keyParts = [] } = question;
    const text = typeof body === 'function' ? '' : JSON.stringify(body);
    const id = keyOf(routeOf(url, route).href, text, ...keyParts);
    const before = asked.get(id);
    if (before !== undefined) return before;
    const answer = look(id, question, may).finally(() => asked.delete(id));
    asked.set(id, answer);
    return answer;
  }

  return {
    ask: (question) => ask(question, 'answer'),
    probe: (question, isShaky = false) => ask(question, isShaky ? 'fail' : 'lack'),
    counts: () => ({ ...counts }),
    idle: () => queue.onIdle(),
  };
}
