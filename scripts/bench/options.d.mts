import type { BrowserName } from '../../tests/e2e/browser/witnessed.ts';

export type LineName =
  | 'always-on-script'
  | 'package-size'
  | 'error-to-incident'
  | 'busy-cost'
  | 'busy-added'
  | 'busy-task'
  | 'busy-memory'
  | 'busy-500'
  | 'busy-5000'
  | 'busy-50000'
  | 'busy-latency-p50'
  | 'busy-latency-p95'
  | 'busy-input'
  | 'busy-growth-page'
  | 'busy-growth-background'
  | 'capture-overhead'
  | 'capture-overhead-net'
  | 'capture-cold-worker'
  | 'capture-cold-worker-net'
  | 'popup-10'
  | 'popup-1000'
  | 'popup-10000'
  | 'export-300-without-pdf'
  | 'export-300-with-pdf'
  | 'memory-export-300-without-pdf'
  | 'memory-export-300'
  | 'export-seals'
  | 'verify-1gb'
  | 'memory-verify-1gb'
  | 'verify-1gb-page'
  | 'memory-verify-1gb-page';
export const LINES: readonly LineName[];

export interface BenchOptions {
  readonly browsers: readonly BrowserName[];
  readonly only: readonly LineName[];
  readonly runs: number | undefined;
}
export function parseOptions(args: readonly string[]): BenchOptions;
