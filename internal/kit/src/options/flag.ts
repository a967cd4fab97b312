import { type Rule, rule } from './rule';

/** True or false; nothing else counts as one of them. */
/* @__NO_SIDE_EFFECTS__ */
export function flag(): Rule<boolean> {
  return rule('true or false', (value) => typeof value === 'boolean', { form: 'flag' });
}
