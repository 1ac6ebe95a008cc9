// The verifier on the command line; run by the pinned Node.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseFingerprint } from '../lib/core/seal/device-key.ts';
import { reportText } from '../lib/core/verify/report-text.ts';
import { verifierWords } from '../lib/core/verify/words/index.ts';
import { verifyBundle } from '../lib/node/verify-bundle.ts';
import { readRoots } from '../lib/reader/roots.ts';

const USAGE =
  'Usage : npm run verify -- dossier.zip [--cle EMPREINTE] [--racine AUTORITE.pem] [--lang fr|en]\n';

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        cle: { type: 'string' },
        racine: { type: 'string' },
        lang: { type: 'string', default: 'fr' },
      },
    });
    const [path, ...others] = positionals;
    const key = values.cle === undefined ? undefined : parseFingerprint(values.cle);
    if (path === undefined || others.length > 0 || (values.cle !== undefined && key === undefined))
      return undefined;
    const roots = values.racine === undefined ? [] : readRoots(new Uint8Array(readFileSync(values.racine)));
    if (values.racine !== undefined && roots.length === 0) return undefined;
    return ['fr', 'en'].includes(values.lang) ? { path, key, roots, lang: values.lang } : undefined;
  } catch {
    return undefined; // an option, or a certificate, that does not exist
  }
}

const options = readOptions();
if (options === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const report = await verifyBundle(options.path, options.key, options.roots);
  process.stdout.write(reportText(report, options.lang));
  if (options.key !== undefined && report.key === null)
    process.stdout.write(`${verifierWords(options.lang).keyMissing}\n`);
  // Who names a key is not content with a bundle that has none: whoever took the seals away would have made it so.
  const isByKey = options.key === undefined || report.key?.compared === 'same';
  process.exitCode = report.verdict === 'intact' && isByKey ? 0 : 1;
}
