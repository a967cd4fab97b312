export type { AuditReport } from './audit';
export { type AuditRecordsOptions, auditRecords, type RecordAudit } from './audit-records';
