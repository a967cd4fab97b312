/**
 * What happens without each check, score and option: coverage, concreteness, leak, sense by the learnt model (surprise)
 * and by judged negatives.
 *
 *   npm run ablate -w @slipform/plant                       COCO and rsicd, every check, feature of surprise and option
 *   … -- --sets coco,vg --only likely/company,named/caption  some of them
 *   … -- --kind check|score|option                           one kind
 *   … -- --captions 12692                                   of so many captions of a set instead of 4,000
 *   … -- --blind                                             with the judge of texts, which takes twice as long
 *   … -- --write                                             into results/ablation.jsonl
 */
import { parseArgs } from 'node:util';
import { createLexicon } from '@slipform/concreteness';
import {
  type AblationRow,
  ablate,
  ablationTable,
  checkSwitches,
  featureSwitches,
  optionSwitches,
  refusalsOfJudged,
} from './ablation';
import { domainNames, readDomain } from './domains';
import { partOf } from './figures';
import { writeResults } from './results';
import { readVerdicts } from './verdicts';

const { values } = parseArgs({
  options: {
    sets: { type: 'string', default: 'coco,rsicd' },
    only: { type: 'string' },
    kind: { type: 'string' },
    blind: { type: 'boolean', default: false },
    captions: { type: 'string', default: '4000' },
    write: { type: 'boolean', default: false },
  },
});
const only = values.only?.split(',');
const switches = [...checkSwitches, ...featureSwitches, ...optionSwitches].filter(
  ({ off, kind }) =>
    (only === undefined || only.includes(off)) && (values.kind === undefined || kind === values.kind),
);
const verdicts = readVerdicts();
const lexicon = createLexicon();
const refusals = refusalsOfJudged(
  verdicts,
  domainNames.flatMap((name) => readDomain(name) ?? []),
  switches,
);
const rows: AblationRow[] = [];
for (const domain of values.sets.split(',').flatMap((name) => readDomain(name) ?? [])) {
  const part = { ...domain, captions: partOf(domain.captions, Number(values.captions)) };
  await ablate(part, lexicon, verdicts, switches, values.blind, (row) => {
    const refuses = refusals.get(row.off);
    rows.push(refuses ? { ...row, refuses } : row);
    console.error(JSON.stringify(rows.at(-1)));
  });
}
console.log(ablationTable(rows));
if (values.write) writeResults('ablation', rows);
