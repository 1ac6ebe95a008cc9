export type BrowserName = 'chromium' | 'firefox';
export function findCommand(names: string[], environment?: NodeJS.ProcessEnv): string | undefined;
export function findBrowser(browser: BrowserName): string | undefined;
export function expectBrowser(browser: BrowserName): string;
