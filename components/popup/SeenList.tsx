import { useState } from 'preact/hooks';
import type { PopupView, SeenCapture, SeenIncident } from '../../lib/app/popup/popup-view.ts';
import { Button } from '../design/Button.tsx';
import { Section } from '../design/Section.tsx';
import { useWords } from '../words-context.tsx';
import { CaptureItem } from './CaptureItem.tsx';
import { HiddenIncidents } from './HiddenIncidents.tsx';
import { IncidentItem } from './IncidentItem.tsx';
import type { PopupActions, PopupBusy } from './popup-props.ts';

type Entry =
  | { readonly at: number; readonly incident: SeenIncident }
  | { readonly at: number; readonly capture: SeenCapture };

const SHOWN = 5;

interface SeenListProps {
  readonly view: PopupView;
  readonly now: number;
  readonly busy: PopupBusy;
  readonly on: Pick<PopupActions, 'onHide'>;
}

/** What was seen in this visit, latest first. */
export const SeenList = ({ view, now, busy, on }: SeenListProps) => {
  const words = useWords();
  const [all, setAll] = useState(false);
  const entries: readonly Entry[] = [
    ...view.incidents.filter(({ hidden }) => !hidden).map((incident) => ({ at: incident.lastAt, incident })),
    ...view.captures.map((capture) => ({ at: capture.at, capture })),
  ].sort((a, b) => b.at - a.at);
  const dossier = view.dossier?.id;
  const set = (fingerprint: string, hidden: boolean): void => {
    if (dossier !== undefined) on.onHide({ dossier, fingerprint, hidden });
  };
  const waiting = busy === 'hide';
  const silenced = view.incidents.filter(({ hidden }) => hidden);
  // « Rien d’anormal » may be said only where something wrong would have been noted.
  const isQuiet = view.page.kind === 'watched' && view.trouble === null && silenced.length === 0;
  if (entries.length === 0 && silenced.length === 0 && !isQuiet) return null;
  const shown = all ? entries : entries.slice(0, SHOWN);
  const hidden = entries.length - shown.length;
  return (
    <Section name="seen" title={words('seen')}>
      {entries.length === 0 && isQuiet && (
        <div class="seen-nothing">
          <p>{words('seen_nothing')}</p>
          <p class="soft">{words('seen_nothing_detail')}</p>
        </div>
      )}
      {shown.length > 0 && (
        <ul class="plain seen-list">
          {shown.map((entry) =>
            'incident' in entry ? (
              <IncidentItem
                key={`incident ${entry.incident.key}`}
                incident={entry.incident}
                now={now}
                waiting={waiting}
                onHide={dossier === undefined ? null : () => set(entry.incident.key, true)}
              />
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
      {silenced.length > 0 && (
        <HiddenIncidents
          incidents={silenced}
          now={now}
          waiting={waiting}
          onShow={(fingerprint) => set(fingerprint, false)}
        />
      )}
    </Section>
  );
};
