// One table of options: its type, its names, its checks. What a command and a README need of it lies beside:
// options/add-options.ts and options/options-markdown.ts.
export { abortSignal } from './abort-signal';
export { anyOf } from './any-of';
export { callback } from './callback';
export { choice } from './choice';
export { defineOptions, type OptionTable } from './define-options';
export { extend } from './extend';
export { flag } from './flag';
export { listOf } from './list-of';
export { integer, number } from './number';
export { optional } from './optional';
export {
  type OptionsOf,
  type OptionsRead,
  type Rows,
  type RowsFor,
  readable,
  readOptions,
} from './read-options';
export { record } from './record';
export { described, misfit, type Row, type Rule, readValue, rule } from './rule';
export { text } from './text';
