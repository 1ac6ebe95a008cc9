/** What may come into the popup while a finger is on its way to a button: the state before and the one after. */
const ARRIVALS = [
  ['quiet', 'waiting-single', 'what waits'],
  ['waiting-one', 'waiting-single', 'more that waits'],
  ['quiet', 'one-incident', 'an incident'],
  ['quiet', 'twenty-incidents', 'many incidents'],
  ['who-one-nothing', 'who-one', 'what waits for the answer'],
  ['still-nothing', 'still', 'what waits for the answer'],
  ['capturing', 'stored', 'the answer to a capture'],
  ['proof-taking', 'proof-kept', 'the answer to a proof'],
  ['proof-documents', 'proof-one-incident', 'an incident beside a proof'],
  ['quiet', 'filed', 'the filing date'],
  ['quiet', 'only-here', 'the reminder of a back-up'],
];

/**
 * Tells which buttons of the popup move when something is seen while it is open: a click would go beside them.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {(state: string) => Promise<void>} open shows a state, in French
 * @returns {Promise<string[]>} one sentence a problem
 */
export const findMovingButtons = async (page, open) => {
  const buttons = () =>
    page.$$eval('main button', (all) =>
      all.map((button) => ({
        says: button.textContent ?? '',
        top: Math.round(button.getBoundingClientRect().top + scrollY),
      })),
    );
  const problems = [];
  for (const [before, after, what] of ARRIVALS) {
    await open(before);
    const there = await buttons();
    await open(after);
    const now = await buttons();
    for (const { says, top } of there) {
      const same = now.filter((button) => button.says === says);
      // A button that says something else meanwhile is looked at again before it is pressed.
      if (same.length > 0 && !same.some((button) => Math.abs(button.top - top) <= 1))
        problems.push(`${what} moves « ${says} » from ${top} to ${same[0].top} (${before} → ${after})`);
    }
    if (there.length === 0) problems.push(`${before} has no button`);
  }
  return problems;
};
