import type { Witnessed } from '../../e2e/browser/witnessed.ts';
import { bundle } from '../../page/bundle.ts';
import type { Audit } from './audit-store.ts';

let code: Promise<string> | undefined;

/** Audits the extension's store from its background. Wakes it. */
export async function readAudit(witnessed: Witnessed): Promise<Audit> {
  code ??= bundle('tests/long/audit/audit-store.ts');
  return witnessed.evaluateInBackground<Audit, []>(
    `(() => { ${await code}; return bundled.auditStore(); })()`,
  );
}
