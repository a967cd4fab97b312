/** Writes docs/checks.md from the registry of checks: npm run checks -w @slipform/plant */
import { writeFileSync } from 'node:fs';
import { printChecks } from './checks-page';

writeFileSync(new URL('../docs/checks.md', import.meta.url), printChecks());
