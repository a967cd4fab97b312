export { type AuditRecordsOptions, auditRecords, type RecordAudit } from './audit-records';
export type { AuditReport } from './audit-report';
