import { describe, expect, it } from 'vitest';
import { countHoldings } from '../../../lib/app/settings/diagnostics.ts';
import { REHEARSAL_STORE } from '../../../lib/core/dossier/rehearsal.ts';
import { wake } from '../waking.ts';
import { capture, incident } from '../witnessed-builders.ts';

describe('what is kept, in numbers', () => {
  it('counts rehearsals apart, and nowhere else', async () => {
    const { store, writer, keeping, sessions, book, bind, clock } = await wake();
    const practice = book.open(8, REHEARSAL_STORE, 5);
    const waitingPractice = sessions.owner(practice);
    await keeping.keep(REHEARSAL_STORE, waitingPractice, incident());
    await clock.until(sessions.bind(practice, await writer.open('Répétition', { rehearsal: true })));
    await keeping.keep(REHEARSAL_STORE, sessions.owner(practice), capture());
    const other = book.open(9, 'private', 6);
    await keeping.keep('private', sessions.owner(other), incident());
    await bind();
    await keeping.keep('default', sessions.owner(book.open(7, 'default', 5)), incident());
    expect(await countHoldings(store)).toEqual({
      dossiers: 1,
      captures: 0,
      incidents: 1,
      waiting: 1,
      rehearsals: 1,
    });
  });
});
