import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

// Thousands of damaged norms, text as long as the limits let it be: `npm run test:torture`.
const bin = fileURLToPath(new URL('../bin/slipform-concreteness.js', import.meta.url));
const library = new URL('../dist/index.js', import.meta.url).href;
/** Runs a module in a process of its own with a small heap; it ends by an abort where it needs more. */
function inSmallHeap(mebibytes: number, code: string): unknown {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${mebibytes}`, '--input-type=module', '-e', code],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout);
}

test('6,000 damaged norms: ratings in [1, 5] or one short sentence, in a small heap', () => {
  const result = inSmallHeap(
    128,
    `
    import { createLexicon, InputError, parseNorms } from ${JSON.stringify(library)};
    let seed = 1;
    const draw = (count) => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) % count;
    const pick = (list) => list[draw(list.length)];
    const words = Array.from({ length: 300 }, (_, i) => 'w' + i.toString(36));
    const sources = [
      'Word\\tBigram\\tConc.M\\tDom_Pos\\n' + words.map((w, i) => [w, 0, 1 + (i % 40) / 10, 'Noun'].join('\\t')).join('\\r\\n'),
      'word,rating\\n' + words.map((w, i) => '"' + w + ', x",' + (1 + (i % 60) / 10)).join('\\n'),
      'Words,Length,AROU,,,CNC,,\\n,,M,SD,N,M,SD,N\\n' + words.map((w, i) => w + (i % 3 ? '' : ' (x)') + ',1,2,1,33,' + (1 + i % 7) + ',1,33').join('\\n'),
      'Lemma;Concreteness\\n' + words.map((w) => w + ';3').join('\\r'),
    ];
    const pieces = ['"', '""', '\\t', ',', ';', '\\n', '\\r', '\\0', '\\ufeff', '\\x1b[2J', '\\u202e', 'NaN', '1e400', '-0', '7', '__proto__',
      '\\ud800', '(', ')', ' (', '\\u0301\\u0316', 'Infinity', '0x3', '4,5', 'word', 'rating', 'M', '#N/A', ' '];
    let [read, refused, longest] = [0, 0, 0];
    for (let run = 0; run < 6000; run += 1) {
      let text = pick(sources);
      for (let change = 1 + draw(4); change > 0; change -= 1) {
        const [start, other] = [draw(text.length + 1), draw(text.length + 1)];
        const piece = pick(pieces).repeat(pick([1, 1, 2, 1000, 20000]));
        const kind = draw(5);
        if (kind === 0) text = text.slice(0, start) + piece + text.slice(start);
        else if (kind === 1) text = text.slice(0, start) + piece + text.slice(start + draw(9));
        else if (kind === 2) text = text.slice(0, start);
        else if (kind === 3) text = text.slice(0, start) + text.slice(start + draw(200));
        else text = text.slice(0, start) + text.slice(Math.min(start, other), Math.max(start, other)) + text.slice(start);
      }
      const options = pick([{}, {}, { scale: [1, 7] }, { word: 'word' }, { rating: 'M' }]);
      try {
        const norms = parseNorms(text, options);
        for (const rating of norms.ratings.values()) if (!(rating >= 1 && rating <= 5)) throw new Error('off the scale: ' + rating);
        if (norms.warnings.length > 9) throw new Error(norms.warnings.length + ' warnings');
        for (const warning of norms.warnings) if (/\\p{Cc}/u.test(warning) || warning.length > 400) throw new Error(warning);
        const lexicon = createLexicon({ norms });
        for (const [word, rating] of norms.ratings) {
          const rated = lexicon.rate(word);
          if (rated?.rating !== rating || rated.source !== 'norms') throw new Error(JSON.stringify([word, rating, rated]));
        }
        read += 1;
      } catch (error) {
        if (!InputError.isInstance(error)) throw error;
        if (/[\\p{Cc}\\u202e]/u.test(error.message)) throw new Error('acting characters: ' + JSON.stringify(error.message));
        longest = Math.max(longest, error.message.length);
        refused += 1;
      }
    }
    console.log(JSON.stringify({ read, refused, longest }));`,
  ) as { read: number; refused: number; longest: number };
  expect(result.read + result.refused).toBe(6000);
  // Neither side is empty, or the test would show nothing.
  expect(Math.min(result.read, result.refused)).toBeGreaterThan(500);
  expect(result.longest).toBeLessThan(500);
});

test.each([
  [
    'a million distinct words',
    `Array.from({ length: 1e6 }, (_, i) => i.toString(36) + 'abcdefghijkl,3.5\\n').join('')`,
    null,
  ],
  ['five million equal ones', `'dog,4\\n'.repeat(5e6)`, null],
  ['conflicts alone', `'dog,4\\ndog,3\\n'.repeat(25e5)`, null],
  ['rows without a rating', `'dog,NA\\n'.repeat(4e6) + 'dog,4\\n'`, null],
  ['rows that are too short', `'dog\\n'.repeat(6e6) + 'dog,4\\n'`, null],
  ['blank lines', `'\\n'.repeat(32e6) + 'dog,4\\n'`, null],
  ['quoted line ends', `('"' + '\\n'.repeat(1e6) + 'dog",4\\n').repeat(32)`, 'a word must have|word'],
  ['one row', `','.repeat(33e6)`, 'in the row of line 2'],
  ['one open quote', `'"' + 'dog,4\\n'.repeat(5e6)`, 'is never closed'],
  [
    'accents',
    `'a' + '\\u0301\\u0316'.repeat(499) + ',4\\n' + ('a' + '\\u0301\\u0316'.repeat(499) + ',4\\n').repeat(30000)`,
    null,
  ],
])('norms as long as may be, of %s, are read or refused in a small heap', (_, body, message) => {
  const result = inSmallHeap(
    256,
    `
    import { createLexicon, InputError, parseNorms } from ${JSON.stringify(library)};
    const text = 'word,rating\\n' + ${body};
    try {
      createLexicon({ norms: parseNorms(text) });
      console.log('null');
    } catch (error) {
      if (!InputError.isInstance(error)) throw error;
      console.log(JSON.stringify(error.message));
    }`,
  );
  if (message === null) expect(result).toBe(null);
  else if (result !== null) expect(result).toMatch(new RegExp(message));
});

test('a pipe of 256 MiB of words takes a small heap', async () => {
  const child = spawn(process.execPath, ['--max-old-space-size=48', bin, 'rate'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let answered = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) answered += 1;
  });
  const line = `${'qwxz '.repeat(40)}\n`;
  const chunk = Buffer.from(line.repeat(1000));
  const chunks = Math.ceil((256 * 1024 * 1024) / chunk.length);
  for (let i = 0; i < chunks; i += 1) {
    if (!child.stdin.write(chunk)) await new Promise((resolve) => child.stdin.once('drain', resolve));
  }
  child.stdin.end();
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  expect(answered).toBe(1000 * chunks);
});
