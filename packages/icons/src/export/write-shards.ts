import type { WriteInside } from '@slipform/kit/files/write-folder';
import { endOfTar, tarBytes } from '@slipform/kit/formats/write-tar';
import type { Icon, SetInfo } from '../corpus/icon';
import { fileKey } from './file-key';
import type { IconPicture } from './picture-stream';
import type { DrawAll } from './write-pairs';

export interface ShardOptions {
  readonly sets: ReadonlyMap<string, SetInfo>;
  /** Icons a shard. */
  readonly shardSize: number;
  /** The other icon of a minimal pair, as the sample's hard negative. */
  readonly partnerOf?: (icon: Icon) => Icon | undefined;
}

/**
 * Webdataset shards, `icons-000000.tar` and so on. A sample is an icon: `.png`, `.txt` its caption, `.json` all that is known
 * of it; with partners also `.neg_caption` and `.neg_png`, the caption and the picture of its partner.
 */
export async function writeShards(
  inside: WriteInside,
  icons: readonly Icon[],
  draw: DrawAll,
  { sets, shardSize, partnerOf }: ShardOptions,
): Promise<{ readonly icons: readonly Icon[]; readonly shards: number; readonly negatives: number }> {
  const written: Icon[] = [];
  let [parts, shards, negatives]: [Uint8Array[], number, number] = [[], 0, 0];
  const close = async () => {
    if (parts.length === 0) return;
    await inside(`icons-${String(shards++).padStart(6, '0')}.tar`, [...parts, endOfTar]);
    parts = [];
  };
  for await (const { picture, partner } of withPartners(icons, draw, partnerOf)) {
    const { icon, png } = picture;
    const key = fileKey(icon);
    const text = (extension: string, content: string) => ({
      name: `${key}.${extension}`,
      bytes: Buffer.from(content),
    });
    const members = [
      { name: `${key}.png`, bytes: png },
      text('txt', icon.caption),
      text('json', JSON.stringify(fieldsOf(icon, sets.get(icon.set)!))),
    ];
    if (partner !== undefined) {
      members.push(text('neg_caption', partner.icon.caption), { name: `${key}.neg_png`, bytes: partner.png });
      negatives++;
    }
    parts.push(await tarBytes(members));
    written.push(icon);
    if (parts.length === shardSize) await close();
  }
  await close();
  return { icons: written, shards, negatives };
}

/** What readers of `.json` members get: who drew it, under which licence, and all words. */
function fieldsOf(icon: Icon, { licence, licenceUrl }: SetInfo) {
  const { id, set, artist, family, caption, aliases, tags, categories, style } = icon;
  return { id, set, artist, family, licence, licenceUrl, caption, aliases, tags, categories, style };
}

interface Sample {
  readonly picture: IconPicture;
  readonly partner: IconPicture | undefined;
}

/** Each icon is drawn, and right behind it its partner; one that has no picture counts as none. */
async function* withPartners(
  icons: readonly Icon[],
  draw: DrawAll,
  partnerOf: (icon: Icon) => Icon | undefined = () => undefined,
): AsyncGenerator<Sample> {
  const order = icons.flatMap((icon) => {
    const partner = partnerOf(icon);
    const own = { icon, isPartner: false };
    return partner === undefined ? [own] : [own, { icon: partner, isPartner: true }];
  });
  let waiting: IconPicture | undefined;
  for await (const picture of draw(order.map(({ icon }) => icon))) {
    if (order[picture.index]!.isPartner) {
      if (waiting?.index === picture.index - 1) {
        yield { picture: waiting, partner: picture };
        waiting = undefined;
      }
    } else {
      if (waiting !== undefined) yield { picture: waiting, partner: undefined };
      waiting = picture;
    }
  }
  if (waiting !== undefined) yield { picture: waiting, partner: undefined };
}
