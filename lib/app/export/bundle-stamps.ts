import { PATHS, stampPaths } from '../../core/bundle/layout.ts';
import type { Gap } from '../../core/dossier/survey.ts';
import { pemText } from '../../core/seal/pem.ts';
import { certificatesOf } from '../../core/timestamp/reply.ts';
import type { StampedLine } from '../dossier/read-journal.ts';
import type { DossierSource } from '../ports.ts';
import type { Stamping } from '../timestamps/timestamp-ports.ts';
import type { BundleWriter } from './bundle-writer.ts';
import { readStored } from './survey-dossier.ts';

/** The timestamps of a bundle: those of its journal, and the one of its manifest. */
export function createBundleStamps(writer: BundleWriter) {
  /** PEM of every certificate that came with a token, once. */
  const certificates = new Set<string>();
  const note = (reply: Uint8Array<ArrayBuffer>): void => {
    for (const der of certificatesOf(reply)) certificates.add(pemText('CERTIFICATE', der));
  };

  return {
    /** Every pair that the journal announces, as stored. */
    async addStored(source: DossierSource, stamped: readonly StampedLine[]): Promise<readonly Gap[]> {
      const gaps: Gap[] = [];
      for (const { of, sha256 } of stamped) {
        const paths = stampPaths(of);
        const [query, reply] = await Promise.all([
          readStored(source, of, 'query'),
          readStored(source, of, 'reply'),
        ]);
        for (const [path, reading] of [
          [paths.query, query],
          [paths.reply, reply],
        ] as const) {
          if (reading.file) await writer.addStored(path, reading.file);
          else gaps.push({ seq: of, kind: 'stamp', reason: reading.reason });
        }
        if (reply.file && reply.file.sha256 !== sha256)
          gaps.push({ seq: of, kind: 'stamp', reason: 'changed' });
        if (reply.file) note(reply.file.bytes);
        query.file?.release();
        reply.file?.release();
      }
      return gaps;
    },

    /** What an authority gave over the manifest, if it did, then the certificates of all. */
    async addManifest(stamping: Stamping | null): Promise<void> {
      if (stamping && 'stamp' in stamping) {
        await writer.addBytes(PATHS.manifestQuery, stamping.stamp.query);
        await writer.addBytes(PATHS.manifestReply, stamping.stamp.reply);
        note(stamping.stamp.reply);
      }
      if (certificates.size > 0)
        await writer.addText(PATHS.authorityCertificates, [...certificates].join(''));
    },
  };
}
export type BundleStamps = ReturnType<typeof createBundleStamps>;
