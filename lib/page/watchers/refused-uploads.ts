import { UPLOAD_PATH } from '../../core/detect/routes.ts';
import { isConnected } from '../dom.ts';
import { fieldLabel } from '../labels.ts';
import { createPatience } from './patience.ts';
import { crossedFiles } from './refused-files.ts';
import type { Scene, Watcher } from './watcher.ts';

/** A cross that stays is no animation (ms of visible time). */
const STAYS_MS = 1500;
/** A file that is sent as soon as it is chosen leaves within this time (ms). */
const LEAVES_WITHIN_MS = 5000;
/** The person is not logged in, or may not: no word on the file. */
const NOT_THE_FILE: readonly number[] = [401, 403];

/** A chosen file beside which a red cross appears, or whose sending fails. */
export const watchRefusedUploads = ({ person, answers }: Scene): Watcher => {
  const patience = createPatience<Element>(STAYS_MS);
  const failed = new WeakSet<Element>();

  answers.onAnswer(({ url, status, askedAt }) => {
    if (status < 400 || NOT_THE_FILE.includes(status) || !UPLOAD_PATH.test(new URL(url).pathname)) return;
    for (const [chooser, at] of person.files)
      if (askedAt >= at - 100 && askedAt - at <= LEAVES_WITHIN_MS) failed.add(chooser);
  });

  return {
    look: (time) => {
      const choosers = [...person.files.keys()].filter((one) => isConnected(one));
      const refused = new Set([...crossedFiles(choosers), ...choosers.filter((one) => failed.has(one))]);
      return patience.look(new Map([...refused].map((one) => [one, 0])), time).map(({ key }) => ({
        obstacle: 'upload-refused' as const,
        evidence: { label: fieldLabel(key) },
        element: key,
        quietOnly: false,
        tell: () => patience.tell(key),
      }));
    },
    pending: patience.pending,
  };
};
