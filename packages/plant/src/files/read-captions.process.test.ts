import { once } from 'node:events';
import { createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { packTar } from '../testing/pack-tar';
import { type Format, formatOf, formats } from './caption-format';
import type { FieldNames, FileCaption } from './file-caption';
import { openInput } from './open-input';
import { readCaptions } from './read-captions';

const { file } = useFolder();

async function read(path: string, fields: FieldNames = {}, format: Format = formatOf(path)) {
  const captions: FileCaption[] = [];
  const problems: string[] = [];
  for await (const batch of readCaptions(path, openInput(path), format, fields)) {
    captions.push(...batch.captions);
    problems.push(...batch.problems.map(({ message }) => message));
  }
  return { captions, problems };
}

const captions = ['A dog barks.', 'Two "red" cars,\nand a bus.', 'Ein Käse 🧀 עברית.'];
const coco = {
  info: { year: 2017 },
  annotations: captions.map((caption, i) => ({ id: 10 + i, image_id: i % 2, caption })),
  images: [0, 1].map((id) => ({ id, file_name: `${id}.jpg` })),
};
const karpathy = {
  images: [0, 1].map((image) => ({
    filepath: 'val2014',
    filename: `${image}.jpg`,
    cocoid: image,
    sentences: captions.flatMap((raw, i) => (i % 2 === image ? [{ raw, sentid: 10 + i }] : [])),
  })),
  dataset: 'coco',
};
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe('every format gives ids, images and captions', () => {
  const named = captions.map((caption, i) => ({ id: String(10 + i), caption, imageId: String(i % 2) }));
  test.each([
    ['in.jsonl', () => coco.annotations.map((entry) => JSON.stringify(entry)).join('\n')],
    ['array.json', () => JSON.stringify(coco.annotations)],
    ['coco.json', () => JSON.stringify(coco, null, 1)],
    [
      'in.csv',
      () =>
        `\ufeffid,image_id,caption\r\n${captions.map((text, i) => `${10 + i},${i % 2},${quoted(text)}\r\n`).join('')}`,
    ],
    [
      'in.parquet',
      () =>
        new Uint8Array(
          parquetWriteBuffer({
            columnData: [
              { name: 'id', data: [10, 11, 12], type: 'INT32' },
              { name: 'image_id', data: [0n, 1n, 0n], type: 'INT64' },
              { name: 'caption', data: captions, type: 'STRING' },
              { name: 'pixels', data: captions.map(() => new Uint8Array(9)), type: 'BYTE_ARRAY' },
            ],
          }),
        ),
    ],
  ])('%s, in gzip too', async (name, content) => {
    const bytes = Buffer.from(content());
    expect(await read(file(name, bytes))).toEqual({ captions: named, problems: [] });
    if (name.endsWith('.parquet')) return;
    expect(await read(file(`${name}.gz`, gzipSync(bytes)))).toEqual({ captions: named, problems: [] });
  });

  test('Karpathy: sentences of an image together, with its file', async () => {
    const { captions: found } = await read(file('karpathy.json', JSON.stringify(karpathy)));
    expect(found.map(({ id, imageId, filepath }) => [id, imageId, filepath])).toEqual([
      ['10', '0', 'val2014/0.jpg'],
      ['12', '0', 'val2014/0.jpg'],
      ['11', '1', 'val2014/1.jpg'],
    ]);
  });

  test('TSV and text, where a caption is one line', async () => {
    const lines = [captions[0], captions[2]];
    expect((await read(file('in.txt', lines.join('\r\n')))).captions.map((each) => each.caption)).toEqual(
      lines,
    );
    const tsv = await read(
      file('in.tsv', `title\tfilepath\n${lines.map((line) => `${line}\ta.jpg\n`).join('')}`),
    );
    // The file of the image stands for its id.
    expect(tsv.captions[1]).toEqual({ id: '3', caption: lines[1], imageId: 'a.jpg', filepath: 'a.jpg' });
  });

  test('webdataset: .txt or the caption of .json, the key as id, the image as path', async () => {
    const tar = await packTar(
      { name: 'a/000.jpg', content: 'pixels' },
      { name: 'a/000.txt', content: 'A dog barks.\n' },
      { name: 'a/001.json', content: '{"caption":"A red car.","image_id":7}' },
      { name: 'a/001.png', content: 'pixels' },
      { name: 'a/002.jpg', content: 'pixels without a caption' },
    );
    const at = (start: number, extension: string) => {
      expect(tar.toString('utf8', start, start + 6)).toBe('pixels');
      return {
        filepath: `a/00${extension === 'jpg' ? 0 : 1}.${extension}`,
        picture: { start, length: 6, extension },
      };
    };
    const found = [
      { id: 'a/000', caption: 'A dog barks.', ...at(512, 'jpg') },
      { id: 'a/001', caption: 'A red car.', imageId: '7', ...at(3584, 'png') },
    ];
    expect(await read(file('shard.tar', tar))).toEqual({ captions: found, problems: [] });
    expect(await read(file('shard.tar.gz', gzipSync(tar)))).toEqual({ captions: found, problems: [] });
  });

  test('fields by other names', async () => {
    const lines = file('named.jsonl', '{"TEXT":"A dog barks.","url":"u","photo":3}\n');
    const fields = { caption: 'TEXT', id: 'url', imageId: 'photo' };
    expect((await read(lines, fields)).captions).toEqual([
      { id: 'u', caption: 'A dog barks.', imageId: '3' },
    ]);
  });
});

describe('names of fields', () => {
  const parquet = (columns: Readonly<Record<string, readonly string[]>>) =>
    new Uint8Array(
      parquetWriteBuffer({
        columnData: Object.entries(columns).map(([name, data]) => ({
          name,
          data: [...data],
          type: 'STRING' as const,
        })),
      }),
    );

  test.each<[string, () => string | Uint8Array | Promise<string | Uint8Array>]>([
    ['own.jsonl', () => '{"id":"a","title":"A dog.","imageId":"q"}\n'],
    ['own.json', () => '[{"id":"a","title":"A dog.","imageId":"q"}]'],
    ['own.csv', () => 'id,title,imageId\na,A dog.,q\n'],
    ['own.tsv', () => 'id\ttitle\timageId\na\tA dog.\tq\n'],
    ['own.parquet', () => parquet({ id: ['a'], title: ['A dog.'], imageId: ['q'] })],
    ['own.tar', () => packTar({ name: 'a.json', content: '{"title":"A dog.","imageId":"q"}' })],
  ])('%s: the title is the caption, and our own imageId is the image', async (name, content) => {
    const { captions: found, problems } = await read(file(name, Buffer.from(await content())));
    expect(problems).toEqual([]);
    expect(found).toEqual([{ id: 'a', caption: 'A dog.', imageId: 'q' }]);
  });

  test('caption and image_id come first, and what was asked for before all', async () => {
    const line =
      '{"caption":"A dog.","title":"A cat.","image_id":1,"imageId":2,"photo":3}\n{"title":"A hen."}\n';
    const both = file('both.jsonl', line);
    expect((await read(both)).captions).toMatchObject([
      { caption: 'A dog.', imageId: '1' },
      { caption: 'A hen.' },
    ]);
    expect(await read(both, { caption: 'caption', imageId: 'photo' })).toEqual({
      captions: [{ id: '1', caption: 'A dog.', imageId: '3' }],
      problems: ['line 2 has no "caption" (it has title); name the field with --fields caption=NAME'],
    });
  });

  test.each(['jsonl', 'json'])(
    '%s: an object without a field that was asked for is broken',
    async (format) => {
      const objects = [
        { caption: 'A dog.', a: 1, b: 2, c: 3, d: 4, e: 5 },
        { caption: 'A cat.', photo: null },
        {},
      ];
      const text = objects.map((each) => JSON.stringify(each));
      const content = format === 'json' ? `[${text.join(',')}]` : text.join('\n');
      const { captions: found, problems } = await read(file(`asked.${format}`, content), {
        imageId: 'photo',
      });
      expect(found.map(({ caption }) => caption)).toEqual(['A cat.']);
      expect(problems.map((message) => message.replace(/^(line|entry) /, ''))).toEqual([
        '1 has no "photo" (it has caption, a, b, c, d, …); name the field with --fields image=NAME',
        '3 has no "caption" (it has no field); name the field with --fields caption=NAME',
      ]);
    },
  );

  test.each<[string, () => string | Uint8Array]>([
    ['asked.csv', () => 'caption,key\nA dog.,1\n'],
    ['asked.tsv', () => 'caption\tkey\nA dog.\t1\n'],
    ['asked.parquet', () => parquet({ caption: ['A dog.'], key: ['1'] })],
  ])('%s: a column that was asked for must be there', async (name, content) => {
    const table = file(name, Buffer.from(content()));
    await expect(read(table, { id: 'foo' })).rejects.toThrow(
      /must name the column "foo" of --fields id, got caption, key; name one of these or leave the option out\.$/,
    );
    await expect(read(table, { caption: 'foo' })).rejects.toThrow(
      /must name the column "foo" of --fields caption, got caption, key;/,
    );
    await expect(read(table, { imageId: 'foo' })).rejects.toThrow(
      /"foo" of --fields image, got caption, key;/,
    );
    expect((await read(table, { id: 'key' })).captions).toEqual([{ id: '1', caption: 'A dog.' }]);
  });

  test('tar: a field beside a .txt is looked up in the .json; the id is the key', async () => {
    const shard = file(
      'fields.tar',
      await packTar(
        { name: 'a.txt', content: 'A dog.' },
        { name: 'a.json', content: '{"photo":7}' },
        { name: 'b.txt', content: 'A cat.' },
        { name: 'c.txt', content: 'A hen.' },
        { name: 'c.json', content: '{"image_id":7}' },
      ),
    );
    expect(await read(shard, { imageId: 'photo' })).toEqual({
      captions: [{ id: 'a', caption: 'A dog.', imageId: '7' }],
      problems: [
        'sample "b" has no "photo" (it has no field); name the field with --fields image=NAME',
        'sample "c" has no "photo" (it has image_id); name the field with --fields image=NAME',
      ],
    });
    await expect(read(shard, { id: 'photo' })).rejects.toThrow(/its key; leave out --fields id\.$/);
  });

  test('Karpathy’s splits and text have no fields to name', async () => {
    const splits = file('fields.json', JSON.stringify(karpathy));
    await expect(read(splits, { imageId: 'photo' })).rejects.toThrow(
      /own names; leave out --fields image\.$/,
    );
    const text = file('fields.txt', 'A dog.\n');
    await expect(read(text, { caption: 'a', imageId: 'b' })).rejects.toThrow(
      /has no fields; leave out --fields caption and --fields image, or name its format\.$/,
    );
  });
});

describe('hostile files are reported', () => {
  test('broken entries are named, the rest goes on', async () => {
    const entries = [{ caption: 1 }, { id: {}, caption: 'x' }, null, 'text', { caption: 'A dog.' }];
    const json = file(
      'odd.json',
      `[${entries.map((entry) => JSON.stringify(entry)).join(',')},{"__proto__":{"caption":"no"}}]`,
    );
    const { captions: found, problems } = await read(json);
    expect(found.map(({ caption }) => caption)).toEqual(['A dog.']);
    expect(problems).toEqual([
      'entry 1 has no "caption" that is a string',
      'entry 2 has an "id" that is neither string nor number',
      'entry 3 is no JSON object',
      'entry 4 is no JSON object',
      'entry 6 has no "caption" (it has __proto__); name the field with --fields caption=NAME',
    ]);
  });

  test('CSV: broken UTF-8, wrong columns', async () => {
    const rows = ['caption,id', '"A dog.",1', 'A \xff cat.,2', 'A,cow,3', 'A 5" fox.,5'];
    const { captions: found, problems } = await read(file('odd.csv', Buffer.from(rows.join('\n'), 'latin1')));
    expect(found.map(({ id }) => id)).toEqual(['1', '5']);
    expect(problems).toEqual(['line 3 is not UTF-8', 'line 4 has 3 columns where the header has 2']);
  });

  test('tar: names that leave the folder, links, a member twice, no key, a caption of megabytes', async () => {
    const tar = await packTar(
      { name: '../../evil.txt', content: 'A dog.' },
      { name: '/etc/evil.txt', content: 'A dog.' },
      { name: 'C:\\evil.txt', content: 'A dog.' },
      { name: 'link.txt', type: 'symlink', linkname: '/etc/passwd' },
      { name: 'pipe.txt', type: 'fifo' },
      { name: 'README', content: 'x' },
      { name: 'b.txt', content: 'A cat.' },
      { name: 'b.txt', content: 'A cow.' },
      { name: 'c.txt', content: 'x'.repeat(5_000_000) },
      { name: 'd.txt', content: Buffer.from('A caf\xe9.', 'latin1') },
      { name: 'e.json', content: '{"caption":' },
    );
    const { captions: found, problems } = await read(file('odd.tar', tar));
    expect(found).toEqual([{ id: 'b', caption: 'A cat.' }]);
    expect(problems).toEqual([
      'member "../../evil.txt" would lie outside of the folder',
      'member "/etc/evil.txt" would lie outside of the folder',
      'member "C:\\\\evil.txt" would lie outside of the folder',
      'member "link.txt" is no plain file but a symlink',
      'member "pipe.txt" is no plain file but a fifo',
      'member "README" has no key and extension',
      'member "b.txt" is there twice; the first is taken',
      'member "c.txt" has more than 4 MiB',
      'sample "d" has a .txt that is not UTF-8',
      'sample "e" has a .json that is not JSON',
    ]);
  });

  const junk = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3)) & 0xff));
  test.each<[string, string | Buffer, RegExp]>([
    [
      'cut.txt.gz',
      gzipSync('A dog barks.\n'.repeat(9999)).subarray(0, 90),
      /cannot read .*: its gzip data end too early\.$/,
    ],
    [
      'bent.txt.gz',
      Buffer.concat([gzipSync('A dog.').subarray(0, 12), junk]),
      /cannot read .*: its gzip data are broken\.$/,
    ],
    ['named.txt.gz', 'A dog.', /named\.txt\.gz is no gzip, as its name says; rename it\.$/],
    [
      'junk.parquet',
      junk,
      / is not a readable Parquet file: it is cut off, or of another format; write it again/,
    ],
    [
      'junk.tar',
      junk,
      / is no tar that can be read: its first header is broken, or it is of another format; name a tar of files\.$/,
    ],
    [
      'bad.json',
      '{"annotations":[}',
      / is not JSON: it breaks before the first entry; if it is JSON lines, let its name end in \.jsonl\.$/,
    ],
    [
      'other.json',
      '{"a":[1]}',
      / has neither "annotations" .* nor "images" .*, and is no list of objects\.$/,
    ],
    ['deep.json', '['.repeat(5_000_000), / is nested deeper than 100 levels; pass COCO's captions/],
    [
      'acting.csv',
      `\u001b[31m\u202e${'x'.repeat(500)},b\n`,
      /must name a column "caption" or "title" or "text", got \\u001b\[31m\\u202ex{60,80}…; name the field/,
    ],
    ...(['csv', 'tsv', 'txt', 'jsonl', 'json'] as const).flatMap((name): [string, Buffer, RegExp][] => [
      [
        `marked.${name}`,
        Buffer.from('\ufeffcaption,id\nA dog.,1\n', 'utf16le'),
        / is UTF-16, not UTF-8; save it as UTF-8 first\.$/,
      ],
      [`bare.${name}`, Buffer.from('caption,id\nA dog.,1\n', 'utf16le').swap16(), / is UTF-16, not UTF-8/],
      [
        `zeros.${name}`,
        Buffer.alloc(4096),
        / holds zero bytes, so it is no text; name a text file in UTF-8\.$/,
      ],
    ]),
    ...(['tsv', 'txt', 'jsonl'] as const).map((name): [string, string, RegExp] => [
      `mac.${name}`,
      'caption\rA dog.\rA cat.\r',
      / has line ends of CR alone, as on old Macs; save it with LF line ends\.$/,
    ]),
  ])('%s', async (name, content, message) => {
    await expect(read(file(name, content))).rejects.toThrow(message);
  });

  test('a JSON line that lies too deep is named', async () => {
    const deep = file('deep.jsonl', `{"caption":"A dog."}\n${'['.repeat(100_000)}\n`);
    expect((await read(deep)).problems).toEqual(['line 2 is nested deeper than 100 levels']);
  });

  test('a tar that is cut off between two members, in gzip and behind a long name too', async () => {
    const tar = await packTar(
      { name: 'a.jpg', content: 'x'.repeat(600) },
      { name: 'a.txt', content: 'A dog.' },
      { name: `${'b'.repeat(200)}.txt`, content: 'A cat.' },
    );
    const message =
      / is a tar that is cut off: it ends without the two blocks of zeros .* copy it again, or close/;
    const longHeader = 1536 + 1024;
    for (const end of [1536, longHeader, longHeader + 1024, longHeader + 2048]) {
      const cut = tar.subarray(0, end);
      await expect(read(file('between.tar', cut)), `${end}`).rejects.toThrow(message);
      await expect(read(file('between.tar.gz', gzipSync(cut)))).rejects.toThrow(message);
    }
    // One block of zeros may be a sector that was never written.
    await expect(read(file('one.tar', tar.subarray(0, tar.length - 512)))).rejects.toThrow(message);
    expect((await read(file('record.tar', Buffer.concat([tar, Buffer.alloc(10240)])))).captions).toHaveLength(
      2,
    );
    expect((await read(file('none.tar', Buffer.alloc(1024)))).captions).toHaveLength(0);
  });

  test('a tar of one key is refused at the limit of members, whatever comes behind', async () => {
    const members = Array.from({ length: 1001 }, (_, i) => ({ name: `a.${i}`, content: '' }));
    const tar = await packTar(...members);
    await expect(read(file('one-key.tar', tar))).rejects.toThrow(
      /: the sample "a" has more than 1000 members; the key of a sample is the name up to its first dot, /,
    );
  });

  test('zeros without end are no tar', async () => {
    await expect(read('/dev/zero', {}, 'tar')).rejects.toThrow(
      /goes on for more than 64 MiB without a member; name a tar of files/,
    );
  });

  test('what cannot be opened is one sentence, and nobody else hears of it', async () => {
    const errors: unknown[] = [];
    const listen = (error: unknown) => errors.push(error);
    process.on('uncaughtException', listen);
    const socket = file('socket.txt', '').replace('socket.txt', 'live.sock');
    const server = createServer().listen(socket);
    await once(server, 'listening');
    try {
      for (const format of formats) {
        await expect(read(socket, {}, format)).rejects.toThrow(/live\.sock/);
        // Opened and never read, as Parquet is not read as a stream.
        expect(openInput(socket).bytes).toBeUndefined();
      }
      await new Promise((resolve) => setImmediate(resolve));
    } finally {
      server.close();
      process.off('uncaughtException', listen);
    }
    expect(errors).toEqual([]);
    expect(() => openInput(`/${'x'.repeat(300)}.txt`)).toThrow(/: the name is too long\.$/);
    expect(() => openInput(`${file('a.txt', '')}/b.txt`)).toThrow(/: a part of the path is no folder\.$/);
  });

  test('a tar that is cut off, within a member and within a header', async () => {
    const tar = await packTar(
      { name: 'a.txt', content: 'x'.repeat(2000) },
      { name: 'b.txt', content: 'A dog.' },
    );
    const reasons = {
      1000: /no tar that can be read: it is cut off, or of another format; name a tar of files\.$/,
      2660: /is broken or ends too early behind member "a\.txt", so samples would be lost; copy it again, or write it anew\.$/,
    };
    for (const [end, reason] of Object.entries(reasons)) {
      await expect(read(file('cut.tar', tar.subarray(0, Number(end))))).rejects.toThrow(reason);
    }
  });

  test('an empty Parquet holds nothing', async () => {
    expect(await read(file('empty.parquet', ''))).toEqual({ captions: [], problems: [] });
  });

  test('Parquet of another schema names its columns', async () => {
    const columnData = [
      { name: 'TOP', data: ['A dog.', null], type: 'STRING' as const },
      { name: 'n', data: [1, 2], type: 'INT32' as const },
    ];
    const foreign = file('foreign.parquet', new Uint8Array(parquetWriteBuffer({ columnData })));
    await expect(read(foreign)).rejects.toThrow(
      /: the schema must name a column "caption" or "title" or "text", got TOP, n; name the field with --fields caption=NAME\.$/,
    );
    expect(await read(foreign, { caption: 'TOP' })).toEqual({
      captions: [{ id: '1', caption: 'A dog.' }],
      problems: ['row 2 has no "TOP" that is a string'],
    });
    expect((await read(foreign, { caption: 'n' })).captions).toEqual([]);
  });
});
