/**
 * Packs the tables of lexicon/ into table/lexicon.js, one string, which is what the package loads:
 *
 *   npm run lexicon -w @slipform/plant
 */
import { writeFileSync } from 'node:fs';
import { packLexicon } from './packed-lexicon';

writeFileSync(new URL('../table/lexicon.js', import.meta.url), packLexicon());
