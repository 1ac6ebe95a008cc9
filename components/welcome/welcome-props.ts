import type { RehearsalTraces } from '../../lib/app/protocol.ts';

/** How the browser hides and shows the buttons of extensions. */
export type BrowserFamily = 'chromium' | 'firefox';

/** What is left of rehearsals, and the one click that erases it. */
export interface TracesProps {
  /** Null until it is known. */
  readonly traces: RehearsalTraces | null;
  readonly erasure: 'none' | 'under-way' | 'done' | 'failed';
  onErase(): void;
}

export interface WelcomeProps extends TracesProps {
  readonly browser: BrowserFamily;
  onLanguage(code: string): void;
}

export interface RehearsalProps extends TracesProps {
  /** The invented form: its sending always fails. */
  readonly sending: 'not-yet' | 'under-way' | 'failed';
  onSend(): void;
  onLanguage(code: string): void;
}
