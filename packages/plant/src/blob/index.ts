export type { AuditReport } from '../audit/audit-report';
export { type AuditRecordsOptions, auditRecords, type RecordAudit } from './audit-records';
export { type BlobOutput, type MineBlobOptions, type MinedPart, mineBlob } from './mine-blob';
