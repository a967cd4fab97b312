// `node --import` of this file: a machine without DuckDB.
import { register } from 'node:module';

const hook =
  "export const resolve = (name, context, next) => { if (name === '@duckdb/node-api') throw new Error('not found'); return next(name, context); };";
register(`data:text/javascript,${encodeURIComponent(hook)}`);
