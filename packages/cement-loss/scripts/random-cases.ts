// Writes random cases of the Cement loss, worked out by the definition in float64 (src/testing/reference.ts), as JSON in the
// form of fixtures/losses.json. The tests of integrations/python read them: a committed file, and in CI a fresh one.
//   npx tsx packages/cement-loss/scripts/random-cases.ts [--seed 0] [--cases 40] > cases.json
import { parseArgs } from 'node:util';
import { casesFile } from '../src/testing/random-cases';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '0' }, cases: { type: 'string', default: '40' } },
});
process.stdout.write(casesFile(Number(values.seed), Number(values.cases)));
