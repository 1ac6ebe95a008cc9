import { actionsBar, button, field, tabs } from './particuliers/controls.mjs';
import { alert, badge, hideLoader, openDialog, showLoader, showToast } from './particuliers/feedback.mjs';
import { frame, layout, pairs, stepper, tile } from './particuliers/layout.mjs';
import { upload, uploads } from './particuliers/upload.mjs';

/** The older application, in the PrimeNG vocabulary with its old `ui-` prefix. */
export const particuliers = {
  name: 'particuliers',
  /** Whether an incomplete form keeps its button disabled. */
  disablesSubmit: true,
  ...{ actionsBar, button, field, tabs, upload, uploads },
  ...{ alert, badge, hideLoader, openDialog, showLoader, showToast },
  ...{ frame, layout, pairs, stepper, tile },
};
