export { type BlobOutput, type MineBlobOptions, type MinedPart, mineBlob } from './mine-blob';
