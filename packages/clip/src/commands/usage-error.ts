export { UsageError } from '@slipform/kit/errors/input-error';
