import { createLexicon } from '@slipform/concreteness';
import { relation } from '@slipform/plant/relations';
import type { AuditReport } from '../audit/audit-report';
import { type AuditFilesOptions, auditFiles } from '../audit-files/audit-files';

/** Audits files as one, with the tables that the command has. */
export function auditFile(
  files: string | readonly string[],
  options: AuditFilesOptions = {},
): Promise<AuditReport> {
  return auditFiles([files].flat(), { lexicon: createLexicon(), relation, ...options });
}
