import { codeOf } from '@slipform/kit/file-error';
import type { JsonObject } from '@slipform/kit/parse-json';
import { printable } from '@slipform/kit/printable';
import type { ApiKey } from './api-key';
import { RequestFailure } from './endpoint-error';
import { readAnswer, readComplaint } from './read-body';

export interface RequestToSend {
  readonly url: URL;
  /** An object is sent as JSON. */
  readonly body: JsonObject | FormData;
  readonly key: ApiKey;
  /** For the request and its answer together, in seconds. */
  readonly timeLimit: number;
  /** How many bytes an answer may have. */
  readonly longestAnswer: number;
}

/** What the next try may change, by status. */
const passing = new Set([408, 409, 425, 429, 500, 502, 503, 504, 522, 524, 529]);
/** Faults of the network that will not pass. */
const lasting: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'its certificate is signed by itself; name its authority in NODE_EXTRA_CA_CERTS',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is of an unknown authority; name it in NODE_EXTRA_CA_CERTS',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'its certificate is of an unknown authority; name it in NODE_EXTRA_CA_CERTS',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is of another host',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS; is it http?',
};
const ofNetwork: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there',
  ECONNRESET: 'it broke the connection off',
  UND_ERR_SOCKET: 'it broke the connection off',
  EPIPE: 'it broke the connection off',
  EAI_AGAIN: 'its name could not be looked up',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'it cannot be reached',
  ENETUNREACH: 'it cannot be reached',
};

/** Sends one request, once. @throws {RequestFailure} for all but an answer of the protocol */
export async function sendRequest(request: RequestToSend): Promise<JsonObject> {
  const { url, body, key, timeLimit, longestAnswer } = request;
  const isForm = body instanceof FormData;
  const signal = AbortSignal.timeout(timeLimit * 1000);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        ...(isForm ? {} : { 'content-type': 'application/json' }),
        ...key.headers(),
      },
      body: isForm ? body : JSON.stringify(body),
      redirect: 'manual',
      signal,
    });
    if (response.ok) return await readAnswer(response, longestAnswer);
    throw await failureOf(response, key);
  } catch (error) {
    if (error instanceof RequestFailure) throw error;
    if (signal.aborted) throw new RequestFailure(`gave no answer within ${timeLimit} s`, 'retry');
    throw networkFailure(error);
  }
}

async function failureOf(response: Response, key: ApiKey): Promise<RequestFailure> {
  const { status, headers } = response;
  if (status >= 300 && status < 400) {
    await response.body?.cancel();
    const target = printable(key.redact(headers.get('location') ?? 'elsewhere'), 100);
    return new RequestFailure(`leads to ${target} (${status}); name that URL`, 'stop');
  }
  const complaint = printable(key.redact(await readComplaint(response)).replace(/\s+/g, ' '), 200);
  const answer = `answers ${status}${complaint === '' ? '' : ` (${complaint.replace(/\.$/, '')})`}`;
  if (status === 401 || status === 403) {
    return new RequestFailure(`${answer}; look at the key in the environment variable`, 'stop');
  }
  if (status === 404 || status === 405 || status === 501) {
    return new RequestFailure(`${answer}; look at the URL and --model`, 'missing');
  }
  if (passing.has(status)) return new RequestFailure(answer, 'retry', secondsOf(headers.get('retry-after')));
  return new RequestFailure(answer, status >= 500 ? 'stop' : 'refused');
}

/** `Retry-After`: seconds, or a date. */
function secondsOf(header: string | null): number {
  if (header === null) return 0;
  const seconds = /^\d+(\.\d+)?$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
}

/** fetch says "fetch failed", and why in the cause. */
function networkFailure(error: unknown): RequestFailure {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = codeOf(cause) ?? '';
  const fault = Object.hasOwn(lasting, code) ? lasting[code] : undefined;
  if (fault !== undefined) return new RequestFailure(`can't be asked: ${fault}`, 'stop');
  const passingFault = Object.hasOwn(ofNetwork, code) ? ofNetwork[code] : undefined;
  const message = cause instanceof Error ? printable(cause.message) : 'the network failed';
  return new RequestFailure(`can't be asked: ${passingFault ?? message}`, 'retry');
}
