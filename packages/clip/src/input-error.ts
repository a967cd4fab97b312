export { InputError } from '@slipform/kit/input-error';
