import { afterAll, describe, expect, it, vi } from 'vitest';
import { PATHS } from '../../../lib/core/bundle/layout.ts';
import type { ProfileChoice } from '../../../lib/core/profile/profile.ts';
import { verifyBundle } from '../../../lib/node/verify-bundle.ts';
import {
  entriesOf,
  type Files,
  recount,
  rehash,
  removeTampered,
  setText,
  writeZip,
} from '../../node/fixtures/tamper.ts';
import { failing } from '../../reader/fixtures/opened.ts';
import { described, exportedOnce } from '../fixtures/exported-profiles.ts';
import { fullDossier } from '../fixtures/full-dossier.ts';

vi.setConfig({ testTimeout: 60_000 });
afterAll(removeTampered);

describe('a bundle that is not what it says it is for', () => {
  const tampered = async (choice: ProfileChoice, change: (files: Files) => void) => {
    const { files, topFolder } = await exportedOnce(choice);
    change(files);
    recount(files);
    rehash(files);
    const report = await verifyBundle(await writeZip(entriesOf(topFolder, files)));
    return {
      verdict: report.verdict,
      failing: failing(report),
      ids: report.results.flatMap(({ problems }) => problems.map(({ id }) => id)),
    };
  };
  const edit = (files: Files, change: (record: Record<string, unknown>) => void) => {
    const record = described(files);
    change(record);
    setText(files, PATHS.dossier, JSON.stringify(record));
  };
  const cases: [string, ProfileChoice, (files: Files) => void, string, string][] = [
    [
      'a picture for an association',
      { profile: 'association' },
      (files) => void files.set('data/captures/000005.png', new Uint8Array(9)),
      'altered',
      'profile-forbids',
    ],
    [
      'a journal for a court',
      { profile: 'court' },
      (files) => setText(files, PATHS.journal, ''),
      'altered',
      'profile-forbids',
    ],
    [
      'a file of no kind for the administration',
      { profile: 'administration' },
      (files) => setText(files, 'data/notes.txt', 'x'),
      'altered',
      'profile-forbids',
    ],
    [
      'no exhibit for a court',
      { profile: 'court' },
      (files) => {
        files.delete(PATHS.chronology);
        edit(files, (record) => {
          record.exhibits = [];
        });
      },
      'incomplete',
      'profile-lacks',
    ],
    [
      'no table for an association',
      { profile: 'association' },
      (files) => void files.delete(PATHS.incidentsTable),
      'incomplete',
      'profile-lacks',
    ],
    [
      'a field too many',
      { profile: 'association' },
      (files) =>
        edit(files, (record) => {
          record.createdAt = 'x';
        }),
      'altered',
      'profile-field',
    ],
    [
      'the prefecture for an association',
      { profile: 'association' },
      (files) =>
        edit(files, (record) => {
          record.procedure = { prefecture: 'Paris' };
        }),
      'altered',
      'profile-field',
    ],
    [
      'a column too many',
      { profile: 'association' },
      (files) => setText(files, PATHS.incidentsTable, `\ufefftexte_releve\r\n`),
      'altered',
      'profile-columns',
    ],
    [
      'a profile that nobody knows',
      { profile: 'association' },
      (files) =>
        edit(files, (record) => {
          record.profile = 'presse';
        }),
      'incomplete',
      'profile-unknown',
    ],
    [
      'the profile of a complete bundle, without its journal',
      { profile: 'association', journal: false },
      (files) =>
        edit(files, (record) => {
          record.profile = 'complete';
        }),
      'incomplete',
      'file-missing',
    ],
  ];
  it.each(cases)('%s', async (_name, choice, change, verdict, id) => {
    const found = await tampered(choice, change);
    expect(found.verdict).toBe(verdict);
    expect(found.ids).toContain(id);
  });

  it('a record that holds more than an association may read', async () => {
    const dossier = fullDossier();
    const file = dossier.files.get('incident 4');
    const { ids } = await tampered({ profile: 'association', journal: false }, (files) => {
      const text = new TextDecoder().decode(file?.bytes).replace('{', '{"note":"A. K.",');
      setText(files, 'data/incidents/000004.json', text);
    });
    expect(ids).toContain('profile-record');
  });

  it('something there that the journal says was erased', async () => {
    const { verdict, ids } = await tampered({ profile: 'complete' }, (files) =>
      setText(files, 'data/captures/000009.json', '{}'),
    );
    expect(verdict).toBe('altered');
    expect(ids).toContain('erased-there');
  });

  it('something said to be erased that the journal does not say so of', async () => {
    const { verdict, ids } = await tampered({ profile: 'complete' }, (files) => {
      files.delete('data/incidents/000004.json');
      edit(files, (record) => {
        record.withheld = [{ seq: 4, reason: 'erased' }];
      });
    });
    expect(verdict).toBe('incomplete');
    expect(ids).toContain('record-missing');
  });
});
