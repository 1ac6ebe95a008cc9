import '../design/design.css';
import './popup.css';
import { useRef } from 'preact/hooks';
import type { PopupView } from '../../lib/app/popup/popup-view.ts';
import { LanguageSwitch } from '../design/LanguageSwitch.tsx';
import { Notice } from '../design/Notice.tsx';
import { useKeptFocus } from '../design/use-kept-focus.ts';
import { useWords } from '../words-context.tsx';
import { CapturePanel } from './CapturePanel.tsx';
import { ExportPanel } from './ExportPanel.tsx';
import { FiledPanel } from './FiledPanel.tsx';
import { OnlyHere } from './OnlyHere.tsx';
import { PageLink } from './PageLink.tsx';
import { PopupError } from './PopupError.tsx';
import { ProofPanel } from './ProofPanel.tsx';
import type { PopupProps } from './popup-props.ts';
import { SeenList } from './SeenList.tsx';
import { SessionPanel } from './SessionPanel.tsx';
import { StatusLine } from './StatusLine.tsx';
import { mayBePhotographed } from './status.ts';
import { TroubleNotice } from './TroubleNotice.tsx';
import { WaitingRooms } from './WaitingRooms.tsx';

/** The whole popup. Needs a `WordsProvider` above it. */
export const Popup = (props: PopupProps) => {
  const words = useWords();
  const main = useRef<HTMLElement>(null);
  const name = useRef<HTMLHeadingElement>(null);
  useKeptFocus(main, name);
  const { view } = props;
  return (
    <div class="popup">
      <header class="popup-head night">
        <h1 ref={name} tabIndex={-1}>
          {words('extName')}
        </h1>
      </header>
      <main ref={main} aria-busy={view === 'loading'}>
        {view === 'loading' ? (
          <p class="popup-loading" role="status">
            {words('loading')}
          </p>
        ) : 'error' in view ? (
          <PopupError detail={view.error} onRetry={props.onRetry} />
        ) : (
          <PopupContent {...props} view={view} />
        )}
      </main>
      {view !== 'loading' && <PopupFoot {...props} />}
    </div>
  );
};

/** Comes with the rest: links that stood there while the popup loads would move under the pointer. */
const PopupFoot = (props: PopupProps) => {
  const words = useWords();
  return (
    <footer class="popup-foot">
      <p>{words('promise')}</p>
      <LanguageSwitch onLanguage={props.onLanguage} />
      <nav class="popup-links" aria-label={words('more_pages')}>
        <PageLink path="/welcome.html" onPage={props.onPage}>
          {words('how_it_works')}
        </PageLink>
        <PageLink path="/verifier.html" onPage={props.onPage}>
          {words('verifier_link')}
        </PageLink>
        <PageLink path="/settings.html" onPage={props.onPage}>
          {words('settings_link')}
        </PageLink>
        <PageLink path="/diagnostics.html" onPage={props.onPage}>
          {words('diagnostics_link')}
        </PageLink>
      </nav>
    </footer>
  );
};

const PopupContent = (props: PopupProps & { view: PopupView }) => {
  const words = useWords();
  const { view } = props;
  const { page } = view.filing;
  return (
    <>
      {view.rehearsal && (
        <Notice>
          <p>{words('rehearsal_popup')}</p>
        </Notice>
      )}
      {view.trouble !== null && <TroubleNotice trouble={view.trouble} />}
      {!isHalted(view) && (
        <StatusLine page={view.page} noticeAccepted={view.noticeAccepted} busy={props.busy} on={props} />
      )}
      <SessionPanel view={view} now={props.now} busy={props.busy} on={props} />
      {isCapturable(view) && page !== null && (
        <ProofPanel
          page={page}
          now={props.now}
          first={isWellLit(view)}
          apart={apartOf(view) !== null}
          busy={props.busy}
          outcome={props.proof}
          onProof={props.onProof}
        />
      )}
      {isCapturable(view) && (
        <CapturePanel
          first={isWellLit(view) && page === null}
          apart={apartOf(view)}
          busy={props.busy}
          outcome={props.outcome}
          onCapture={props.onCapture}
        />
      )}
      <ExportPanel view={view} now={props.now} onExport={props.onExport} />
      {/* What comes while the popup is open comes below the buttons: a click must not miss the one it was meant for. */}
      <WaitingRooms view={view} now={props.now} busy={props.busy} on={props} />
      <FiledPanel filing={view.filing} now={props.now} />
      <SeenList view={view} now={props.now} busy={props.busy} on={props} />
      {view.onlyHere !== undefined && <OnlyHere captures={view.onlyHere} onPage={props.onPage} />}
    </>
  );
};

/** On a portal page, « le témoin veille » would be untrue while nothing can be stored. */
const isHalted = ({ page, trouble }: PopupView): boolean => trouble !== null && page.kind === 'watched';

const isWellLit = ({ page, question }: PopupView): boolean =>
  page.kind === 'watched' && page.pictures === 'probable' && question === 'none';

/** Why what is photographed now waits apart. Nobody has said for whom a page is that is not witnessed. */
const apartOf = ({ page, question }: PopupView): 'across' | 'unanswered' | null => {
  if (page.kind === 'across') return 'across';
  return question !== 'none' || page.kind === 'offered' || page.kind === 'once' ? 'unanswered' : null;
};

/** Before the notice has been read there is no picture; with a broken store there is nowhere to put one. */
const isCapturable = ({ page, noticeAccepted, trouble }: PopupView): boolean =>
  mayBePhotographed(page) &&
  noticeAccepted &&
  (trouble === null || trouble === 'disk-full' || trouble === 'memory-full');
