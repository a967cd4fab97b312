import { InputError } from '@slipform/kit/input-error';

/** Why a run stops asking its endpoint. What is done by then is kept, for a run that goes on. */
export class EndpointError extends InputError {
  readonly keepsWork = true;
}

/** What one request came to, other than an answer. */
export class RequestFailure extends Error {
  /**
   * @param message a clause that follows the endpoint's name
   * @param kind `retry`: the next try may succeed; `refused`: this answer can't be used, another request may be answered;
   *   `missing`: the server does not offer what was asked; `stop`: no request will be answered
   * @param retryAfter how long the server asks to wait, in seconds
   */
  constructor(
    message: string,
    readonly kind: 'retry' | 'refused' | 'missing' | 'stop',
    readonly retryAfter = 0,
  ) {
    super(message);
  }
}
