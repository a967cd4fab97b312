import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Similarities } from '../judges/judge-premise';
import type { MeasuredRun } from '../row';
import type { IconStudy } from '../studies/icon-study';
import { readAnswerTexts, readQuestions } from './icon-answers';
import type { PremiseData } from './premise-summary';

/** What lab/results keeps of the exchanges. */
const EXCHANGES = 'icons-exchanges.json.gz';

/** Exchanges of words and what models made of them; nothing where no run has ended. */
export async function readPremise(
  folder: string,
  runs: readonly MeasuredRun[],
): Promise<PremiseData | undefined> {
  const premise = await readExchanges(folder);
  const texts = await readAnswerTexts(folder, 'icons-premise', runs);
  if (!premise || texts.size === 0) return undefined;
  const similarities = [...texts.values()].map((text): Similarities => JSON.parse(text));
  const questions = (await readQuestions(folder, 'test')) ?? [];
  return { ...premise, similarities, questions };
}

async function readExchanges(folder: string): Promise<IconStudy['premise'] | undefined> {
  const kept = join(folder, EXCHANGES);
  if (existsSync(kept)) return JSON.parse((await promisify(gunzip)(await readFile(kept))).toString());
  const study = (await readdir(folder)).find((name) => /^icons-.*-study$/.test(name));
  if (study === undefined) return undefined;
  const beside: IconStudy = JSON.parse(await readFile(join(folder, study, 'beside.json'), 'utf8'));
  return beside.premise;
}
