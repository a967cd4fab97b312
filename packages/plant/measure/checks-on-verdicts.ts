/**
 * Prints which check refuses which of the judged negatives: a good check refuses hard ones and few ok ones.
 *
 *   npx tsx packages/plant/measure/checks-on-verdicts.ts [--list ok|mild|hard] [--check ID] [--half development|held-out]
 */
import { parseArgs } from 'node:util';
import { createChecks } from '../src/checks/create-checks';
import { registry } from '../src/checks/registry';
import type { Operation, Slot } from '../src/hard-negative';
import { type Change, checkLexicon, refusalOf, siteOf, wordOf, writtenOf } from '../src/testing/check-change';
import { domainNames, readDomain } from './domains';
import { type JudgedNegative, type Judgement, judgements, readVerdicts, withCaptions } from './verdicts';

const { values } = parseArgs({
  options: { list: { type: 'string' }, half: { type: 'string' }, check: { type: 'string' } },
});
const checks = createChecks(checkLexicon);
const verdicts = readVerdicts().filter(({ half }) => values.half === undefined || half === values.half);
const judged = domainNames.flatMap((name) => {
  const domain = readDomain(name);
  return domain ? withCaptions(verdicts, name, domain.captions) : [];
});

type Row = Record<Judgement, number>;
const rows = new Map<string, Row>();
const bySet = new Map<string, Row>();
const left: Row = { ok: 0, mild: 0, hard: 0 };
let unread = 0;

function count(table: Map<string, Row>, key: string, verdict: Judgement): void {
  const row = table.get(key) ?? { ok: 0, mild: 0, hard: 0 };
  row[verdict] += 1;
  table.set(key, row);
}

/** The ids of all checks that refuse a negative, the first of them first; `undefined` if its words are not found. */
function refusals(negative: JudgedNegative): readonly string[] | undefined {
  const change: Change = {
    slot: negative.slot as Slot,
    caption: negative.caption,
    old: negative.keyword,
    other: negative.replacement,
    operation: negative.operation as Operation,
    siblings: negative.siblings,
  };
  try {
    if (negative.operation === 'swap') {
      const check = refusalOf(checks, change) ?? checks.written(writtenOf(change));
      return check ? [check.id] : [];
    }
    const site = siteOf(change);
    const other = wordOf(change.other, change.slot, site.word);
    return registry.flatMap((check) => {
      if (check.slots?.includes(change.slot) === false) return [];
      const isRefused =
        check.scope === 'words'
          ? check.refuses(site.word, other, checkLexicon) || check.refuses(other, site.word, checkLexicon)
          : check.scope === 'site' && check.refuses(site, other, checkLexicon);
      return isRefused ? [check.id] : [];
    });
  } catch {
    return undefined;
  }
}

for (const negative of judged) {
  const ids = refusals(negative);
  if (ids === undefined) {
    unread += 1;
    continue;
  }
  for (const id of ids) count(rows, id, negative.verdict);
  if (ids.length === 0) left[negative.verdict] += 1;
  count(bySet, `${negative.set}: ${ids.length > 0 ? 'refused' : 'passes'}`, negative.verdict);
  const isListed =
    values.list === negative.verdict && (values.check === undefined || ids.includes(values.check));
  if (isListed) {
    const { set, slot, operation, keyword, replacement } = negative;
    console.log(
      `${set} ${operation} ${slot}: ${keyword} → ${replacement} | ${ids.join(' ') || '-'} | ${negative.caption}`,
    );
  }
}

const line = (name: string, row: Row) =>
  `${name.padEnd(30)} ${judgements.map((j) => String(row[j]).padStart(5)).join(' ')}`;
console.log(`${'check'.padEnd(30)} ${judgements.map((j) => j.padStart(5)).join(' ')}`);
for (const { id } of registry) {
  const row = rows.get(id);
  if (row) console.log(line(id, row));
}
console.log(line('no check refuses it', left));
for (const [name, row] of [...bySet].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(line(name, row));
console.log(`${judged.length} judged negatives, ${unread} whose words were not found`);
