/** The sets that the miner is measured on. Ours lie in sets/, the others beside the project: SLIPFORM_SHARED, else ../shared. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { kindsOfText } from '../src/reading/kinds-of-text';

export interface DomainCaption {
  readonly id: string;
  readonly caption: string;
  readonly imageId?: string;
}

export interface Domain {
  readonly name: string;
  readonly captions: readonly DomainCaption[];
}

/** COCO's half, and the sets that the miner was not made for: those that its sorts of text name. */
export const domainNames = kindsOfText.flatMap(({ measured = [] }) => measured);

const root = fileURLToPath(new URL('../../../', import.meta.url));
export const sharedFolder = process.env.SLIPFORM_SHARED ?? join(root, '../shared');

/** Sets whose captions were written for this project. */
const ownFolder = fileURLToPath(new URL('sets/', import.meta.url));

/** The file of a named set. */
export function domainFile(name: string): string {
  const own = join(ownFolder, `${name}.jsonl`);
  if (existsSync(own)) return own;
  return name === 'coco'
    ? join(sharedFolder, 'data/captions/coco-val2017-half.tsv')
    : join(sharedFolder, `data/domains/${name}.jsonl`);
}

/** A named set, or none where its file is missing. */
export function readDomain(name: string): Domain | undefined {
  const file = domainFile(name);
  return existsSync(file) ? { name, captions: parseDomain(readFileSync(file, 'utf8'), file) } : undefined;
}

/** A set of one's own: JSON lines of `{ id, image_id?, caption }`, a TSV of `image_id, caption`, or plain lines. */
export function readDomainFile(path: string): Domain {
  const name = basename(path).replace(/\.[^.]+$/, '');
  return { name, captions: parseDomain(readFileSync(path, 'utf8'), path) };
}

/** A caption of a TSV or of plain lines has its line's number as its id. */
export function parseDomain(text: string, path: string): DomainCaption[] {
  const lines = text.trimEnd().split('\n');
  if (path.endsWith('.jsonl')) {
    return lines.map((line) => {
      const { id, image_id, caption } = JSON.parse(line) as {
        id: string | number;
        image_id?: string | number;
        caption: string;
      };
      return { id: String(id), caption, ...(image_id === undefined ? {} : { imageId: String(image_id) }) };
    });
  }
  if (!path.endsWith('.tsv')) return lines.map((caption, i) => ({ id: String(i + 1), caption }));
  return lines.slice(1).map((line, i) => {
    const [imageId = '', caption = ''] = line.split('\t');
    return { id: String(i + 2), imageId, caption };
  });
}
