import { InputError } from '@slipform/kit/input-error';
import type { Member, SitePlace } from './group-sites';
import { addressOf, endOf, mostShards, packSpan, placeOf, shardOf, startOf } from './row-text';

/**
 * A member as a line: the shard, the place, the start and the end of its site and the key, each of a fixed width, then its
 * partners in turn with a comma between, each as `shard:place:start:end`. The order of the lines' bytes is the order of the
 * captions.
 */
export function lineOfMember({ address, span, key: [high, low], partners }: Member): string {
  const cells = [
    digits(shardOf(address), 6),
    digits(placeOf(address), 11),
    digits(startOf(span), 5),
    digits(endOf(span), 5),
    hex(high) + hex(low),
    partners.map(textOfPlace).join(','),
  ];
  return cells.join('\t');
}

const shape = /^(\d{6})\t(\d{11})\t(\d{5})\t(\d{5})\t([0-9a-f]{8})([0-9a-f]{8})\t([\d:,]*)$/;

/** The member of a line. @throws {InputError} for another line */
export function memberOfLine(line: string, file: string): Member {
  const cells = shape.exec(line);
  if (!cells) throw noMember(file);
  const [, shard, place, start, end, high, low, partners] = cells;
  return {
    ...siteAt([shard, place, start, end], file),
    key: [Number.parseInt(high!, 16), Number.parseInt(low!, 16)],
    partners: partners === '' ? [] : partners!.split(',').map((one) => siteAt(one.split(':'), file)),
  };
}

function siteAt(cells: readonly (string | undefined)[], file: string): SitePlace {
  const [shard = -1, place = -1, start = -1, end = -1] = cells.map(Number);
  const isSite =
    cells.length === 4 &&
    [shard, place, start, end].every((number) => Number.isSafeInteger(number) && number >= 0) &&
    shard < mostShards;
  if (!isSite) throw noMember(file);
  return { address: addressOf(shard, place), span: packSpan(start, end) };
}

function noMember(file: string): InputError {
  return new InputError(
    `${file} holds a line that is no row of partners; take the lines of pairs --group as they are.`,
  );
}

function textOfPlace({ address, span }: SitePlace): string {
  return [shardOf(address), placeOf(address), startOf(span), endOf(span)].join(':');
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0');
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
