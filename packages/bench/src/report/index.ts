export type { Lead } from './lead';
export type { ExperimentRecord } from './record';
export { renderReport } from './render-report';
export { stringifyRecord } from './stringify-record';
export { summariseResults } from './summary-rows';
