import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packGreys, unpackGreys } from './pair-table';

it('keeps greys in sixteen shades, two to a byte', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 99 }), (greys) => {
      const packed = packGreys(greys);
      expect(packed).toHaveLength(Math.ceil(greys.length / 2));
      const unpacked = unpackGreys(packed, greys.length);
      for (const [at, grey] of greys.entries()) expect(Math.abs(unpacked[at]! - grey)).toBeLessThan(9);
      expect(packGreys(unpacked)).toEqual(packed);
    }),
  );
});
