import { InputError } from '@slipform/kit/input-error';
import { nameOf, openInput } from '../files/open-input';
import { openOutput } from '../files/open-output';
import { memberOfRow, SiteGrouper } from '../natural/group-sites';
import { tableTexts } from '../natural/hash-tables';
import { lineOfMember } from '../natural/member-text';

export interface GroupResult {
  /** Rows that were read. */
  readonly sites: number;
  /** Rows that were written: sites that other captions share the surroundings of, with another word. */
  readonly members: number;
}

const flushAt = 1024 * 1024;

/**
 * The middle step of `pairs` alone, as a filter: sorted rows of sites, of any part of the keys, become rows of sites with
 * their partners. Memory holds the largest group, 16 bytes a site.
 *
 * @throws {InputError} for a line that is no row of sites, and for rows out of order
 */
export async function groupSitesFile(
  file: string,
  { output: to, force = false }: { readonly output: string; readonly force?: boolean | undefined },
): Promise<GroupResult> {
  const output = await openOutput(to, { read: [{ file, name: 'the input' }], force });
  const text = tableTexts.sites;
  let members = 0;
  let sites = 0;
  let lines: string[] = [];
  let waiting = 0;
  const grouper = new SiteGrouper((row) => {
    const line = lineOfMember(memberOfRow(row));
    lines.push(line, '\n');
    waiting += line.length + 1;
    members += 1;
  });
  const flush = async () => {
    if (waiting > 0) await output.write(Buffer.from(lines.join('')));
    lines = [];
    waiting = 0;
  };
  try {
    const row = new Uint32Array(text.width);
    for await (const bytes of wholeRows(openInput(file).stream, text.bytes)) {
      for (let at = 0; at < bytes.length; at += text.bytes) {
        sites += 1;
        if (bytes.length - at < text.bytes || !text.read(bytes, at, row)) {
          throw new InputError(
            `${nameOf(file)} line ${sites} is no row of sites; take the lines of sites.tsv as they are.`,
          );
        }
        grouper.add(row);
        if (waiting > flushAt) await flush();
      }
    }
    grouper.end();
    await flush();
    await output.commit();
    return { sites, members };
  } catch (error) {
    await output.discard(error);
    throw error;
  }
}

/** Bytes in pieces of whole rows; the last one may have less. */
async function* wholeRows(stream: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array = new Uint8Array(0);
  for await (const chunk of stream) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = bytes.length - (bytes.length % size);
    if (whole > 0) yield bytes.subarray(0, whole);
    rest = bytes.subarray(whole);
  }
  if (rest.length > 0) yield rest;
}
