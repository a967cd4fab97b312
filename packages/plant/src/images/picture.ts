import { crc32, inflateSync } from 'node:zlib';

/** A picture's file as its bytes say it is. */
export interface Picture {
  readonly extension: 'png' | 'jpg' | 'webp';
  readonly type: `image/${'png' | 'jpeg' | 'webp'}`;
  readonly width: number;
  readonly height: number;
}

const mostPixels = 2 ** 25;
const png = 0x89504e47;
const riff = 0x52494646;
const webp = 0x57454250;
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * Looks at a PNG, JPEG or WebP file from its first to its last part. Of a PNG each checksum and the inflated rows count;
 * of the others the segments and chunks up to the size, and the end.
 *
 * Throws what is wrong with it, in words that follow its name.
 */
export function readPicture(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const start = view.getUint32(0);
    if (start === png && view.getUint32(4) === 0x0d0a1a0a) {
      return { extension: 'png', type: 'image/png', ...pngSize(view) };
    }
    if (start >>> 16 === 0xffd8) return { extension: 'jpg', type: 'image/jpeg', ...jpegSize(view) };
    if (start === riff && view.getUint32(8) === webp) {
      return { extension: 'webp', type: 'image/webp', ...webpSize(view) };
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Error('ends too early');
  }
  throw new Error('is no PNG, JPEG or WebP');
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function checked(width: number, height: number): Size {
  if (width < 1 || height < 1) throw new Error(`has ${width} × ${height} pixels`);
  if (width * height > mostPixels) throw new Error(`has ${width} × ${height} pixels, more than 33 million`);
  return { width, height };
}

/** RFC 2083 (PNG 1.2), chunk by chunk. */
function pngSize(view: DataView): Size {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  const data: Uint8Array[] = [];
  let size: Size | undefined;
  let rows = 0;
  for (let at = 8; ; ) {
    const length = view.getUint32(at);
    const kind = view.getUint32(at + 4);
    const end = at + 8 + length;
    const content = bytes.subarray(at + 8, end);
    if (view.getUint32(end) !== crc32(bytes.subarray(at + 4, end))) throw new Error('has a wrong checksum');
    if (kind === 0x49484452) {
      size = checked(view.getUint32(at + 8), view.getUint32(at + 12));
      rows = bytesOfRows(size, view.getUint8(at + 16), view.getUint8(at + 17), view.getUint8(at + 20));
    } else if (kind === 0x49444154) data.push(content);
    else if (kind === 0x49454e44) break;
    at = end + 4;
  }
  if (size === undefined || !isInflated(data, rows)) throw new Error('has broken rows');
  return size;
}

/** Of the rows with their filter bytes; 0 for those of an interlaced picture, which are several of each. */
function bytesOfRows({ width, height }: Size, depth: number, colour: number, interlace: number): number {
  const channels = channelsOf[colour];
  if (channels === undefined) throw new Error('has an unknown kind of colour');
  return interlace === 0 ? height * (1 + Math.ceil((width * channels * depth) / 8)) : 0;
}

function isInflated(data: readonly Uint8Array[], rows: number): boolean {
  try {
    const { length } = inflateSync(Buffer.concat(data), { maxOutputLength: Math.max(rows, mostPixels) });
    return rows === 0 ? length > 0 : length === rows;
  } catch {
    return false;
  }
}

/** ITU T.81, annex B: the segments up to the frame, the start of a scan, and the marker of the end. */
function jpegSize(view: DataView): Size {
  let size: Size | undefined;
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) throw new Error('has broken segments');
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) size = checked(view.getUint16(at + 7), view.getUint16(at + 5));
    if (marker === 0xda) break;
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else at += 2 + view.getUint16(at + 2);
  }
  if (size === undefined) throw new Error('has no frame');
  let end = view.byteLength;
  while (end > 2 && view.getUint8(end - 1) === 0) end -= 1;
  if (view.getUint16(end - 2) !== 0xffd9) throw new Error('ends too early');
  return size;
}

/** RFC 9649: lossy, lossless or extended. */
function webpSize(view: DataView): Size {
  if (view.getUint32(4, true) + 8 > view.byteLength) throw new Error('ends too early');
  const kind = view.getUint32(12);
  if (kind === 0x56503820) {
    return checked(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  }
  if (kind === 0x5650384c) {
    const bits = view.getUint32(21, true);
    return checked((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
  }
  if (kind !== 0x56503858) throw new Error('has an unknown chunk');
  const three = (at: number) => view.getUint16(at, true) + 2 ** 16 * view.getUint8(at + 2);
  return checked(three(24) + 1, three(27) + 1);
}
