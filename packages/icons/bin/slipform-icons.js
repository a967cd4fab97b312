#!/usr/bin/env node
import { existsSync } from 'node:fs';

const cli = new URL('../dist/cli.js', import.meta.url);
if (existsSync(cli)) await import(cli);
else {
  process.stderr.write('slipform-icons: not built yet; run `npm run build` in the clone first\n');
  process.exitCode = 1;
}
