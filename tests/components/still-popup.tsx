import { Popup } from '../../components/popup/Popup.tsx';
import type { PopupState } from './gallery/popup-states.ts';
import { NOW } from './gallery/views.ts';

const nothing = () => undefined;

/** The popup in one state, where pressing does nothing. */
export const StillPopup = (state: PopupState) => (
  <Popup
    proof={null}
    {...state}
    now={NOW}
    onStart={nothing}
    onCapture={nothing}
    onProof={nothing}
    onAssign={nothing}
    onDiscard={nothing}
    onHide={nothing}
    onRefuse={nothing}
    onGrantAccess={nothing}
    onGrantSite={nothing}
    onLeaveSite={nothing}
    onReload={nothing}
    onExport={nothing}
    onPage={nothing}
    onLanguage={nothing}
    onRetry={nothing}
  />
);
