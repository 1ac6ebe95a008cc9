import type { AnsweredRequest } from '../../app/protocol.ts';

/** Pictures and the like: nobody waits for them, and a click is not meant for them. */
const ASIDE: readonly string[] = ['img', 'image', 'css', 'beacon', 'video', 'audio', 'icon', 'other'];
const KEPT = 60;
/** The wall clock and that of resource timing differ by less (ms). */
const CLOCKS_MS = 100;

type Timing = PerformanceResourceTiming & { readonly responseStatus?: number };

/** When it was asked for and when it had come is told on the clock of resource timing (ms since 1970). */
export type Answer = AnsweredRequest;

/** The answers that came after a moment: none, some of use, or nothing but refusals. */
export type Outcome = 'none' | 'served' | 'refused';

/** Answers that have come to the page, of any site, as resource timing tells them. */
export interface Answers {
  /** Of what was asked for since then. A server's own failure is a cause of its own, and counts as an answer. */
  outcomeSince(at: number): Outcome;
  /** When the last of them came; 0 when none did. */
  lastCameAt(): number;
  /** Something failed after that moment and nothing was answered since. */
  failedSince(at: number): boolean;
  /** The last ones. */
  all(): readonly Answer[];
  /** What the network tells besides: resource timing is silent on an answer whose body the page has not read. */
  learn(told: readonly Answer[]): void;
}

const isRefusal = ({ status }: Answer): boolean => status >= 400 && status < 500;

export const watchAnswers = (stop: AbortSignal): Answers => {
  let answers: readonly Answer[] = [];
  /** Answers of the page that stood in the tab before are none of this one's. */
  const isOwn = ({ askedAt }: Answer): boolean => askedAt >= performance.timeOrigin;
  const isKnown = ({ url, askedAt }: Answer): boolean =>
    answers.some((one) => one.url === url && Math.abs(one.askedAt - askedAt) < CLOCKS_MS);
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Timing[]) {
      if (ASIDE.includes(entry.initiatorType)) continue;
      const answer: Answer = {
        url: entry.name,
        status: entry.responseStatus ?? 0,
        askedAt: performance.timeOrigin + entry.startTime,
        cameAt: performance.timeOrigin + entry.responseEnd,
      };
      answers = [...answers, answer].slice(-KEPT);
    }
  });
  // The person may have been faster than this script.
  observer.observe({ type: 'resource', buffered: true });
  stop.addEventListener('abort', () => observer.disconnect());
  const since = (at: number) => answers.filter(({ askedAt }) => askedAt >= at - CLOCKS_MS);
  return {
    outcomeSince: (at) => {
      const all = since(at);
      return all.length === 0 ? 'none' : all.every(isRefusal) ? 'refused' : 'served';
    },
    lastCameAt: () => Math.max(0, ...answers.map(({ cameAt }) => cameAt)),
    failedSince: (at) =>
      since(at).some(({ status }) => status >= 400) && !since(at).some(({ status }) => status < 400),
    all: () => answers,
    learn: (told) => {
      answers = [...answers, ...told.filter((one) => isOwn(one) && !isKnown(one))].slice(-KEPT);
    },
  };
};
