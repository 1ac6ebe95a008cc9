import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Reply, RequestsUnderWay } from '../lib/app/protocol.ts';
import { startWatchers } from '../lib/page/watchers/start-watchers.ts';

/** As in the witness: without the weight of a polyfill. */
interface Runtime {
  sendMessage(message: unknown): Promise<Reply<RequestsUnderWay> | undefined>;
}

/** Injected into a page whose witness has asked for it, and joins that witness. */
export default defineUnlistedScript(() => {
  const { runtime } = (globalThis as { chrome?: { runtime?: Runtime } }).chrome ?? {};
  if (runtime === undefined) return;
  startWatchers(async () => {
    const reply = await runtime.sendMessage({ to: 'background', name: 'page.requests', data: {} });
    return reply?.ok === true ? reply.value : undefined;
  });
});
