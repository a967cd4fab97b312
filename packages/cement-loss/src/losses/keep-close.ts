import {
  add,
  concat,
  customGrad,
  div,
  engine,
  exp,
  type GradSaveFunc,
  matMul,
  mul,
  reshape,
  type Scalar,
  scalar,
  square,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
  tidy,
  transpose,
} from '@tensorflow/tfjs-core';
import type { ContrastiveBatch } from '../batch/batch';
import { type CheckedBatch, checkEmbeddings, entryOf, readPairs } from '../batch/read-batch';
import { readHard } from '../batch/read-hard';
import { rowsOf, type Tile, tilesOf } from '../blocks/tiles';
import { contrastiveOptions, readForm } from '../gradients/contrastive-loss';
import { firstOrderOnly } from '../gradients/first-order-only';
import { unitRows, unitRowsGradient } from '../gradients/unit-rows';
import { logAddExp, rowLogSumExp } from '../objectives/log-sum-exp';
import { checkNotNegative } from '../options/check-number';
import { checkObject, readOptions } from '../options/read-options';
import { readLogitScale, readScalar } from '../options/read-scalar';
import { refuse } from '../options/refuse';
import { refuseOldTfjs } from '../options/refuse-old-tfjs';
import type { LossTerm } from './sum-losses';

export interface KeepCloseOptions {
  /** What the term counts, ≥ 0. Default 1. */
  readonly weight?: number | undefined;
  /**
   * `'kl'` (default); `'crossEntropy'`, which is KL plus the teacher's entropy, a constant to the gradient; `'squared'`,
   * the squared distance of embeddings.
   */
  readonly kind?: 'kl' | 'crossEntropy' | 'squared' | undefined;
  /**
   * Which 1/τ the trained embeddings' logits have in the softmaxes. `'teacher'` (default): the teacher's, so that the learned
   * scale moves freely. `'own'`: the call's `logitScale`, to which gradients flow.
   */
  readonly scale?: 'teacher' | 'own' | undefined;
}

/**
 * A term for {@link sumLosses} that keeps what the model could do: how a teacher's softmaxes over the batch differ from
 * the trained ones. The teacher is the model that the training started from, or an average of its weights (EMA); its
 * embeddings stand in the batch as `teacher`. With images I, captions T, the teacher's I₀, T₀ and its scale s₀,
 *
 *     L = λ · ½ [ mean_i KL( softmax_j(s₀ I₀T₀ᵀ)_i ‖ softmax_j(s I Tᵀ)_i ) + the same over the columns ],   s = s₀ by default
 *
 * Hard captions take no part. `'squared'` is λ · mean_i ( ‖v_i − v⁰_i‖² + ‖t_i − t⁰_i‖² ), and + Σ_k ‖h_ik − h⁰_ik‖²
 * where both batch and teacher have hard captions.
 *
 * ```js
 * const loss = sumLosses(infoNceLoss, keepClose());
 * loss({ images, captions, teacher: { images: images0, captions: captions0, logitScale: 100 } }, { logitScale });
 * ```
 *
 * Embeddings that were computed once, of unmoved pictures, do as well as a second model in each step.
 *
 * @returns A function of a batch and of `logitScale`, `normalize`, `chunkSize`. Gradients flow to the embeddings, and with
 *   `scale: 'own'` to a tensor `logitScale`; none to the teacher. The teacher's D may differ, but for `'squared'`.
 * @throws Error naming the argument when something is missing or a shape, dtype or value does not fit.
 * @source Hinton et al. 2015 (arXiv 1503.02531); `'crossEntropy'` with `scale: 'own'` is open_clip's DistillClipLoss;
 *   `'squared'` is DeGLA's (arXiv 2504.16801), whose sum over the batch is this mean times N
 */
export function keepClose(options: KeepCloseOptions = {}): LossTerm {
  const op = 'keepClose';
  const read = readOptions(op, options, { weight: '', kind: '', scale: '' });
  const { weight = 1, kind = 'kl', scale = 'teacher' } = read;
  checkNotNegative(op, { weight });
  if (!['kl', 'crossEntropy', 'squared'].includes(kind)) {
    refuse(op, 'kind', "be 'kl', 'crossEntropy' or 'squared'", kind);
  }
  if (!['teacher', 'own'].includes(scale)) refuse(op, 'scale', "be 'teacher' or 'own'", scale);
  return (batch, call = {}) =>
    tidy(op, () => {
      refuseOldTfjs(op);
      const given = readOptions(op, call, contrastiveOptions);
      const { normalize, chunkSize } = readForm(op, given);
      const ownScale = readLogitScale(op, given.logitScale);
      const { checked, teacher } = readTeacher(op, batch, kind);
      const names = Object.keys(teacher.parts);
      const originals = names.map((name) => checked[name as keyof Parts] as Tensor);
      const inputs = scale === 'own' && kind !== 'squared' ? [...originals, ownScale] : originals;
      const dim = checked.images.shape[1];

      const forward = (withGradient: boolean): Kept => {
        const units = originals.map((x) => {
          const flat = reshape(x, [-1, dim]) as Tensor2D;
          return normalize ? unitRows(flat) : { unit: flat };
        });
        const trained = units.map(({ unit }) => unit);
        const taught = names.map((name) => {
          const flat = teacher.parts[name] as Tensor2D;
          return normalize ? unitRows(flat).unit : flat;
        });
        const { loss, gradients, ofScale } =
          kind === 'squared'
            ? squaredDistance(trained, taught, checked, weight)
            : softmaxDistance(trained, taught, {
                scale: scale === 'own' ? ownScale : teacher.scale,
                taughtScale: teacher.scale,
                weight,
                withEntropy: kind === 'crossEntropy',
                tiles: tilesOf(checked.rows, chunkSize),
                withGradient,
              });
        const back = gradients.map((gradient, index) => {
          const { unit, inverse, divisor } = units[index] as { unit: Tensor2D } & Partial<UnitRows>;
          const flat =
            inverse && divisor ? div<Tensor2D>(unitRowsGradient(gradient, unit, inverse), divisor) : gradient;
          return reshape(flat, (originals[index] as Tensor).shape);
        });
        return { loss, gradients: [...back, ...(inputs.length > originals.length ? [ofScale] : [])] };
      };
      if (!engine().isTapeOn()) return forward(false).loss;
      const graded = customGrad((...args) => {
        const { loss, gradients } = forward(true);
        (args.at(-1) as GradSaveFunc)([...gradients, ...inputs]);
        const gradFunc = (dy: Tensor, saved: Tensor[]): Tensor[] =>
          inputs.map((_, index) =>
            firstOrderOnly(op, mul(saved[index] as Tensor, dy), [dy, ...saved.slice(inputs.length)], saved),
          );
        return { value: loss, gradFunc };
      });
      return graded(...inputs) as Scalar;
    });
}

type Parts = Pick<CheckedBatch, 'images' | 'captions' | 'hardCaptions'>;
type UnitRows = ReturnType<typeof unitRows<Tensor2D>>;

/** The value, and the gradients of what it is a function of, in their order. */
interface Kept {
  readonly loss: Scalar;
  readonly gradients: readonly Tensor[];
}

interface KeptUnits {
  readonly loss: Scalar;
  /** By the embeddings as the logits see them. */
  readonly gradients: readonly Tensor2D[];
  readonly ofScale: Scalar;
}

interface Teacher {
  /** `[rows, D]` by name, in the order of the gradients. */
  readonly parts: Readonly<Record<string, Tensor2D>>;
  readonly scale: Scalar;
}

function readTeacher(
  op: string,
  batch: ContrastiveBatch,
  kind: KeepCloseOptions['kind'],
): { checked: CheckedBatch; teacher: Teacher } {
  checkObject(op, 'batch', batch);
  const teacher = entryOf(op, batch, 'teacher');
  if (teacher == null) {
    const rule =
      'be in the batch: { images, captions, logitScale } of the model that the training starts from';
    refuse(op, 'teacher', rule, undefined);
  }
  checkObject(op, 'teacher', teacher);
  const withHard =
    kind === 'squared' &&
    entryOf(op, batch, 'hardCaptions') != null &&
    entryOf(op, teacher, 'hardCaptions') != null;
  const checked = (withHard ? readHard : readPairs)(op, batch);
  const { rows, images } = checked;
  const squared = kind === 'squared';
  const dim = squared ? images.shape[1] : undefined;
  const part = (name: 'images' | 'captions', width = dim): Tensor2D =>
    checkEmbeddings(
      op,
      `teacher.${name}`,
      entryOf(op, teacher, name),
      `[${rows}, ${width ?? 'D'}], the teacher's of the same ${name}`,
      ({ rank, shape, size }) =>
        rank === 2 && shape[0] === rows && size > 0 && (!width || shape[1] === width),
    ) as Tensor2D;
  const taught = part('images');
  const parts: Record<string, Tensor2D> = { images: taught, captions: part('captions', taught.shape[1]) };
  if (withHard) {
    const wanted = (checked.hardCaptions as Tensor).size;
    const found = checkEmbeddings(
      op,
      'teacher.hardCaptions',
      entryOf(op, teacher, 'hardCaptions'),
      "like the batch's hardCaptions",
      ({ size, shape }) => size === wanted && shape.at(-1) === dim,
    );
    parts.hardCaptions = reshape(found, [-1, dim as number]);
  }
  const given = entryOf(op, teacher, 'logitScale');
  const scale = squared
    ? scalar(1)
    : readScalar(
        op,
        'teacher.logitScale',
        given ?? Number.NaN,
        'positive number (1/τ, like 100)',
        (x) => x > 0,
      );
  return { checked, teacher: { parts, scale } };
}

function squaredDistance(
  trained: readonly Tensor2D[],
  taught: readonly Tensor2D[],
  { rows, valid }: CheckedBatch,
  weight: number,
): KeptUnits {
  const away = trained.map((x, index) => {
    const difference = sub<Tensor2D>(x, taught[index] as Tensor2D);
    // Of a hard caption that is missing nothing counts.
    return index === 2 && valid ? mul<Tensor2D>(difference, reshape(valid, [-1, 1])) : difference;
  });
  const total = away.map((x) => sum(square(x))).reduce((a, b) => add(a, b));
  return {
    loss: mul(total, weight / rows),
    gradients: away.map((x) => mul<Tensor2D>(x, (2 * weight) / rows)),
    ofScale: scalar(0),
  };
}

interface SoftmaxForm {
  readonly scale: Scalar;
  readonly taughtScale: Scalar;
  readonly weight: number;
  readonly withEntropy: boolean;
  readonly tiles: readonly Tile[];
  readonly withGradient: boolean;
}

/**
 * With p, q the trained softmaxes over rows and columns, r and c their log-sum-exps, and p₀, q₀, r₀, c₀ the teacher's:
 * KL = Σ (p₀ + q₀)(z₀ − z) + Σ (r − r₀) + Σ (c − c₀), and ∂/∂z = p − p₀ + q − q₀, all times λ/2N. Columns run through
 * all tiles, so their log-sum-exps come first.
 */
function softmaxDistance(
  [images, captions]: readonly Tensor2D[],
  [images0, captions0]: readonly Tensor2D[],
  { scale, taughtScale, weight, withEntropy, tiles, withGradient }: SoftmaxForm,
): KeptUnits {
  const logitsOf = (x: Tensor2D, y: Tensor2D, by: Scalar): ((tile: Tile) => Tensor2D) => {
    const [scaled, turned] = [mul<Tensor2D>(x, by), transpose(y) as Tensor2D];
    const compute = (tile: Tile): Tensor2D => matMul(rowsOf(scaled, tile), turned);
    const kept = tiles.length === 1 ? compute(tiles[0] as Tile) : undefined;
    return (tile) => kept ?? compute(tile);
  };
  const own = logitsOf(images as Tensor2D, captions as Tensor2D, scale);
  const teachers = logitsOf(images0 as Tensor2D, captions0 as Tensor2D, taughtScale);
  const massesOf = (logits: (tile: Tile) => Tensor2D) => {
    const found = tiles.map((tile) =>
      tidy(() => {
        const z = logits(tile);
        return { ofRows: rowLogSumExp(z), ofColumns: rowLogSumExp(transpose(z) as Tensor2D) };
      }),
    );
    const columns = found.map(({ ofColumns }) => ofColumns).reduce(logAddExp);
    return {
      rows: concat(
        found.map(({ ofRows }) => ofRows),
        0,
      ) as Tensor2D,
      columns: reshape(columns, [1, -1]) as Tensor2D,
    };
  };
  const [mass, mass0] = [massesOf(own), massesOf(teachers)];
  const [rows] = (images as Tensor2D).shape;
  const each = weight / (2 * rows);
  let total = add<Scalar>(sum(mass.rows), sum(mass.columns));
  if (!withEntropy) total = sub(total, add(sum(mass0.rows), sum(mass0.columns)));
  const toImages: Tensor2D[] = [];
  let toCaptions: Tensor2D | undefined;
  for (const tile of tiles) {
    const [value, ofRows, ofColumns] = tidy(() => {
      const [z, z0] = [own(tile), teachers(tile)];
      const both = (logits: Tensor2D, masses: typeof mass): Tensor2D =>
        add(exp(sub(logits, rowsOf(masses.rows, tile))), exp(sub(logits, masses.columns)));
      const wanted = both(z0, mass0);
      const apart = sum<Scalar>(mul(wanted, withEntropy ? z : sub(z, z0)));
      if (!withGradient) return [apart];
      const grid = mul<Tensor2D>(sub(both(z, mass), wanted), each);
      const there = rowsOf(images as Tensor2D, tile);
      return [apart, matMul(grid, captions as Tensor2D), matMul(transpose(grid) as Tensor2D, there)];
    }) as [Scalar, Tensor2D?, Tensor2D?];
    total = sub(total, value);
    if (ofRows && ofColumns) {
      toImages.push(ofRows);
      toCaptions = toCaptions ? add<Tensor2D>(toCaptions, ofColumns) : ofColumns;
    }
  }
  const loss = mul<Scalar>(total, each);
  if (!toCaptions) return { loss, gradients: [], ofScale: scalar(0) };
  const all = concat(toImages, 0) as Tensor2D;
  return {
    loss,
    gradients: [mul(all, scale), mul(toCaptions, scale)],
    ofScale: sum<Scalar>(mul(images as Tensor2D, all)),
  };
}
