export { UsageError } from '@slipform/kit/input-error';
