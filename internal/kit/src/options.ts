// One table of options: its type, its names, its checks. What a command and a README need of it lies beside:
// options/add-options.ts and options/options-markdown.ts.
export { abortSignal } from './options/abort-signal';
export { anyOf } from './options/any-of';
export { callback } from './options/callback';
export { choice } from './options/choice';
export { defineOptions, type OptionTable } from './options/define-options';
export { extend } from './options/extend';
export { flag } from './options/flag';
export { listOf } from './options/list-of';
export { integer, number } from './options/number';
export { optional } from './options/optional';
export {
  type OptionsOf,
  type OptionsRead,
  type Rows,
  type RowsFor,
  readable,
  readOptions,
} from './options/read-options';
export { record } from './options/record';
export { described, misfit, type Row, type Rule, readValue, rule } from './options/rule';
export { text } from './options/text';
