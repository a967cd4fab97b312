/** What stands inside `<svg>`, and its view box. */
export interface Drawing {
  readonly body: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Transform {
  /** Quarter turns clockwise, any integer. */
  readonly rotate: number;
  readonly hFlip: boolean;
  readonly vFlip: boolean;
}

/** One transform after another: flips meet in an exclusive or, turns add up, as Iconify has it. */
export function joinTransforms(first: Transform, then: Transform): Transform {
  return {
    rotate: quarter(first.rotate + then.rotate),
    hFlip: first.hFlip !== then.hFlip,
    vFlip: first.vFlip !== then.vFlip,
  };
}

export const noTransform: Transform = { rotate: 0, hFlip: false, vFlip: false };

export function isNoTransform({ rotate, hFlip, vFlip }: Transform): boolean {
  // Both flips are half a turn.
  return hFlip === vFlip && quarter(rotate + (hFlip ? 2 : 0)) === 0;
}

/**
 * A drawing mirrored within its view box and then turned by quarters, as an SVG group of the body with one matrix. The
 * view box of the result begins at 0, 0; a quarter turn exchanges its sides.
 */
export function transformed({ body, left, top, width, height }: Drawing, transform: Transform): Drawing {
  if (isNoTransform(transform)) return { body, left, top, width, height };
  // x′ = a·x + c·y + e, y′ = b·x + d·y + f, first to the origin.
  let matrix: Matrix = [1, 0, 0, 1, -left, -top];
  if (transform.hFlip) matrix = after([-1, 0, 0, 1, width, 0], matrix);
  if (transform.vFlip) matrix = after([1, 0, 0, -1, 0, height], matrix);
  let sides: readonly [number, number] = [width, height];
  for (let turn = 0; turn < quarter(transform.rotate); turn++) {
    matrix = after([0, 1, -1, 0, sides[1], 0], matrix);
    sides = [sides[1], sides[0]];
  }
  return {
    body: `<g transform="matrix(${matrix.join(' ')})">${body}</g>`,
    left: 0,
    top: 0,
    width: sides[0],
    height: sides[1],
  };
}

type Matrix = readonly [number, number, number, number, number, number];

/** The matrix that does `inner` and then `outer`. */
function after([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix {
  const matrix = [
    a * p + c * q,
    b * p + d * q,
    a * r + c * s,
    b * r + d * s,
    a * t + c * u + e,
    b * t + d * u + f,
  ];
  // Not −0.
  const [m0, m1, m2, m3, m4, m5] = matrix.map((value) => value + 0) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return [m0, m1, m2, m3, m4, m5];
}

function quarter(turns: number): number {
  return ((turns % 4) + 4) % 4;
}
