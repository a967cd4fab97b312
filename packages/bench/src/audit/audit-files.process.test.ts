import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { relation } from '@slipform/plant/relations';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test, vi } from 'vitest';
import { auditFiles } from './audit-files';
import { textReport } from './text-report';

const { file } = useFolder();
const auditFile = (files: string | readonly string[], options: { learn?: string; seed?: number } = {}) =>
  auditFiles([files].flat(), { judged: 20_000, seed: 0, relation, ...options });
const lines = (...records: readonly unknown[]) => records.map((each) => JSON.stringify(each)).join('\n');

const record = (caption: string, from: string, to: string, more: object = {}) => ({
  id: 'a',
  caption,
  negative: caption.replace(from, to),
  operation: 'replace',
  slot: 'object',
  keyword: { lemma: from },
  replacement: { lemma: to },
  concreteness: 4.9,
  replacementConcreteness: 4.5,
  ...more,
});

describe('audit', () => {
  test('counts, checks and shows what is in a file of records, and the captions without a negative', async () => {
    const records = file(
      'records.jsonl',
      lines(
        record('A dog barks.', 'dog', 'cat', { scores: { surprise: 0.4, leak: -0.5 } }),
        record('A dog barks.', 'dog', 'cat', { scores: { surprise: 0.2, leak: 0.1 } }),
        record('A dog barks.', 'dog', 'puppy', { id: 'b' }),
        record('A red dog.', 'red', 'old', { id: 'c', slot: 'attribute', concreteness: 2.1 }),
        record('A dog barks.', 'dog', 'dog', { id: 'e' }),
        { id: 'f', caption: 'Nice.', reason: 'no-site' },
        { id: 'g', caption: 'IMG_2041.jpg', reason: 'not-a-description' },
        { id: 'h', caption: 'Fine.', reason: 'no-site' },
        { id: 'i', caption: 'Good.', reason: 'no-site' },
      ),
    );
    const report = await auditFile(records);
    expect(report).toMatchObject({
      pairs: 5,
      brokenLines: 0,
      coverage: { captionsWithNegative: 4, captions: 8, share: 0.5 },
      slots: { object: 4, attribute: 1 },
      operations: { replace: 5 },
      reasons: { 'no-site': 3, 'not-a-description': 1 },
      checks: { duplicates: 1, unchanged: 1, related: 2, relatedOf: 4 },
    });
    expect(report.checks.relatedExamples).toEqual(['dog → puppy (is-a)', 'dog → dog (synonym)']);
    expect(report.concreteness?.mean).toBeCloseTo((4 * 4.9 + 2.1) / 5, 12);
    expect(report.scores?.surprise).toBeCloseTo(0.3, 12);
    expect(report.scores?.leak).toBeCloseTo(-0.2, 12);
    expect(report.blind).toBeUndefined();

    const text = textReport(report);
    expect(text).toContain('coverage        4 of 8 captions with a negative (50 %)');
    expect(text).toContain('without         4: no-site 3, not-a-description 1');
    expect(text).toContain('concreteness    mean of the changed word 4.34, of what replaces it 4.50');
    expect(text).toContain('surprisal       mean 0.30 nats');
    expect(text).toContain('related words   2 of 4 (50 %)');
    expect(text).toContain('text only       too few pairs to judge');
  });

  test('the judge reads, and warns of few pairs; the same seed says the same', async () => {
    const pairs = Array.from({ length: 160 }, (_, i) => ({
      id: String(i),
      caption: `A dog number ${i}.`,
      negative: `A walrus number ${i}.`,
    }));
    const leaky = file('leaky.jsonl', lines(...pairs));
    const report = await auditFile(leaky);
    expect(report.blind?.score).toBe(1);
    const text = textReport(report);
    expect(text).toMatch(
      /text only {7}1\.000 .* of 160 pairs; 0\.5 is perfect, chance lies in 0\.423–0\.577/,
    );
    expect(text).toMatch(/^ {2}fakes say {5}.*walrus/m);
    expect(text).toContain('160 pairs are few');
    expect(await auditFile(leaky)).toEqual(report);
  });

  test('others’ files: NegCLIP’s TSV, SugarCrepe’s JSON, Parquet with dots', async () => {
    const tsv = file(
      'negclip.tsv',
      `\ttitle\tfilepath\tneg_caption\tneg_image\n0\t"A ""red"" dog."\ta.jpg\t['A dog red.', "A \\"red\\" \\u0064og."]\t[1]\n1\tA cat.\tb.jpg\t[]\t[0]\n`,
    );
    expect(await auditFile(tsv)).toMatchObject({
      pairs: 2,
      coverage: { captionsWithNegative: 1 },
      checks: { unchanged: 1 },
    });
    const entry = { filename: '1.jpg', caption: 'A dog.', negative_caption: 'A cat.' };
    expect(await auditFile(file('crepe.json', JSON.stringify({ 0: entry, 7: entry })))).toMatchObject({
      pairs: 2,
      checks: { duplicates: 1 },
    });
    const columnData = Object.entries({
      caption: 'A dog.',
      negative: 'A puppy.',
      slot: 'object',
      'keyword.lemma': 'dog',
      'replacement.lemma': 'puppy',
    }).map(([name, text]) => ({ name, data: [text], type: 'STRING' as const }));
    const parquet = file('pairs.parquet', new Uint8Array(parquetWriteBuffer({ columnData })));
    expect(await auditFile(parquet)).toMatchObject({ pairs: 1, checks: { related: 1, relatedOf: 1 } });
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
  });
});

describe('a file that is not the right one', () => {
  const pair = (id: string, caption: string) => record(caption, 'dog', 'cat', { id });
  const mined = () =>
    file('mined.jsonl', lines(pair('1', 'A dog barks.'), pair('2', 'A dog runs.'), pair('3', 'Two dogs.')));

  test('captions instead of negatives', async () => {
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const captions = file('captions.jsonl', lines({ caption: 'A dog.' }, { caption: 'A cat.' }));
    const message =
      /captions\.jsonl holds no pair of caption and negative, but 2 broken lines; if it holds the captions that were mined, pass what `mine` wrote instead\.$/;
    await expect(auditFile(captions)).rejects.toThrow(message);
    await expect(auditFile(mined(), { learn: captions })).rejects.toThrow(message);
    told.mockRestore();
  });

  test('a judge who has seen the captions is named', async () => {
    const other = file('other.jsonl', lines(pair('7', 'A dog runs.'), pair('8', 'A dog runs.')));
    const report = await auditFile(mined(), { learn: other });
    expect(report).toMatchObject({ learntFrom: other, sharedCaptions: { shared: 1, captions: 3 } });
    const text = textReport(report);
    expect(text).toContain('which shares 1 of the 3 captions (33.3 %).');
    expect(text).toContain(
      'Warning: where the judge has seen the caption with its negative it knows the fake',
    );
    const apart = await auditFile(mined(), { learn: file('apart.jsonl', lines(pair('9', 'A dog.'))) });
    expect(textReport(apart)).toContain('which shares none of the 3 captions.');
    expect(textReport(apart)).not.toContain('Warning');
  });
});

test('a share that is not none is never 0 %', async () => {
  const [mined, alone] = [record('A dog.', 'dog', 'cat'), { caption: '.', reason: 'no-site' }];
  const report = await auditFile(file('rare.jsonl', lines(mined, ...Array(3000).fill(alone))));
  expect(textReport(report)).toContain('1 of 3001 captions with a negative (less than 0.1 %)');
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
    const half = { ...record('A brown dog barks.', 'brown', 'brown'), caption: 'A dog barks.' };
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
      checks: { unchanged: 1 },
    });
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

test('what a terminal acts on is shown and not done', async () => {
  const hostile = 'd\u001b[31mred\u0007\u009b2J\u202e\nog';
  const report = await auditFile(file('esc.jsonl', lines(record('A dog.', 'dog', 'cat', { slot: hostile }))));
  const text = textReport(report);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not come through.
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  expect(text).toContain('\\u001b[31mred');
});
