import { createHash } from 'node:crypto';
import type { ReaderPorts } from '../reader/ports.ts';
import { isSigned } from '../reader/signature.ts';

export const readerPorts: ReaderPorts = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  running() {
    const hash = createHash('sha256');
    return { update: (chunk) => void hash.update(chunk), digest: () => hash.digest('hex') };
  },
  isSigned,
};
