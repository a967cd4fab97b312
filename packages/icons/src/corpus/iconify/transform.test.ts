import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNoTransform, joinTransforms, noTransform, type Transform, transformed } from './transform';

const drawing = { body: '<path/>', left: 2, top: 3, width: 10, height: 20 };

/** Where a point of the drawing lies in the picture, from 0, 0 of the view box. */
function move(transform: Transform, x: number, y: number): readonly [number, number] {
  const { body, left, top } = transformed(drawing, transform);
  const found = /^<g transform="matrix\(([^)]+)\)">/.exec(body);
  if (!found) return [x - left, y - top];
  const [a, b, c, d, e, f] = found[1]!.split(' ').map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return [a * x + c * y + e - left, b * x + d * y + f - top];
}

describe('a drawing that an alias turns or mirrors', () => {
  it.each<[Partial<Transform>, readonly [number, number], readonly [number, number]]>([
    [{}, [0, 0], [10, 20]],
    [{ hFlip: true }, [10, 0], [10, 20]],
    [{ vFlip: true }, [0, 20], [10, 20]],
    [{ rotate: 1 }, [20, 0], [20, 10]],
    [{ rotate: 2 }, [10, 20], [10, 20]],
    [{ rotate: 3 }, [0, 10], [20, 10]],
    [{ rotate: -1 }, [0, 10], [20, 10]],
    [{ hFlip: true, rotate: 1 }, [20, 10], [20, 10]],
    [{ hFlip: true, vFlip: true }, [10, 20], [10, 20]],
  ])('with %j its upper left corner lies at %j, in a box of %j', (transform, corner, box) => {
    const whole = { ...noTransform, ...transform };
    expect(move(whole, drawing.left, drawing.top)).toEqual(corner);
    const { width, height } = transformed(drawing, whole);
    expect([width, height]).toEqual(box);
  });

  it('stays in its box, and is itself after four turns or two flips', () => {
    const turn = fc.record({
      rotate: fc.integer({ min: -9, max: 9 }),
      hFlip: fc.boolean(),
      vFlip: fc.boolean(),
    });
    fc.assert(
      fc.property(turn, fc.nat(10), fc.nat(20), (transform, x, y) => {
        const { width, height } = transformed(drawing, transform);
        const [toX, toY] = move(transform, drawing.left + x, drawing.top + y);
        expect(toX >= 0 && toX <= width && toY >= 0 && toY <= height).toBe(true);
        const twice = joinTransforms(transform, transform);
        expect(isNoTransform(joinTransforms(twice, twice))).toBe(true);
      }),
    );
  });
});
