export { InputError, refuse } from '@slipform/kit/errors/input-error';
