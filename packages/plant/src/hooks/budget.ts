import { counted } from '../counted';
import { EndpointError } from './endpoint-error';

export interface BudgetLimits {
  /** How many requests may be sent, tries after a failure included. */
  readonly requests?: number | undefined;
  /** How many tokens may be used, as the servers count them (`usage.total_tokens`); requests on their way may exceed it. */
  readonly tokens?: number | undefined;
}

/** What a run may still ask; the endpoints of a run share one. */
export class Budget {
  #requests = 0;
  #tokens = 0;

  constructor(private readonly limits: BudgetLimits = {}) {}

  get requests(): number {
    return this.#requests;
  }

  get tokens(): number {
    return this.#tokens;
  }

  /** Takes a request out. @throws {EndpointError} if there is none left */
  take(): void {
    const { requests, tokens } = this.limits;
    if (requests !== undefined && this.#requests >= requests)
      throw usedUp(counted(requests, 'request'), '--budget');
    if (tokens !== undefined && this.#tokens >= tokens) {
      throw usedUp(counted(tokens, 'token'), '--token-budget');
    }
    this.#requests += 1;
  }

  /** Notes what an answer cost. */
  spend(tokens: number): void {
    this.#tokens += tokens;
  }
}

function usedUp(limit: string, option: string): EndpointError {
  return new EndpointError(
    `the budget of ${limit} is used up; run the same command again with another ${option} to go on, no answer is asked for twice.`,
  );
}
