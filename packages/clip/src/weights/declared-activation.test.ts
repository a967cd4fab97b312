import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { activationWarning } from './declared-activation';

const bytes = (content: unknown) =>
  new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
const filesOf = (files: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [name, bytes(content)]));
const towers = (image: 'gelu' | 'quick_gelu', text = image) =>
  ({ image: { activation: image }, text: { activation: text } }) as Parameters<typeof activationWarning>[1];
const warned = (files: Readonly<Record<string, unknown>>, config: ReturnType<typeof towers>) =>
  activationWarning(filesOf(files), config);

const fineTuned = '---\nlicense: mit\nbase_model: openai/clip-vit-base-patch32\n---\n# Mine\n';

it('a card, a config or a title that names weights of the other activation is warned of', async () => {
  const cases: [Readonly<Record<string, unknown>>, 'gelu' | 'quick_gelu', RegExp][] = [
    [
      { 'README.md': fineTuned },
      'gelu',
      /^the card \(README.md\) names openai\/clip-vit-base-patch32, which has quick_gelu, but its config gives the image tower gelu and the text tower gelu; /,
    ],
    [{ 'README.md': fineTuned.replaceAll('\n', '\r\n') }, 'gelu', /^the card/],
    [{ 'README.md': '# Model card for ViT-B-32-quickgelu\n' }, 'gelu', /names ViT-B-32-quickgelu/],
    [{ 'README.md': '# Model card for vit_base_patch32_clip_224.openai\n' }, 'gelu', /\.openai/],
    [
      { 'config.json': { _name_or_path: 'openai/clip-vit-large-patch14' } },
      'gelu',
      /^_name_or_path of config.json names openai/,
    ],
    [
      { 'README.md': '---\nbase_model:\n- laion/CLIP-ViT-B-32-laion2B-s34B-b79K\n---\n' },
      'quick_gelu',
      /names laion\/CLIP-ViT-B-32-laion2B-s34B-b79K, which has gelu, but/,
    ],
    [
      { 'config.json': {}, 'open_clip_config.json': { model_cfg: { quick_gelu: true } } },
      'gelu',
      /^open_clip_config.json says quick_gelu: true/,
    ],
  ];
  for (const [files, activation, message] of cases) {
    expect(await warned(files, towers(activation))).toMatch(message);
    const other = activation === 'gelu' ? 'quick_gelu' : 'gelu';
    expect(await warned(files, towers(other))).toBeUndefined();
  }
  expect(await warned({ 'README.md': fineTuned }, towers('quick_gelu', 'gelu'))).toMatch(
    /gives the text tower gelu; /,
  );
});

it('a text that compares with other models is no card of theirs, and what cannot be read says nothing', async () => {
  const config = towers('gelu');
  expect(await warned({}, config)).toBeUndefined();
  const prose = '# Mine\nBetter than openai/clip-vit-base-patch32 and ViT-B-32-quickgelu.\n';
  expect(await warned({ 'README.md': prose }, config)).toBeUndefined();
  expect(await warned({ 'README.md': ' '.repeat(2 ** 24 + 1) }, config)).toBeUndefined();
  // One form alone says its activation itself.
  expect(await warned({ 'open_clip_config.json': { quick_gelu: true } }, config)).toBeUndefined();
  await expect(activationWarning(filesOf({}), {} as never)).rejects.toThrow(
    /^activationWarning: config.image.activation must be one of quick_gelu, .*, got undefined; pass the config/,
  );
});

it('the last two folders of a path are a name, and no others', async () => {
  const root = await mkdtemp(join(tmpdir(), 'slipform-name-'));
  const at = async (...folders: string[]) => {
    const folder = join(root, ...folders);
    await mkdir(folder, { recursive: true });
    return activationWarning(folder, towers('gelu'));
  };
  expect(await at('openai', 'clip-vit-base-patch32')).toMatch(
    /^the name names openai\/clip-vit-base-patch32, /,
  );
  expect(await at('clip-vit-large-patch14-336')).toMatch(/^the name names clip-vit-large-patch14-336/);
  expect(await at('clip-vit-base-patch32', 'runs', 'mine')).toBeUndefined();
  await rm(root, { recursive: true });
});
