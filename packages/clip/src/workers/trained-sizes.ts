import type { Parameters } from '../model/parameters';

/** What workers differentiate by, with its sizes: all that is trained but the logit scale, which the loss alone knows. */
export function trainedSizes(parameters: Parameters): [name: string, size: number][] {
  return [...parameters]
    .filter(([name, { trainable }]) => trainable && name !== 'logit_scale')
    .map(([name, { size }]) => [name, size]);
}
