import { InputError } from '@slipform/kit/errors/input-error';
import { describe, expect, it } from 'vitest';
import type { ByteReader } from '../files/byte-reader';
import { parseModelJson } from '../files/model-json';
import { readSafetensorsHeader } from './safetensors';

/** A file whose header is this text, and what was asked of it. */
function fileOf(header: string, dataBytes = 0) {
  const text = new TextEncoder().encode(header);
  const bytes = new Uint8Array(8 + text.length + dataBytes);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
  bytes.set(text, 8);
  let at = 0;
  const asked: number[] = [];
  const reader: ByteReader = {
    size: bytes.length,
    sizeTold: 'the file',
    async read(length) {
      asked.push(length);
      at += length;
      return bytes.slice(at - length, at);
    },
    async close() {},
  };
  return { reader, asked };
}

const entry = '{"dtype":"F32","shape":[1],"data_offsets":[0,4]}';

async function refusal(header: string): Promise<string> {
  const { reader } = fileOf(header);
  const error: unknown = await readSafetensorsHeader(reader, 'model.safetensors').then(
    () => undefined,
    (reason) => reason,
  );
  expect(InputError.isInstance(error)).toBe(true);
  return (error as Error).message;
}

describe('the header of a safetensors file', () => {
  it('is not read where it is longer than any model has', async () => {
    const { reader, asked } = fileOf(`{"__metadata__":{"a":"${'x'.repeat(2 ** 24)}"}}`);
    await expect(readSafetensorsHeader(reader, 'model.safetensors')).rejects.toThrow(
      /no safetensors file or is cut off: .* no header has more than 16777216/,
    );
    expect(asked).toEqual([8]);
  });

  it.each([
    ['tensors', `{${Array.from({ length: 160_000 }, (_, i) => `"${i}":${entry}`).join(',')}}`],
    ['empty lists', `{"a":{"dtype":"F32","shape":[${'[],'.repeat(600_000)}1],"data_offsets":[0,4]}}`],
    ['lengths', `{"a":{"dtype":"F32","shape":[${'1,'.repeat(1_100_000)}1],"data_offsets":[0,4]}}`],
    [
      'notes',
      `{"__metadata__":{${Array.from({ length: 1_100_000 }, (_, i) => `"${i.toString(36)}":0`).join(',')}}}`,
    ],
  ])('is not parsed where it holds too many %s', async (_, header) => {
    expect(await refusal(header)).toBe(
      'The header of model.safetensors must not hold more than 1048576 values.',
    );
  });

  it('is not parsed where it is nested deep', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(await refusal(`{"a":{"dtype":${deep},"shape":[1],"data_offsets":[0,4]}}`)).toMatch(
      /must not be nested deeper than 100 levels/,
    );
  });

  it('takes what the largest models have, and long notes of a trainer', async () => {
    let at = 0;
    const tensors = Array.from({ length: 20_000 }, (_, i) => {
      at += 4;
      return `"model.layers.${i}.self_attn.q_proj.weight":{"dtype":"F32","shape":[1,1,1,1],"data_offsets":[${at - 4},${at}]}`;
    });
    const header = `{"__metadata__":{"notes":"${'{[,:'.repeat(2 ** 20)}"},${tensors.join(',')}}`;
    const { reader } = fileOf(header, at);
    expect((await readSafetensorsHeader(reader, 'model.safetensors')).entries).toHaveLength(20_000);
  });

  it('is named in one short line without control characters', async () => {
    const acting = '\\u001b[31m\\u0007\\n';
    const long = acting.repeat(100_000);
    for (const header of [
      `{"a":{"dtype":"${long}","shape":[1],"data_offsets":[0,4]}}`,
      `{"${long}":{"dtype":"F32","shape":[1],"data_offsets":[0,8]}}`,
      `{"${long}":3}`,
      `{"a":{"dtype":"F32","shape":"${long}","data_offsets":[0,4]}}`,
      `{"a":{"dtype":"F32","shape":[1],"data_offsets":"${long}"}}`,
      `{"${long}":${entry},"b":${entry}}`,
      `{"a":${long}}`,
    ]) {
      const message = await refusal(header);
      expect(message.length).toBeLessThan(500);
      expect(message).not.toMatch(/\p{Cc}/u);
    }
  });
});

it('files beside the weights have limits too, a tokenizer wider ones', () => {
  const many = new TextEncoder().encode(`{"merges":[${'0,'.repeat(1_100_000)}0]}`);
  expect(() => parseModelJson(many, 'config.json')).toThrow(
    'config.json must not hold more than 1048576 values.',
  );
  expect(() => parseModelJson(new Uint8Array(2 ** 24 + 1), 'config.json')).toThrow(
    /config\.json must not be longer than 16777216 bytes/,
  );
  expect(parseModelJson(many, 'vocab.json')).toHaveProperty('merges.length', 1_100_001);
});
