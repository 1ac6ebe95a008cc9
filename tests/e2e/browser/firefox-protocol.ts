import type { Browser, Page } from 'puppeteer-core';

/** The parts of WebDriver BiDi answers that are read here. */
interface Answer {
  contexts?: { context: string; url: string }[];
  nodes?: { sharedId: string }[];
  data?: string;
  extension?: string;
  type?: string;
  result?: { value?: unknown };
  exceptionDetails?: { text: string };
}

interface Connection {
  send(method: string, parameters: object): Promise<{ result: Answer }>;
  on(event: string, listener: (details: { status?: string; filepath?: string }) => void): void;
}

/** Puppeteer drives Firefox by WebDriver BiDi but does not publish its connection, which the popup needs. */
export const connectionOf = (browser: Browser) =>
  (browser as unknown as { connection: Connection }).connection;

/** The protocol's name for a page, which puppeteer keeps to itself. */
export const contextOf = (page: Page) => (page.mainFrame() as unknown as { _id: string })._id;

/** Evaluates an expression in a context and awaits its value. Rejects with the text of what it threw. */
export async function evaluateIn(connection: Connection, context: string, expression: string) {
  const { result } = await connection.send('script.evaluate', {
    expression,
    target: { context },
    awaitPromise: true,
  });
  if (result.type === 'exception') throw new Error(result.exceptionDetails?.text ?? 'the page threw');
  return result.result?.value as string;
}

export type { Connection };
