import { refuse } from '@slipform/kit/errors/input-error';
import { isJsonObject, type JsonObject } from '@slipform/kit/formats/parse-json';
import { shown } from '@slipform/kit/text/printable';
import type { LoadOptions } from '../files/load-options';
import { parseModelJson } from '../files/model-json';
import type { ClipSource, ModelSource } from '../files/model-source';
import { openSource } from '../files/open-source';
import { readOptionalFile } from '../files/read-file';
import type { FullClipConfig } from '../model/clip-config';
import { activations } from '../ops/gelu';

/** One word on which activation a model has, beside the config that decides. */
export interface DeclaredActivation {
  readonly activation: 'quick_gelu' | 'gelu';
  /** `the card (README.md) names openai/clip-vit-base-patch32`. */
  readonly by: string;
}

// Names by which models go, and what all weights of that name were trained with.
const names: readonly (readonly [name: RegExp, DeclaredActivation['activation']])[] = [
  [/openai\/clip-vit[\w.-]*/i, 'quick_gelu'],
  [/\bclip-vit-(?:base|large)-patch\d+[\w.-]*/i, 'quick_gelu'],
  [/\b[\w.-]*quick-?gelu[\w.-]*/i, 'quick_gelu'],
  [/\bvit_[\w-]+_clip_[\w-]+\.openai\b/i, 'quick_gelu'],
  [/\blaion\/CLIP-ViT-[\w.-]+/i, 'gelu'],
];

/**
 * What is said beside the config of the activation in a model's layers: by the name of the source, by the head of its
 * card, by `_name_or_path` of its config, which names the model that it was trained from, and by the second config of a
 * folder with both forms.
 */
export async function declaredActivations(source: ModelSource): Promise<DeclaredActivation[]> {
  const { place } = source;
  const config = await json(source, 'config.json');
  const open = await json(source, 'open_clip_config.json');
  const from = config?._name_or_path;
  const said = [
    saysOf('the name', nameOf(place)),
    saysOf('the card (README.md)', headOf(await card(source))),
    saysOf('_name_or_path of config.json', typeof from === 'string' ? from : ''),
  ];
  const second = isJsonObject(open?.model_cfg) ? open.model_cfg.quick_gelu : open?.quick_gelu;
  const other: DeclaredActivation[] =
    config !== undefined && typeof second === 'boolean'
      ? [
          {
            activation: second ? 'quick_gelu' : 'gelu',
            by: `open_clip_config.json says quick_gelu: ${second}`,
          },
        ]
      : [];
  return [...said.flatMap((each) => each ?? []), ...other];
}

/** Repository and owner, or the last two folders: the rest of a path is no name of a model. */
function nameOf(place: ClipSource): string {
  if (typeof place !== 'string' && !(place instanceof URL)) return '';
  const folders = String(place)
    .replace(/\/resolve\/[^/]+\/?$/, '')
    .split(/[/\\]/)
    .filter(Boolean);
  return folders.slice(-2).join('/');
}

function saysOf(who: string, text: string): DeclaredActivation | undefined {
  for (const [name, activation] of names) {
    const [found] = name.exec(text) ?? [];
    if (found !== undefined) return { activation, by: `${who} names ${found}` };
  }
  return undefined;
}

async function json(source: ModelSource, name: string): Promise<JsonObject | undefined> {
  const bytes = await readOptionalFile(source, name);
  return bytes && parseModelJson(bytes, name);
}

/** A card that cannot be read says nothing: no model is refused for it. */
async function card(source: ModelSource): Promise<string> {
  const bytes = await readOptionalFile(source, 'README.md').catch(() => undefined);
  return new TextDecoder().decode(bytes?.subarray(0, 2 ** 16));
}

/** The fields before a card's text, and its first title: the text names models that it compares with. */
function headOf(text: string): string {
  const [, fields = ''] = /^---\r?\n(.*?)\r?\n---/s.exec(text) ?? [];
  const [title = ''] = /^# .*$/m.exec(text) ?? [];
  return `${fields}\n${title}`;
}

/** Where a model's name or card says another activation than its config, a sentence about it. */
export function disagreement(
  { image, text }: Pick<FullClipConfig, 'image' | 'text'>,
  declared: readonly DeclaredActivation[],
): string | undefined {
  const isOf = (kind: string, { activation }: DeclaredActivation) =>
    (kind === 'quick_gelu') === (activation === 'quick_gelu');
  const towers = { image: image.activation, text: text.activation };
  for (const each of declared) {
    const wrong = Object.entries(towers).filter(([, kind]) => !isOf(kind, each));
    if (wrong.length === 0) continue;
    const computed = wrong.map(([tower, kind]) => `the ${tower} tower ${kind}`).join(' and ');
    return `${each.by}, which has ${each.activation}, but its config gives ${computed}; every score depends on it: correct hidden_act (config.json) or quick_gelu (open_clip_config.json), unless the weights were trained so.`;
  }
  return undefined;
}

/**
 * Says where a model's config and its name or card disagree on the activation: OpenAI's weights have QuickGELU, most
 * others GELU, and the wrong one changes every score a little without an error.
 *
 * @param source as `loadEncoder` takes it; the config and the card are read, no weights
 * @param config of the loaded model, `encoder.model.config`
 * @returns a sentence; undefined where nothing disagrees
 * @throws {InputError} for a source that cannot be read
 * @example
 * await activationWarning('my-model', encoder.model.config); // undefined
 */
export async function activationWarning(
  source: ClipSource,
  config: Pick<FullClipConfig, 'image' | 'text'>,
  options: LoadOptions = {},
): Promise<string | undefined> {
  for (const tower of ['image', 'text'] as const) {
    const kind: unknown = config?.[tower]?.activation;
    if (activations.some((each) => each === kind)) continue;
    refuse(
      'activationWarning',
      `config.${tower}.activation`,
      `must be one of ${activations.join(', ')}`,
      shown(kind),
      'pass the config of the model, encoder.model.config',
    );
  }
  return disagreement(
    config,
    await declaredActivations(await openSource('activationWarning', source, options)),
  );
}
