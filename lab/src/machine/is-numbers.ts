/** Whether a batch's field is a plain list of numbers, one a row. */
export function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'number');
}
