import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { parseHTML } from 'linkedom';
import { describe, expect, test, vi } from 'vitest';
import { percent } from '../audit/audit-report';
import { htmlReport } from '../audit/html-report';
import { textReport } from '../audit/text-report';
import { auditFile } from '../testing/audit-file';

const { file } = useFolder();

const span = (text: string, whole: string, lemma = text) => {
  const start = whole.indexOf(text);
  return { text, lemma, start, end: start + text.length };
};
const record = (caption: string, from: string, to: string, more: object = {}) => {
  const negative = caption.replace(from, to);
  return {
    id: 'a',
    caption,
    negative,
    operation: 'replace',
    slot: 'object',
    keyword: span(from, caption),
    replacement: span(to, negative),
    concreteness: 4.9,
    concretenessSource: 'estimate',
    replacementConcreteness: 4.5,
    ...more,
  };
};
const lines = (...records: readonly unknown[]) => records.map((each) => JSON.stringify(each)).join('\n');

describe('audit', () => {
  test('counts, checks and shows what is in a file of records', async () => {
    const records = file(
      'records.jsonl',
      lines(
        record('A dog barks.', 'dog', 'cat'),
        record('A dog barks.', 'dog', 'cat'),
        record('A dog barks.', 'dog', 'puppy', { id: 'b' }),
        record('A red dog.', 'red', 'old', { id: 'c', slot: 'attribute', concreteness: 2.1 }),
        { ...record('A dog barks.', 'dog', 'cow', { id: 'd' }), negative: 'A cow barked.' },
        record('A dog barks.', 'dog', 'dog', { id: 'e' }),
        record('A cat barks.', 'cat', 'ox', {
          id: 'f',
          keyword: { text: 'cat', lemma: 'cat', start: 0, end: 3 },
        }),
        {
          ...record('I saw an owl.', 'owl', 'dog', { id: 'g' }),
          negative: 'I saw a dog.',
          replacement: span('dog', 'I saw a dog.'),
        },
      ),
    );
    const mined = ['A dog barks.', 'A red dog.', 'A cat barks.', 'I saw an owl.'];
    const captions = file(
      'captions.tsv',
      `id\tcaption\n${mined.map((text) => `y\t${text}\n`).join('')}${'x\tA dog.\n'.repeat(12)}`,
    );
    const summary = file(
      'summary.json',
      JSON.stringify({ captions: 20, refusals: { person: 3, 'is-a': 7, other: 0 } }),
    );
    const report = await auditFile(records, { captions, summary, sample: 3 });
    expect(report).toMatchObject({
      pairs: 8,
      brokenLines: 0,
      coverage: { captionsWithNegative: 7, captions: 16, share: 7 / 16 },
      slots: { object: 7, attribute: 1 },
      operations: { replace: 8 },
      refusals: { 'is-a': 7, person: 3 },
      checks: {
        duplicates: 1,
        unchanged: 1,
        withSpans: 8,
        wrongOffsets: 1,
        otherChanges: 1,
        firstOtherChange: 'd',
        related: 2,
        relatedOf: 7,
      },
    });
    expect(report.checks.relatedExamples).toEqual(['dog → puppy (is-a)', 'dog → dog (synonym)']);
    const { concreteness } = report;
    expect(concreteness?.mean).toBeCloseTo((7 * 4.9 + 2.1) / 8, 12);
    expect(concreteness?.slots.attribute?.bins.indexOf(1)).toBe(4);
    expect(report.sample).toHaveLength(3);
    expect(report.blind).toBeUndefined();

    const text = textReport(report);
    expect(text).toContain('coverage        7 of 16 captions with a negative (43.8 %)');
    expect(text).toContain('related words   2 of 7 (28.6 %)');
    expect(text).toContain('other changes   1 of 8 (12.5 %), the first in record d');
    expect(text).toContain('A sample to read:');
    expect(text).toContain('blind judge     too few pairs to judge');
  });

  test('the judge reads, warns of few pairs, and the page is whole and holds no foreign code', async () => {
    const pairs = Array.from({ length: 160 }, (_, i) => ({
      id: String(i),
      caption: `A dog number ${i} <script>alert(1)</script> & "more"`,
      negative: `A walrus number ${i} <img src=x onerror=alert(1)> & "more"`,
      slot: 'object',
      operation: '"><b>odd</b>',
      concreteness: 4.9,
    }));
    const report = await auditFile(file('leaky.jsonl', lines(...pairs)));
    expect(report.blind?.score).toBe(1);
    expect(textReport(report)).toMatch(
      /blind judge {5}1\.000 .* of 160 pairs; 0\.5 is perfect, a guess lies in 0\.423–0\.577/,
    );
    expect(textReport(report)).toContain('160 pairs are few');
    const page = htmlReport(report);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;');
    expect(parseHTML(page).document.querySelectorAll('script, img, b')).toHaveLength(0);
    expect(page).not.toMatch(/https?:|url\(/);
    expect(page).toContain('prefers-color-scheme: dark');
    expect(page).toContain('name="viewport"');
    for (const tag of ['svg', 'section', 'table', 'li>', 'text', 'title']) {
      expect(page.split(`<${tag}`).length).toBe(page.split(`</${tag.replace('>', '')}>`).length);
    }
    expect(await auditFile(file('leaky.jsonl', lines(...pairs)))).toEqual(report);
  });

  test('others’ files: NegCLIP’s TSV, SugarCrepe’s JSON, Parquet with dots', async () => {
    const tsv = file(
      'negclip.tsv',
      `\ttitle\tfilepath\tneg_caption\tneg_image\n0\t"A ""red"" dog."\ta.jpg\t['A dog red.', "It's a \\u0064og."]\t[1]\n1\tA cat.\tb.jpg\t[]\t[0]\n`,
    );
    const negClip = await auditFile(tsv);
    expect(negClip).toMatchObject({ pairs: 2, coverage: { captionsWithNegative: 1 } });
    expect(negClip.sample.map(({ caption, negative }) => [caption, negative])).toEqual([
      ['A "red" dog.', 'A dog red.'],
      ['A "red" dog.', "It's a dog."],
    ]);
    const entry = { filename: '1.jpg', caption: 'A dog.', negative_caption: 'A cat.' };
    expect(await auditFile(file('crepe.json', JSON.stringify({ 0: entry, 7: entry })))).toMatchObject({
      pairs: 2,
      checks: { duplicates: 1, withSpans: 0 },
    });
    const columnData = [
      { name: 'caption', data: ['A dog.'], type: 'STRING' as const },
      { name: 'negative', data: ['A cat.'], type: 'STRING' as const },
      ...(['keyword', 'replacement'] as const).flatMap((name) => [
        { name: `${name}.text`, data: [name === 'keyword' ? 'dog' : 'cat'], type: 'STRING' as const },
        { name: `${name}.lemma`, data: ['x'], type: 'STRING' as const },
        { name: `${name}.start`, data: [2], type: 'INT32' as const },
        { name: `${name}.end`, data: [5], type: 'INT32' as const },
      ]),
    ];
    const parquet = file('pairs.parquet', new Uint8Array(parquetWriteBuffer({ columnData })));
    expect(await auditFile(parquet)).toMatchObject({ pairs: 1, checks: { withSpans: 1, wrongOffsets: 0 } });
  });

  test('broken lines are told and left out; a file without pairs is refused', async () => {
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const report = await auditFile(
      file('odd.jsonl', `{"caption":"A dog.","negative":"A cat."}\n{\n[]\n{"caption":"A dog."}\n`),
    );
    expect(report).toMatchObject({ pairs: 1, brokenLines: 3 });
    expect(told.mock.calls.map(([text]) => String(text).replace(/.*odd\.jsonl /, ''))).toEqual([
      'line 2 is not JSON.\n',
      'line 3 is no JSON object.\n',
      'line 4 has no "caption" and "negative" that are strings.\n',
    ]);
    told.mockRestore();
    await expect(auditFile(file('empty.jsonl', ''))).rejects.toThrow(
      /holds no pair of caption and negative\.$/,
    );
    await expect(auditFile(file('bad.tsv', 'a\tb\n1\t2\n'))).rejects.toThrow(
      /bad\.tsv: the header must name the columns "title" and "neg_caption" \(NegCLIP’s\), got a, b; if it holds the captions that were mined, pass what `mine` wrote instead\.$/,
    );
    await expect(auditFile(file('bad.json', '{'))).rejects.toThrow(/bad\.json is not JSON\.$/);
    await expect(auditFile(file('x.jsonl', '{}'), { summary: file('s.json', '[]') })).rejects.toThrow(
      /s\.json is no summary; make one with/,
    );
    for (const text of [
      '{"captions":-5,"refusals":{}}',
      '{"captions":1.5,"refusals":{}}',
      '{"captions":5,"refusals":[]}',
      '{"captions":5,"refusals":{"no noun":-1}}',
      '{"captions":5,"refusals":{"no noun":"many"}}',
      '{"captions":5,"captions":50,"refusals":{}}',
      '['.repeat(100_000),
    ]) {
      const options = { summary: file('s.json', text) };
      await expect(auditFile(file('x.jsonl', '{}'), options)).rejects.toThrow(
        /s\.json is no summary; make one/,
      );
    }
    const long = { summary: file('s.json', '['.repeat(2 * 1024 * 1024)) };
    await expect(auditFile(file('x.jsonl', '{}'), long)).rejects.toThrow(/s\.json: .* at most 1 MiB/);
  });
});

describe('a file that is not the right one', () => {
  const pair = (id: string, caption: string) => record(caption, 'dog', 'cat', { id });
  const mined = () =>
    file('mined.jsonl', lines(pair('1', 'A dog barks.'), pair('2', 'A dog runs.'), pair('3', 'Two dogs.')));

  test('captions that were not mined are refused, whether too few or others', async () => {
    const all = ['A dog barks.', 'A dog runs.', 'Two dogs.', 'A cat.'].join('\n');
    const report = await auditFile(mined(), { captions: file('all.txt', all) });
    expect(report.coverage).toEqual({ captionsWithNegative: 3, captions: 4, share: 0.75 });
    await expect(
      auditFile(mined(), { captions: file('others.txt', 'A dog runs.\na\nb\nc\nd\n') }),
    ).rejects.toThrow(
      /^--captions .*others\.txt must be the file that .*mined\.jsonl was mined from, but 2 of 3 captions looked up are not in it; name that file, or pass --summary instead\.$/,
    );
    const crepe = [
      { caption: 'A dog.', negative_caption: 'A cat.' },
      { caption: 'A hen.', negative_caption: 'A cow.' },
    ];
    await expect(
      auditFile(file('few.json', JSON.stringify(crepe)), { captions: file('few.txt', 'A  dog.\n') }),
    ).rejects.toThrow(/but it holds 1 caption, and 2 have a negative; name that file/);
  });

  test('captions whose field has another name', async () => {
    const captions = file('named.jsonl', lines({ sentence: 'A dog runs.' }, { sentence: 'A cat.' }));
    const negatives = file('of-named.jsonl', lines(pair('1', 'A dog runs.')));
    const { coverage } = await auditFile(negatives, { captions, captionField: 'sentence' });
    expect(coverage).toEqual({ captionsWithNegative: 1, captions: 2, share: 0.5 });
    await expect(auditFile(negatives, { captions })).rejects.toThrow(
      'has no "caption" (it has sentence); name the field with --caption-field',
    );
  });

  test('captions instead of negatives', async () => {
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const captions = file('captions.jsonl', lines({ caption: 'A dog.' }, { caption: 'A cat.' }));
    const message =
      /captions\.jsonl holds no pair of caption and negative, but 2 broken lines; if it holds the captions that were mined, pass what `mine` wrote instead\.$/;
    await expect(auditFile(captions)).rejects.toThrow(message);
    await expect(auditFile(mined(), { learn: captions })).rejects.toThrow(message);
    told.mockRestore();
  });

  test('a judge who has seen the captions is named in text, JSON and page', async () => {
    const other = file('other.jsonl', lines(pair('7', 'A dog runs.'), pair('8', 'A dog runs.')));
    const report = await auditFile(mined(), { learn: other, sample: 0 });
    expect(report).toMatchObject({ learntFrom: other, sharedCaptions: { shared: 1, captions: 3 } });
    for (const text of [textReport(report), htmlReport(report)]) {
      expect(text).toContain('which shares 1 of the 3 captions (33.3 %).');
      expect(text).toContain(
        'Warning: where the judge has seen the caption with its negative it knows the fake',
      );
      expect(text).not.toContain('A sample to read');
    }
    const apart = await auditFile(mined(), { learn: file('apart.jsonl', lines(pair('9', 'A dog.'))) });
    expect(textReport(apart)).toContain('which shares none of the 3 captions.');
    expect(textReport(apart)).not.toContain('Warning');
  });
});

test('a share that is not none is never 0 %', () => {
  expect([0, 1 / 6012, 0.0005, 0.12345, 1].map(percent)).toEqual([
    '0 %',
    'less than 0.1 %',
    '0.1 %',
    '12.3 %',
    '100 %',
  ]);
});

describe('ids', () => {
  const things = ['table', 'chair', 'bench', 'sofa', 'desk', 'bed', 'couch', 'shelf'];
  /** What `mine` writes of one shard: ids are line numbers. */
  const shard = (of: string, prefix = '') =>
    things.map((thing, i) =>
      record(`A ${of} dog near a ${thing}.`, 'dog', 'cat', {
        id: `${prefix}${i + 1}`,
        partner: `${prefix}${i}`,
      }),
    );

  test('files put together whose ids are equal are refused, with the id and the remedy', async () => {
    const both = file('both.jsonl', lines(...shard('red'), ...shard('blue')));
    await expect(auditFile(both)).rejects.toThrow(
      /^.*both\.jsonl: the id "1" stands for two captions, the second of which is "A blue dog near a table\."; each caption needs an id of its own, so put the name of the file before the ids where files were put together\.$/,
    );
    const apart = file('apart.jsonl', lines(...shard('red', 'a-'), ...shard('blue', 'b-')));
    expect(await auditFile(apart)).toMatchObject({ pairs: 16, coverage: { captionsWithNegative: 16 } });
  });

  test('shards are judged together as if they were one file, where their ids differ', async () => {
    const shards = ['red', 'blue', 'green'].map((of) => file(`${of}.jsonl`, lines(...shard(of, `${of}:`))));
    const one = file('one.jsonl', lines(...['red', 'blue', 'green'].flatMap((of) => shard(of, `${of}:`))));
    const { file: name, ...together } = await auditFile(shards, { seed: 3 });
    expect(name).toBe(`${shards[0]} and 2 more`);
    expect({ ...together, file: one }).toEqual(await auditFile(one, { seed: 3 }));
    const same = ['red', 'blue'].map((of) => file(`same-${of}.jsonl`, lines(...shard(of))));
    await expect(auditFile(same)).rejects.toThrow(/^.*same-blue\.jsonl: the id "1" stands for two captions/);
  });

  test('a negative is judged beside its positive, and counts for its caption', async () => {
    const half = { ...record('A brown dog barks.', 'brown', 'black'), caption: 'A dog barks.' };
    const added = file(
      'added.jsonl',
      lines(record('A dog barks.', 'dog', 'cat'), {
        ...half,
        positive: 'A brown dog barks.',
        operation: 'add',
      }),
    );
    const report = await auditFile(added);
    expect(report).toMatchObject({
      pairs: 2,
      coverage: { captionsWithNegative: 1 },
      checks: { withSpans: 2, wrongOffsets: 0, otherChanges: 0 },
    });
    expect(report.sample.map(({ caption }) => caption).sort()).toEqual([
      'A brown dog barks.',
      'A dog barks.',
    ]);
  });

  test('several negatives of a caption share its id, and an empty id is none', async () => {
    const several = file(
      'several.jsonl',
      lines(record('A dog barks.', 'dog', 'cat'), record('A dog barks.', 'dog', 'cow')),
    );
    expect(await auditFile(several)).toMatchObject({ pairs: 2, coverage: { captionsWithNegative: 1 } });
    const none = file(
      'none.jsonl',
      lines(
        record('A dog barks.', 'dog', 'cat', { id: '' }),
        record('A dog runs.', 'dog', 'cat', { id: '' }),
      ),
    );
    expect(await auditFile(none)).toMatchObject({ pairs: 2, coverage: { captionsWithNegative: 2 } });
  });
});

test('what a terminal acts on is shown and not done, as text and as a page', async () => {
  const hostile = 'A \u001b[31mred\u0007\u009b2J dog\u202e barks\nloudly.';
  const report = await auditFile(file('esc.jsonl', lines(record(hostile, 'dog', 'c\u001b]0;x\u0007at'))));
  const text = textReport(report);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not come through.
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  expect(text).toContain('\\u001b[31mred');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not come through.
  expect(htmlReport(report)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
});
