import { UPLOAD_PATH } from '../../core/detect/routes.ts';
import { all, isConnected } from '../dom.ts';
import { fieldLabel } from '../labels.ts';
import type { Answer } from './answers.ts';
import { createPatience } from './patience.ts';
import { crossedFiles } from './refused-files.ts';
import type { Scene, Watcher } from './watcher.ts';

/** A cross that stays is no animation (ms of visible time). */
const STAYS_MS = 1500;
/** A file that is sent as soon as it is chosen leaves within this time (ms). */
const LEAVES_WITHIN_MS = 5000;
/** The person is not logged in, or may not: no word on the file. */
const NOT_THE_FILE: readonly number[] = [401, 403];

/** A widget puts a file into its chooser without an event of the browser's: that was done in this time before it is seen (ms). */
const UNHEARD_MS = 3000;

/** A chosen file beside which a red cross appears, or whose sending fails. */
export const watchRefusedUploads = ({ person, answers, roots }: Scene): Watcher => {
  const patience = createPatience<Element>(STAYS_MS);

  const findChosen = () => {
    for (const root of roots()) {
      for (const chooser of all<HTMLInputElement>(root, 'input[type="file"]')) {
        if (person.files.has(chooser) || (chooser.files?.length ?? 0) === 0) continue;
        person.files.set(chooser, performance.timeOrigin + performance.now() - UNHEARD_MS);
        person.chosen.add(chooser);
      }
    }
  };

  const isFailure = ({ url, status }: Answer): boolean =>
    status >= 400 && !NOT_THE_FILE.includes(status) && UPLOAD_PATH.test(new URL(url).pathname);
  const hasFailed = (chooser: Element): boolean => {
    const at = person.files.get(chooser) ?? 0;
    return answers
      .all()
      .some(
        (answer) =>
          answer.askedAt >= at - 100 && answer.askedAt - at <= LEAVES_WITHIN_MS && isFailure(answer),
      );
  };

  return {
    look: (time) => {
      findChosen();
      const choosers = [...person.files.keys()].filter((one) => isConnected(one));
      const refused = new Set([...crossedFiles(choosers), ...choosers.filter(hasFailed)]);
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
