import { expect, it } from 'vitest';
import { encoderIdentity } from '../encoder/encoder-identity';
import { loadEncoder } from '../encoder/load-encoder';
import { loadTokenizer } from '../tokenizer/tokenizer-file';
import { loadClip } from '../weights/load-clip';
import { isUrl, readUrl } from './model-url';

const malformed = [
  'http://[::1',
  'http://',
  'http://a b',
  'http://%',
  'http://127.0.0.1:99999/',
  'https:',
  'file:///%',
  ' http://[::1',
  'HTTP:\\\\',
  new URL('mailto:someone'),
  new URL('data:text/plain,x'),
];
const secret = [
  'http://user:pw@127.0.0.1:1/',
  'https://pw@127.0.0.1:1',
  'http:/user:pw@127.0.0.1:1',
  'http:user:pw@127.0.0.1:1',
  ' http://user:pw@127.0.0.1:1',
  'ftp://user:pw@127.0.0.1:1',
  'http://user:p@w/pw@127.0.0.1:1/?pw',
  'http://user:pw@[::1',
  'http://user:pw@a b/pw@c?pw',
  new URL('http://user:pw@127.0.0.1:1/'),
];

const loaders = [loadEncoder, loadClip, loadTokenizer, encoderIdentity];

it.each(malformed)('%s is one sentence', async (source) => {
  for (const load of loaders) {
    const error = await load(source).catch((reason) => reason);
    expect(error.name).toBe('InputError');
    expect(error.message).toMatch(/^A model's URL must be a URL such as https:.*, got ".*"; correct it\.$/);
  }
});

it.each(secret)('%s is refused, and its password is not shown', async (source) => {
  for (const load of loaders) {
    const error = await load(source).catch((reason) => reason);
    expect(error.name).toBe('InputError');
    expect(error.message).toMatch(/^A model's URL must /);
    expect(error.message).not.toContain('pw');
  }
});

it('a password that a failed fetch names is not shown', async () => {
  const failing = () => Promise.reject(new Error('no way to http://user:pw@host/?key=pw'));
  await expect(loadClip('http://host.invalid', { fetch: failing })).rejects.toThrow(
    /^http:\/\/host\.invalid\/config\.json could not be reached \(no way to http:\/\/host\/\)\.$/,
  );
});

it.each(['C:\\models\\x', 'C://models', 'models/a@b', './http:/x', 'hf:owner/name', 'model:v2/x', 'a//b'])(
  '%s is a path',
  (source) => expect(isUrl(source)).toBe(false),
);

it.each([
  'https://example.org/@scope/model@1?key=1',
  'file:///C:/models',
  'app://host',
  'http://[::1]:80/%20',
])('%s is a URL', (source) => {
  expect(isUrl(source)).toBe(true);
  expect(readUrl(source, 'It')).toEqual(new URL(source));
});
