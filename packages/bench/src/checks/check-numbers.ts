import { refuse } from '@slipform/kit/errors/input-error';
import { shown } from '@slipform/kit/text/printable';

/** @throws InputError where what came is no list of finite numbers, or holds fewer than `least` */
export function checkNumbers(argument: string, values: unknown, least = 0): void {
  checkList(argument, values, 'numbers', least);
  for (let at = 0; at < values.length; at++) {
    if (Number.isFinite(values[at])) continue;
    refuse(undefined, `${argument}[${at}]`, 'must be a finite number', shown(values[at]));
  }
}

/** @throws InputError where what came is no list of `what`, or holds fewer than `least` */
export function checkList(
  argument: string,
  values: unknown,
  what: string,
  least = 0,
): asserts values is ArrayLike<unknown> {
  const isList = Array.isArray(values) || (ArrayBuffer.isView(values) && 'length' in values);
  if (isList && (values as ArrayLike<unknown>).length >= least) return;
  refuse(
    undefined,
    argument,
    `must be a list of ${least > 0 ? `at least ${least} ` : ''}${what}`,
    shown(values),
  );
}
