import {
  type AskAuthority,
  AuthorityError,
  type TimestampQueueStore,
} from '../../app/timestamps/timestamp-ports.ts';
import { browser } from '../api.ts';
import { timestampQueue } from '../remembered/settings.ts';
import { createAskAuthority } from './ask-authority.ts';
import { mayAskAuthority } from './authority-access.ts';

/** Name of the alarm that wakes the worker for what waits. */
export const TIMESTAMPS_ALARM = 'timestamps';

const ask = createAskAuthority();

/** Without the person's leave, given and taken back in the browser, nobody is asked. */
export const askAllowedAuthority: AskAuthority = async (url, query) => {
  if (!(await mayAskAuthority(url)))
    throw new AuthorityError('not-allowed', 'the person does not allow that host');
  return ask(url, query);
};

/** In the local storage: it outlives the browser. Emptied when timestamps are switched off. */
export const timestampQueueStore: TimestampQueueStore = {
  load: () => timestampQueue.getValue(),
  save: (queue) => timestampQueue.setValue(queue),
};

export function wakeForTimestamps(at: number | null): void {
  const done =
    at === null
      ? browser.alarms.clear(TIMESTAMPS_ALARM)
      : browser.alarms.create(TIMESTAMPS_ALARM, { when: at });
  Promise.resolve(done).catch(() => undefined); // what waits is looked at again with the next event
}
