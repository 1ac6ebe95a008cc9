import type { PageMoment, PageQuestion } from '../app/protocol.ts';
import { collapseSpace } from '../core/detect/fold.ts';
import { hostGroup } from '../core/detect/hosts.ts';
import { createMatchers } from '../core/detect/matchers.ts';
import { inert } from '../core/privacy/inert.ts';
import { createKeyedHash } from '../core/privacy/keyed-hash.ts';
import { maskText, personalSpans } from '../core/privacy/mask.ts';
import { createTypedValues } from '../core/privacy/typed-values.ts';
import { watchDocument } from './documents.ts';
import { isShadowRoot } from './dom.ts';
import { watchMessages } from './messages/watch-messages.ts';
import { twoFrames } from './moment.ts';
import { createOutbox } from './outbox.ts';
import { watchPasswords } from './passwords.ts';
import { listen, type PagePort, type Watch } from './port.ts';
import { watchRequests } from './requests.ts';
import { watchTypedValues } from './typed.ts';
import { setWitnessHandle, witnessHandle } from './witness-handle.ts';

/** Read before masking: a value cut in two by the limit must not escape the mask. */
const READ_AHEAD = 200;

const startNow = (port: PagePort): void => {
  const controller = new AbortController();
  const { signal: stop } = controller;
  const id = crypto.randomUUID();
  const { now } = Date;
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  const typed = createTypedValues(createKeyedHash([high, low]));

  const end = () => {
    controller.abort();
    outbox.stop();
    setWitnessHandle(undefined);
  };
  const outbox = createOutbox({
    send: (signals) => port.send(id, signals),
    alive: port.alive,
    onOrphan: end,
    setTimer: (run, ms) => setTimeout(run, ms),
  });
  const watch: Watch = {
    emit(signal) {
      outbox.add(signal);
      // Where a page stands is told at once: in a hidden window timers wait for seconds, and the network speaks first.
      if (signal.kind === 'document') outbox.flush();
    },
    mask: (text, limit) =>
      inert(maskText(collapseSpace(inert(text.slice(0, limit + READ_AHEAD))), typed).slice(0, limit)),
    now,
    stop,
  };
  const matchers = createMatchers(hostGroup(location.hostname));

  const isTyped = (segment: string) => typed.find(segment).length > 0;
  const documentWatch = watchDocument(watch, matchers, isTyped, outbox.resume);
  const passwords = watchPasswords(stop);
  const { roots } = watchMessages(watch, matchers, documentWatch.check, (root) => {
    // Events of a shadow tree come to the document's listeners, those of a frame stay in it.
    if (isShadowRoot(root)) return;
    watchTypedValues(typed, root, now, stop);
    passwords.enter(root);
  });
  const passwordFilled = () => passwords.filled(roots.all());
  watchRequests(watch);
  listen(window, ['pagehide'], outbox.flush, stop);

  setWitnessHandle({
    alive: port.alive,
    stop: end,
    personalSpans: (text) => personalSpans(text, typed),
    mask: (text) => maskText(text, typed),
    passwordFilled,
    watch,
    roots: roots.all,
  });

  const moment = async (ask: PageQuestion['ask']): Promise<PageMoment> => {
    if (ask === 'moment') await twoFrames();
    return {
      document: id,
      loadedAt: documentWatch.loadedAt,
      route: documentWatch.route(),
      visible: document.visibilityState === 'visible',
      passwordFilled: passwordFilled(),
    };
  };
  port.onQuestion((ask) => {
    outbox.flush(); // whoever asks is awake: what waits is told now
    return moment(ask);
  }, stop);
};

/**
 * Starts the always-on script in this document, once: a second injection does nothing while the first is alive, and
 * takes over from one whose extension is gone. A page that is only being prerendered is left alone until it is shown.
 */
export const startWitness = (port: PagePort): void => {
  const earlier = witnessHandle();
  if (earlier?.alive() === true) return;
  earlier?.stop();
  const page = document as Document & { readonly prerendering?: boolean };
  if (page.prerendering === true) {
    document.addEventListener('prerenderingchange', () => startWitness(port), { once: true });
    return;
  }
  startNow(port);
};
