// npx tsx lab/scripts/icons-verdicts.ts [FOLDER]: the primary contrasts of the studies on icons, corrected by Holm, from lab/results or FOLDER.
import { fileURLToPath } from 'node:url';
import { iconVerdicts } from '../src/views/icon-verdicts';

const [folder = fileURLToPath(new URL('../results', import.meta.url))] = process.argv.slice(2);
console.log(await iconVerdicts(folder));
