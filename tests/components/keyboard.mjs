/**
 * Uses the gallery with the keyboard alone and tells what went wrong: where the focus is after each action, what was
 * asked of the background, what a screen reader is told.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {(state: string) => Promise<void>} open shows a state, in French
 * @returns {Promise<string[]>} one sentence a problem
 */
export const findKeyboardProblems = async (page, open) => {
  const problems = [];
  const focused = () =>
    page.evaluate(() => document.activeElement?.textContent?.replace(/[\u2068\u2069]/g, ''));
  const asked = () =>
    page.$$eval('[data-action]', (lines) =>
      lines.map((line) => `${line.dataset.action} ${line.textContent}`).at(-1),
    );
  const expect = (what, found, wanted) => {
    if (found?.replaceAll('\u202f', ' ') !== wanted)
      problems.push(`keyboard, ${what}: « ${found} », not « ${wanted} »`);
  };
  /** Presses Tab until the control that says `text` has the focus, then Enter. */
  const press = async (text) => {
    for (let count = 0; count < 60; count += 1) {
      await page.keyboard.press('Tab');
      const there = (await focused())?.replaceAll('\u202f', ' ') ?? '';
      if (there.startsWith(text)) return page.keyboard.press('Enter');
    }
    problems.push(`keyboard: « ${text} » cannot be reached`);
  };
  const settled = () =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30))));

  await open('still');
  await press('Oui');
  await settled();
  expect(
    'answer goes to',
    await asked(),
    'assign {"dossier":{"id":"dossier A. K."},"bind":true,"rooms":["room 1"]}',
  );
  expect('after the answer', await focused(), 'Dossier A. K.');

  await open('still');
  await press('Quelqu’un');
  await settled();
  expect('choosing starts at', await focused(), 'C’est toujours A. K. ?');
  await press('Quelqu’un');
  await settled();
  expect('someone new starts at', await page.evaluate(() => document.activeElement?.tagName), 'INPUT');
  await press('Annuler');
  await settled();
  expect('giving up leads back to', await focused(), 'C’est toujours A. K. ?');

  await open('twenty-incidents');
  await press('Voir les 15');
  await settled();
  expect('after showing all', await focused(), 'Vu pendant cette visite');

  await open('one-incident');
  await press('Ne plus afficher');
  await settled();
  expect(
    'hiding asks for',
    await asked(),
    'hide {"dossier":"dossier A. K.","fingerprint":"incident 1","hidden":true}',
  );
  expect('after hiding', await focused(), 'Vu pendant cette visite');
  await press('1 masqué');
  await press('Afficher de nouveau');
  await settled();
  expect(
    'showing again asks for',
    await asked(),
    'hide {"dossier":"dossier A. K.","fingerprint":"incident 1","hidden":false}',
  );
  expect('after showing again', await focused(), 'Vu pendant cette visite');

  await open('first-who');
  await press('Créer ce dossier');
  await settled();
  expect('an empty label leads back to', await page.evaluate(() => document.activeElement?.tagName), 'INPUT');
  await page.keyboard.type(' B.  T. ');
  await page.keyboard.press('Enter');
  await settled();
  expect('new label', await asked(), 'assign {"dossier":{"label":"B. T."},"bind":true,"rooms":[]}');
  expect('after the new label', await focused(), 'Dossier B. T.');

  await open('waiting');
  await press('Jeter');
  await settled();
  expect('a confirmation offers first', await focused(), 'Garder');
  await page.keyboard.press('Escape');
  await settled();
  expect('after Escape', await focused(), 'Jeter');
  await page.keyboard.press('Enter');
  await settled();
  await press('Jeter pour toujours');
  await settled();
  expect('thrown away', await asked(), 'discard "room 1"');
  expect('after throwing away', await focused(), 'À ranger dans un dossier');

  await open('quiet');
  await page.focus('textarea');
  await page.keyboard.type('La page est restée blanche.');
  await press('Photographier');
  await settled();
  expect('statement', await asked(), 'capture "La page est restée blanche."');
  expect('the capture button keeps', await focused(), 'Photographier cette page');
  expect(
    'announced',
    await page.$eval('[data-name=capture] [role=status]', (area) => area.textContent),
    'C’est enregistré, photo comprise.',
  );
  expect('stored words leave the box', await page.$eval('textarea', (box) => box.value), '');

  await open('first-run');
  await press('Démarrer le témoin');
  await settled();
  expect('after the start', await focused(), 'Le témoin veille');
  return problems;
};
