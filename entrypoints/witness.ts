import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { MessageAnswers, PageQuestion, Reply } from '../lib/app/protocol.ts';
import { isTaken } from '../lib/page/outbox.ts';
import { startWitness } from '../lib/page/witness.ts';

/** The few calls of the extension API that this script makes, without the weight of a polyfill. */
interface Runtime {
  readonly id?: string;
  sendMessage(message: unknown): Promise<Reply<MessageAnswers['page.signals']> | undefined>;
  readonly onMessage: {
    addListener(
      onMessage: (message: unknown, sender: { id?: string }, reply: (answer: unknown) => void) => boolean,
    ): void;
  };
}

const isQuestion = (message: unknown): message is PageQuestion =>
  typeof message === 'object' && message !== null && 'to' in message && message.to === 'page';

export default defineUnlistedScript(() => {
  // Not `browser`: where the browser has none, `<html id="browser">` is found under that name.
  const { runtime } = (globalThis as { chrome?: { runtime?: Runtime } }).chrome ?? {};
  if (runtime === undefined) return;
  startWitness({
    alive: () => runtime.id !== undefined,
    send: async (document, signals) =>
      isTaken(
        await runtime.sendMessage({ to: 'background', name: 'page.signals', data: { document, signals } }),
      ),
    onQuestion: (answer, stop) =>
      runtime.onMessage.addListener((message, sender, reply) => {
        if (stop.aborted || !isQuestion(message) || sender.id !== runtime.id) return false;
        void answer(message.ask).then(reply);
        return true;
      }),
  });
});
