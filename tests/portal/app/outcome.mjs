import { hasDefect } from './api.mjs';
import { message, t } from './i18n.mjs';
import { ui } from './skin.mjs';

const IN_A_DIALOG = new Set(['duplicate']);

/** Says why something was refused, in the place where the portal says it: under a field, in a window, or on top. */
export function showRefusal(form, code, field) {
  const text = message(code);
  if (field) form.setError(field, code);
  else if (IN_A_DIALOG.has(code) || hasDefect('dialog')) {
    ui.openDialog({
      title: t('request.information'),
      text,
      actions: [{ label: t('request.close'), kind: 'primary' }],
    });
  } else if (hasDefect('toast')) ui.showToast(text);
  else {
    form.notices.replaceChildren(ui.alert('error', text));
    form.notices.scrollIntoView({ block: 'center' });
  }
}
