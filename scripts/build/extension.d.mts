import type { BrowserName } from '../setup/browsers.mjs';

export function builtFolder(browser: BrowserName): string;
export function build(options?: { browsers?: BrowserName[]; zip?: boolean }): Promise<string[]>;
export function ensureBuilt(browsers?: BrowserName[]): Promise<void>;
