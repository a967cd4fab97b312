import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { printChecks } from '../../scripts/checks-page';

test('docs/checks.md is what the registry says: npm run checks -w @slipform/plant', () => {
  expect(readFileSync(new URL('../../docs/checks.md', import.meta.url), 'utf8')).toBe(printChecks());
});
