// The verifier on the command line; run by the pinned Node.
import { reportText } from '../lib/core/verify/report-text.ts';
import { verifyBundle } from '../lib/node/verify-bundle.ts';

const [path, ...others] = process.argv.slice(2);
if (path === undefined || others.length > 0) {
  process.stderr.write('Usage : npm run verify -- dossier.zip\n');
  process.exitCode = 2;
} else {
  const report = await verifyBundle(path);
  process.stdout.write(reportText(report));
  process.exitCode = report.verdict === 'intact' ? 0 : 1;
}
