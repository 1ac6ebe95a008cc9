import type { Diagnostics } from '../../lib/app/settings/diagnostics.ts';

export interface DiagnosticsPageProps {
  readonly told: Diagnostics | 'reading' | 'failed';
  readonly copied: 'not-yet' | 'copied' | 'refused';
  onCopy(text: string): void;
  onLanguage(code: string): void;
}
