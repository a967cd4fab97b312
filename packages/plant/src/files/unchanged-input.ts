export { type InputWatch, watchInputs } from '@slipform/kit/unchanged-input';
