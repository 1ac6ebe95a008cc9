import { useState } from 'preact/hooks';
import type { PopupView, SeenCapture, SeenIncident } from '../../lib/app/popup-view.ts';
import { Button } from '../design/Button.tsx';
import { Section } from '../design/Section.tsx';
import { useWords } from '../words-context.tsx';
import { CaptureItem } from './CaptureItem.tsx';
import { IncidentItem } from './IncidentItem.tsx';

type Entry =
  | { readonly at: number; readonly incident: SeenIncident }
  | { readonly at: number; readonly capture: SeenCapture };

const SHOWN = 5;

/** What was seen in this visit, latest first. */
export const SeenList = ({ view, now }: { view: PopupView; now: number }) => {
  const words = useWords();
  const [all, setAll] = useState(false);
  const entries: readonly Entry[] = [
    ...view.incidents.map((incident) => ({ at: incident.lastAt, incident })),
    ...view.captures.map((capture) => ({ at: capture.at, capture })),
  ].sort((a, b) => b.at - a.at);
  // « Rien d’anormal » may be said only where something wrong would have been noted.
  const isQuiet = view.page.kind === 'watched' && view.trouble === null;
  if (entries.length === 0 && !isQuiet) return null;
  const shown = all ? entries : entries.slice(0, SHOWN);
  const hidden = entries.length - shown.length;
  return (
    <Section name="seen" title={words('seen')}>
      {entries.length === 0 && (
        <div class="seen-nothing">
          <p>{words('seen_nothing')}</p>
          <p class="soft">{words('seen_nothing_detail')}</p>
        </div>
      )}
      {shown.length > 0 && (
        <ul class="plain seen-list">
          {shown.map((entry) =>
            'incident' in entry ? (
              <IncidentItem key={`incident ${entry.incident.key}`} incident={entry.incident} now={now} />
            ) : (
              <CaptureItem key={`capture ${entry.capture.key}`} capture={entry.capture} now={now} />
            ),
          )}
        </ul>
      )}
      {hidden > 0 && (
        <Button look="quiet" onPress={() => setAll(true)}>
          {words('seen_more', { count: hidden })}
        </Button>
      )}
    </Section>
  );
};
