import { call, hasDefect } from '../api.mjs';
import { el } from '../dom.mjs';
import { dateAndTime, message, t } from '../i18n.mjs';
import { ui } from '../skin.mjs';

/** « 34 octets, le 21/11/2026 ». */
const aboutFile = ({ size, at }) => t('upload.about', { size, date: dateAndTime(at).date });

/** Files are sent as soon as they are chosen; the step goes on when every document is there. */
export function createDocumentsStep({ step, n, request, next, refused, actions }) {
  const base = `/api/anf/usager/dossiers/${request.id}`;
  const held = new Map(request.pieces.map((document) => [document.piece, document]));
  const notices = el('div', { class: 'notices' });
  const onward = ui.button({ label: t('request.save'), kind: 'primary', test: 'submit', onClick: save });
  const refresh = () => {
    onward.control.disabled = step.uploads.some((piece) => !held.has(piece));
  };

  async function save() {
    try {
      await call('POST', `${base}/etape/${n}`, {});
      next();
    } catch (error) {
      refused(error, (code) => notices.replaceChildren(ui.alert('error', message(code))));
    }
  }

  const items = step.uploads.map((piece) => {
    const item = ui.upload({
      name: piece,
      label: t(`fields.${piece}`),
      hint: t('upload.limits'),
      browse: t('upload.browse'),
      remove: t('upload.remove'),
      onFile: async (file) => {
        item.setBusy(t('upload.sending'));
        try {
          const document = await call('POST', `${base}/pieces?type=${piece}`, file);
          held.set(piece, document);
          item.setDone(document.name, t('upload.done'), aboutFile(document));
        } catch (error) {
          refused(error, (code) => item.setError(file.name, hasDefect('bare-cross') ? '' : message(code)));
        }
        refresh();
      },
      onRemove: async () => {
        try {
          if (held.has(piece)) await call('DELETE', `${base}/pieces/${held.get(piece).id}`);
          held.delete(piece);
          item.setEmpty();
        } catch (error) {
          refused(error, (code) => item.setError('', message(code)));
        }
        refresh();
      },
    });
    const given = held.get(piece);
    if (given) item.setDone(given.name, t('upload.done'), aboutFile(given));
    return item.node;
  });
  refresh();
  return el('div', {}, notices, ui.uploads(items), ui.actionsBar([...actions, onward.node]));
}
