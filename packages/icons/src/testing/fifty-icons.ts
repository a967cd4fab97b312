import { decode } from 'fast-png';
import fixture from '../../fixtures/fifty-icons.json' with { type: 'json' };
import { iconOf } from './icon-of';

/** Fifty icons of five artists. */
export const fiftyIcons = fixture.icons.map(({ body, ...of }) => iconOf(body, of));

/** Their pictures by resvg 2.6.2, black on white, RGB; `scripts/draw-fixture.ts` of commit 6227f399 made them. */
export function fiftyPictures(): { readonly size: number; readonly pixels: Uint8Array } {
  const { data } = decode(Uint8Array.from(atob(fixture.png), (character) => character.charCodeAt(0)));
  const pixels = Uint8Array.from({ length: data.length * 3 }, (_, at) => data[Math.floor(at / 3)]!);
  return { size: fixture.size, pixels };
}
