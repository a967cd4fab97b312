import { InputError } from '@slipform/clip';
import { kindOf } from '../kind-of';
import type { Result } from '../result';

/** @throws InputError where what came is no list of results */
export function checkResults(place: string, results: readonly Result[]): void {
  if (!Array.isArray(results)) {
    throw new InputError(
      `${place}: results must be a list of what evaluate returns, got ${kindOf(results)}; put [ ] around it`,
    );
  }
  const index = results.findIndex(
    (result) => typeof result !== 'object' || result === null || !Array.isArray(result.items),
  );
  if (index >= 0) {
    throw new InputError(
      `${place}: results[${index}] must be what evaluate returns, got ${kindOf(results[index])}`,
    );
  }
}
