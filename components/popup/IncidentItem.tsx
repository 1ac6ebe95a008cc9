import { useId } from 'preact/hooks';
import type { SeenIncident } from '../../lib/app/popup/popup-view.ts';
import { behaviourOf } from '../../lib/core/detect/rules/behaviour.ts';
import { Button } from '../design/Button.tsx';
import { Moment } from '../design/Moment.tsx';
import { keyPart } from '../words.ts';
import { useWords } from '../words-context.tsx';
import { IncidentHelp } from './IncidentHelp.tsx';
import { MissingPicture } from './MissingPicture.tsx';
import { Quotation } from './Quotation.tsx';
import { Thumbnail } from './Thumbnail.tsx';

interface IncidentItemProps {
  readonly incident: SeenIncident;
  readonly now: number;
  readonly waiting: boolean;
  /** Null where there is no dossier to keep the choice in. */
  readonly onHide: (() => void) | null;
}

export const IncidentItem = ({ incident, now, waiting, onHide }: IncidentItemProps) => {
  const words = useWords();
  const title = useId();
  const { failure } = incident;
  const behaviour = behaviourOf(incident.ruleId);
  return (
    <li class="seen-item" data-failure={failure ? '' : undefined}>
      <div class="seen-head">
        <div>
          <h3 id={title}>{words(`category_${keyPart(incident.category)}`)}</h3>
          {behaviour !== undefined && <p>{words(`rule_${keyPart(behaviour)}`)}</p>}
          <p class="soft">
            {incident.count > 1 ? (
              words('seen_times', { count: incident.count, when: words.when(incident.lastAt, now) })
            ) : (
              <Moment at={incident.lastAt} now={now} />
            )}
            {incident.httpStatus !== null &&
              `, ${words('server_code', { status: String(incident.httpStatus) })}`}
          </p>
        </div>
        <Thumbnail picture={incident.thumbnail} at={incident.lastAt} now={now} />
      </div>
      {!failure && <p class="soft">{words('seen_not_failure')}</p>}
      {incident.quote !== null && <Quotation source={words('portal_says')} text={incident.quote} />}
      {incident.pending && <p class="soft">{words('picture_pending')}</p>}
      {!incident.pending && incident.imageMissing !== null && (
        <MissingPicture reason={incident.imageMissing} />
      )}
      <IncidentHelp incident={incident} />
      {onHide !== null && (
        <Button look="quiet" describedBy={title} waiting={waiting} onPress={onHide}>
          {words('hide')}
        </Button>
      )}
    </li>
  );
};
