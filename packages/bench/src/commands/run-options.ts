import {
  fileName,
  fileRow,
  flagRow,
  folderName,
  nameRow,
  repeated,
  row,
} from '@slipform/kit/options/command-rows';
import { anyOf, defineOptions, flag, integer, type OptionsRead, text } from '@slipform/kit/options/options';
import { listBenchmarks } from '../loaders/registry';
import { backendRow, forceRow, seedRow, workersRow } from './options';

/** The options of `slipform-bench run`. */
export const RUN_OPTIONS = defineOptions('slipform-bench run', {
  benchmark: row(
    `a benchmark and its file or folder (${listBenchmarks().join(', ')}); may come several times; default: those that --module registers`,
    repeated(text('NAME=PATH', '<name=path>')),
  ),
  suite: row(
    'composition=FOLDER: every benchmark of composition that lies in FOLDER/NAME (`slipform-bench benchmarks` lists the names), one table, beside published scores',
    text('composition=FOLDER', '<name=folder>'),
  ),
  html: fileRow('also write the report of all results as one page'),
  size: row('edge of the pictures, for a benchmark of --module that draws them', integer({ min: 8 })),
  module: row(
    'a module that registers benchmarks: a file, or a package such as @slipform/icons/files; may come several times',
    repeated(fileName()),
  ),
  images: row('where the benchmarks’ pictures are; may come several times', repeated(folderName())),
  // True: learn from the benchmark's own captions; a text: from this file. `--no-blind` makes it false.
  blind: row(
    'from which captions the model that reads only the text learns; default: the benchmark’s own (other pictures’)',
    anyOf(flag(), fileName()),
  ),
  name: nameRow('the model’s name in tables; default: the name of its folder'),
  seed: seedRow,
  backend: backendRow,
  workers: workersRow,
  output: fileRow(
    'also write results.json, which `report` renders and `compare` reads; {model} and {benchmark} in the name make a file for each, and a name that ends with / is a folder of one for each model; a folder that is missing is made',
  ),
  skipExisting: flagRow('leave out what has a results.json already; the tables show what it holds'),
  answers: fileRow('also write every answer with the score of each picture with each text, as JSON lines'),
  json: flagRow('print the tables as JSON'),
  force: forceRow,
});

export type RunFlags = OptionsRead<typeof RUN_OPTIONS.rows>;
