import { expect, it } from 'vitest';
import { withoutSecrets } from './url-secrets';

it.each([
  ['http://user:pw@host/a', 'http://host/a'],
  ['HTTPS://pw@host', 'HTTPS://host'],
  ['http:\\\\user:pw@host', 'http:\\\\host'],
  ['http:/user:pw@host and ftp://u:p@ss@h/', 'http:/host and ftp://h/'],
  ['cannot read "https://host/m?sig=pw": status 404', 'cannot read "https://host/m": status 404'],
  ['http://host/m;token=pw;a=b?c=d is', 'http://host/m is'],
  ['http://host/m?sig=pw;token=pw', 'http://host/m'],
  ['at http://host/m; pass a=b', 'at http://host/m; pass a=b'],
  ['(https://u:pw@host/m?sig=pw), again', '(https://host/m), again'],
])('%s → %s', (text, shown) => {
  expect(withoutSecrets(text)).toBe(shown);
});

it.each([
  'https://unpkg.com/@scope/name@1.0/x#y',
  'someone@host: is that so?',
  'C:\\models\\a@b',
  'hf:owner/name@v1',
  'a?b http: a@b',
])('%s stays', (text) => {
  expect(withoutSecrets(text)).toBe(text);
});
