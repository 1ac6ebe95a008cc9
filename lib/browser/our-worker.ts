/** The scripts that may be started as a worker. */
const WORKERS = { export: '/export-worker.js', backup: '/backup-worker.js' } as const;
type OurWorker = keyof typeof WORKERS;

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(name: string): string },
  ): { createScriptURL(name: string): string };
}

const urlOf = (name: string): string => WORKERS[name as OurWorker];

/** Our policy lets no text name a script to load, but through this one rule. Older Firefox does not know of it. */
const workerUrls = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
  'anef-temoin-worker',
  { createScriptURL: urlOf },
);

export const startWorker = (name: OurWorker): Worker =>
  new Worker(workerUrls?.createScriptURL(name) ?? urlOf(name));
