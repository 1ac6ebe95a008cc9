import { areProbable, type PageStatus } from '../../lib/app/popup/popup-view.ts';
import { Button } from '../design/Button.tsx';
import { Confirm } from '../design/Confirm.tsx';
import { Lamp } from '../design/Lamp.tsx';
import { Notice } from '../design/Notice.tsx';
import { isolated } from '../words.ts';
import { useWords } from '../words-context.tsx';
import { FollowedSites } from './FollowedSites.tsx';
import type { PopupActions, PopupBusy } from './popup-props.ts';
import { describeStatus, mayBePhotographed } from './status.ts';

interface StatusLineProps {
  readonly page: PageStatus;
  readonly noticeAccepted: boolean;
  readonly busy: PopupBusy;
  readonly on: PopupActions;
}

/** What the witness can do on this page, and the one button that mends it. */
export const StatusLine = ({ page, noticeAccepted, busy, on }: StatusLineProps) => {
  const words = useWords();
  const { light, key } = describeStatus(page);
  const site = siteOf(page);
  return (
    <section class="status night" aria-labelledby="status-title">
      <div class="status-line">
        <Lamp light={light} />
        <div>
          <h2 id="status-title" tabIndex={-1}>
            {words(key)}
          </h2>
          <p class="status-detail">{words(`${key}_detail`, { site })}</p>
        </div>
      </div>
      {page.kind === 'unsupported' && <FollowedSites />}
      {page.kind === 'no-access' && (
        <Button look="primary" wide waiting={busy === 'access'} onPress={on.onGrantAccess}>
          {words('grant_access')}
        </Button>
      )}
      {page.kind === 'offered' && (
        <Button look="primary" wide waiting={busy === 'access'} onPress={() => on.onGrantSite(page.host)}>
          {words('grant_site')}
        </Button>
      )}
      {page.kind === 'watched' && page.host !== undefined && (
        <WitnessedSite host={page.host} busy={busy} on={on} />
      )}
      {(page.kind === 'silent' || page.kind === 'across') && (
        <Confirm
          ask={words('reload')}
          question={words('reload_warning')}
          yes={words('reload_confirm')}
          no={words('reload_later')}
          waiting={busy === 'reload'}
          onYes={on.onReload}
        />
      )}
      {page.kind === 'private' && (
        <Notice>
          <p>{words('private_notice')}</p>
          <p>{words('private_notice_others')}</p>
        </Notice>
      )}
      {mayBePhotographed(page) && !noticeAccepted && (
        <Notice>
          <p>{words('picture_notice')}</p>
        </Notice>
      )}
      {needsStart(page, noticeAccepted) && (
        <Button look="primary" wide waiting={busy === 'start'} onPress={on.onStart}>
          {busy === 'start' ? words('starting') : words(isWaitingForClick(page) ? 'resume' : 'start')}
        </Button>
      )}
      {isVisited(page) && !noticeAccepted && (
        <Button wide waiting={busy === 'start'} onPress={on.onStart}>
          {words('notice_understood')}
        </Button>
      )}
      {page.kind === 'private' && !page.refused && (
        <Button wide waiting={busy === 'refuse'} onPress={on.onRefuse}>
          {words('private_refuse')}
        </Button>
      )}
    </section>
  );
};

/** A neighbouring site that she has chosen, and the way back. */
const WitnessedSite = ({ host, busy, on }: { host: string; busy: PopupBusy; on: PopupActions }) => {
  const words = useWords();
  return (
    <>
      <p class="status-site">
        {words('site_chosen')} <bdi>{host}</bdi>
      </p>
      <Button look="quiet" waiting={busy === 'leave'} onPress={() => on.onLeaveSite(host)}>
        {words('leave_site')}
      </Button>
    </>
  );
};

const siteOf = (page: PageStatus): string => {
  if (page.kind === 'no-access') return isolated(page.origin.replace(/^https:\/\//, ''));
  return page.kind === 'offered' ? isolated(page.host) : '';
};

/** Not witnessed: all that can be done is to photograph it. */
const isVisited = ({ kind }: PageStatus): boolean => kind === 'offered' || kind === 'once';

const isWaitingForClick = (page: PageStatus) => page.kind === 'watched' && page.pictures === 'click-needed';

const needsStart = (page: PageStatus, noticeAccepted: boolean): boolean => {
  if (page.kind === 'watched') return !areProbable(page.pictures) || !noticeAccepted;
  return page.kind === 'private' || (['silent', 'across'].includes(page.kind) && !noticeAccepted);
};
