#!/usr/bin/env node
// A virtual environment of Python with the packages of integrations/python/requirements/GROUP.txt.
//
//   node scripts/python/install.mjs GROUP...      for example: torch clients
//
// It prints the path of that environment's python. Everything is kept in a cache, by groups and by what their files say:
// SLIPFORM_CACHE, or else slipform in the user's folder of caches. A second run finds it there; two runs at once are safe.
// It needs Python 3.10 or newer with venv and pip (PYTHON names one), and PyPI. pip's own variables and settings hold:
// where torch must be a small build, PIP_EXTRA_INDEX_URL can name where those lie. Exit 77: something of this is missing
// here, and the last line of stderr says what; 1: it went wrong; 2: wrong usage.
import { MissingHere } from '../kept.mjs';
import { environment, groupNames } from './environment.mjs';

const usage = `usage: node scripts/python/install.mjs GROUP... (${groupNames.join(', ')})`;
const groups = process.argv.slice(2);
if (groups.includes('--help')) {
  console.log(usage);
} else if (groups.length === 0 || groups.some((group) => !groupNames.includes(group))) {
  console.error(
    `python: ${groups.length === 0 ? 'no group is named' : `there is no group ${groups.find((group) => !groupNames.includes(group))}`}; ${usage}`,
  );
  process.exitCode = 2;
} else {
  try {
    console.log(await environment(groups));
  } catch (error) {
    console.error(`python: ${error.message}`);
    process.exitCode = error instanceof MissingHere ? 77 : 1;
  }
}
