import { actionsBar, button, field, tabs } from './usagers/controls.mjs';
import { alert, badge, hideLoader, openDialog, showLoader, showToast } from './usagers/feedback.mjs';
import { frame, layout, pairs, stepper, tile } from './usagers/layout.mjs';
import { upload, uploads } from './usagers/upload.mjs';

/** The application since June 2026, in the vocabulary of the State's design system (without its marks). */
export const usagers = {
  name: 'usagers',
  /** Whether an incomplete form keeps its button disabled. */
  disablesSubmit: false,
  ...{ actionsBar, button, field, tabs, upload, uploads },
  ...{ alert, badge, hideLoader, openDialog, showLoader, showToast },
  ...{ frame, layout, pairs, stepper, tile },
};
