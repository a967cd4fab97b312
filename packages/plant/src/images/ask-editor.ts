import type { JsonObject } from '@slipform/kit/parse-json';
import { isJsonObject } from '@slipform/kit/parse-json';
import type { Endpoint } from '../hooks/endpoint';
import { type ExtraFields, withFields } from '../hooks/extra-fields';
import type { Photograph } from './photograph';
import { readPicture } from './picture';

/** A picture and what shall be done to it. */
export interface EditRequest {
  readonly model: string;
  readonly prompt: string;
  readonly photograph: Photograph;
  readonly fields: ExtraFields;
}

/** All that an edit depends on, but the address. */
export function partsOf({
  model,
  prompt,
  photograph,
  fields,
}: EditRequest): readonly (string | Uint8Array)[] {
  return ['images/edits', model, prompt, JSON.stringify(fields), photograph.bytes];
}

/** The edited picture; undefined if the answer can't be used. @throws {EndpointError} as `Endpoint.ask` */
export function askEditor(endpoint: Endpoint, request: EditRequest): Promise<Uint8Array | undefined> {
  return endpoint.ask({
    route: 'images/edits',
    body: () => formOf(request),
    keyParts: partsOf(request),
    read: pictureIn,
  });
}

function formOf({ model, prompt, photograph, fields }: EditRequest): FormData {
  const { bytes, picture } = photograph;
  const form = new FormData();
  for (const [name, value] of Object.entries(withFields({ model, prompt, n: 1 }, fields))) {
    form.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  form.set('image', new Blob([Uint8Array.from(bytes)], { type: picture.type }), `image.${picture.extension}`);
  return form;
}

/** Throws what is wrong with an answer. */
function pictureIn({ data }: JsonObject): Uint8Array {
  const first: unknown = Array.isArray(data) ? data[0] : undefined;
  const { b64_json: text, url } = isJsonObject(first) ? first : {};
  if (typeof text !== 'string') {
    throw new Error(
      typeof url === 'string'
        ? `data[0] is a link; pass --fields '{"response_format":"b64_json"}'`
        : 'data[0].b64_json is no text',
    );
  }
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) throw new Error('data[0].b64_json is no base64');
  const bytes = Buffer.from(text, 'base64');
  try {
    readPicture(bytes);
  } catch (error) {
    throw new Error(`its picture ${(error as Error).message}`);
  }
  return bytes;
}
