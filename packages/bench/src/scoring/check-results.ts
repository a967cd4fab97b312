import { refuse } from '@slipform/kit/errors/input-error';
import { shown } from '@slipform/kit/text/printable';
import type { Result } from './result';
import { resultShape } from './result-shape';

/** @throws InputError where what came is no list of results */
export function checkResults(place: string, results: readonly Result[]): void {
  if (!Array.isArray(results)) {
    refuse(place, 'results', 'must be a list of what evaluate returns', shown(results), 'put [ ] around it');
  }
  for (const [index, result] of results.entries()) resultShape(result, `${place}: results[${index}]`);
}
