import type { SettingsView } from '../../lib/app/settings/settings-view.ts';
import type { BackupProps } from './backup-props.ts';

export interface SettingsPageProps {
  readonly view: SettingsView | 'reading' | 'failed';
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Why the last press changed nothing; `bad-url`: it is no address of an authority. */
  readonly problem: 'none' | 'bad-url' | 'refused' | 'failed';
  readonly backup: BackupProps;
  readonly copied: 'not-yet' | 'copied' | 'refused';
  onTimestamps(on: boolean, url: string): void;
  onCopy(text: string): void;
  onLanguage(code: string): void;
}
