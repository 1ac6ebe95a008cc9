import type { Page } from 'puppeteer-core';
import type { MessageAnswers, MessageName, MessageRequest, Reply } from '../../lib/app/protocol.ts';
import type { Surface } from '../e2e/browser/surface.ts';
import type { Witnessed } from '../e2e/browser/witnessed.ts';

interface Api {
  readonly tabs: { query(filter: object): Promise<{ id?: number }[]> };
  readonly runtime: { sendMessage(message: object): Promise<Reply<unknown> | undefined> };
}

/** Speaks the popup's protocol about one tab, without the popup. */
export interface Desk {
  readonly tabId: number;
  readonly surface: Surface;
  /** Rejects with the word of the refusal, or when nobody answers. */
  ask<Name extends MessageName>(name: Name, data: MessageRequest<Name>): Promise<MessageAnswers[Name]>;
}

/**
 * A page of the extension that stays open behind the portal's: the popup would lie over the page, and come and go some
 * hundred times. Leaves the portal's page in front.
 */
export async function openDesk(witnessed: Witnessed, page: Page): Promise<Desk> {
  await page.bringToFront();
  const tabId = await witnessed.evaluateInBackground(async () => {
    const scope = globalThis as unknown as { browser?: Api; chrome: Api };
    const [tab] = await (scope.browser ?? scope.chrome).tabs.query({ active: true, lastFocusedWindow: true });
    return tab?.id ?? -1;
  });
  const surface = await witnessed.openExtensionPage('/export.html');
  await page.bringToFront();
  return {
    tabId,
    surface,
    async ask<Name extends MessageName>(name: Name, data: MessageRequest<Name>) {
      const reply = await surface.evaluate(
        (sent: object) => {
          const scope = globalThis as unknown as { browser?: Api; chrome: Api };
          return (scope.browser ?? scope.chrome).runtime.sendMessage(sent);
        },
        { to: 'background', name, data },
      );
      if (!reply) throw new Error('nobody answered');
      if (!reply.ok) throw new Error(reply.error);
      return reply.value as MessageAnswers[Name];
    },
  };
}
