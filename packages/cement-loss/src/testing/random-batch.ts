import fc from 'fast-check';

// Hundredths, since fc.double prefers the tiniest of numbers.
export const hundredths = (min: number, max: number) =>
  fc.integer({ min: min * 100, max: max * 100 }).map((entry) => entry / 100);

const table = (rows: number, columns: number, of: fc.Arbitrary<number>) =>
  fc.array(fc.array(of, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });

// A row of small norm makes central differences of the normalised loss meaningless.
const away = (row: number[]): number[] => (Math.hypot(...row) > 0.3 ? row : row.map((entry) => entry + 1));

const embeddings = (rows: number, dim: number) => table(rows, dim, hundredths(-2, 2)).map((x) => x.map(away));

/** Random pairs with hard captions of random shapes, some missing, some pairs of one group. */
export const randomBatch = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, hardPerRow, dim]) =>
    fc.record({
      images: embeddings(rows, dim),
      captions: embeddings(rows, dim),
      /** `[N·K][D]` */
      hard: embeddings(rows * hardPerRow, dim),
      valid: table(rows, hardPerRow, fc.constantFrom(0, 1)),
      groups: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: rows, maxLength: rows }),
      /** `[N][1 + K]`, some of them equal. */
      textIds: table(rows, 1 + hardPerRow, fc.integer({ min: 0, max: rows * hardPerRow })),
      tau: hundredths(0.1, 1),
    }),
  );

type Drawn = typeof randomBatch extends fc.Arbitrary<infer T> ? T : never;
export type RandomBatch = Omit<Drawn, 'textIds'> & { readonly textIds: Drawn['textIds'] | undefined };

/** A random batch with all that a loss of it needs: a layout that it allows, hard images, ratings, a margin, holes, groups and equal texts. */
export const randomProblem = <Margin>(margins: fc.Arbitrary<Margin>) =>
  randomBatch.chain((batch) => {
    const { length } = batch.images;
    const perRow = batch.hard.length / length;
    return fc.record({
      batch: fc.constant(batch),
      layout:
        perRow === 1 ? fc.constantFrom('captions', 'triplet', 'paired') : fc.constant('captions' as const),
      hardImages: embeddings(length, batch.images[0]?.length ?? 1),
      // Quarters, so that ranks have ties.
      concreteness: table(
        length,
        perRow,
        fc.integer({ min: 4, max: 20 }).map((c) => c / 4),
      ),
      margin: margins,
      holes: fc.boolean(),
      grouped: fc.boolean(),
      named: fc.boolean(),
    });
  });
