import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SERVED_HOSTS } from './hosts.mjs';

/** A two-day self-signed certificate for all hosts: `{ key, cert }` as PEM buffers. Nothing stays on disk. */
export function createCertificate() {
  const dir = mkdtempSync(join(tmpdir(), 'portal-certificate-'));
  try {
    const key = join(dir, 'key.pem');
    const cert = join(dir, 'cert.pem');
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
        ...['-keyout', key, '-out', cert, '-days', '2', '-subj', '/O=Replique locale/CN=replique'],
        ...[
          '-addext',
          `subjectAltName=${[...SERVED_HOSTS, 'localhost'].map((host) => `DNS:${host}`).join()}`,
        ],
      ],
      { stdio: 'ignore' },
    );
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
