export { InputError } from '@slipform/kit/errors/input-error';
