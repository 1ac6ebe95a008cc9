import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { BUILT } from './built.ts';
import { EXPECTED_NOTICES } from './firefox-linter-expected.ts';

interface Notice {
  readonly code: string;
  readonly message: string;
  readonly file: string;
}
type Report = Readonly<Record<'errors' | 'warnings' | 'notices', readonly Notice[]>>;

const LINTER = resolve(import.meta.dirname, '../../node_modules/addons-linter/bin/addons-linter');

it('Mozilla’s linter says what is expected of the Firefox package, and nothing else', async () => {
  const folder = BUILT.find(({ name }) => name === 'firefox-mv3')?.folder ?? '';
  const run = promisify(execFile)(process.execPath, [LINTER, '--output', 'json', folder], {
    maxBuffer: 64 * 1024 * 1024,
  });
  const { stdout } = await run;
  const report = JSON.parse(stdout) as Report;
  expect(report.errors).toEqual([]);
  const said = [...report.warnings, ...report.notices].map(({ code, message, file }) => ({
    code,
    message,
    file,
  }));
  const matches = (notice: Notice, { code, message, file }: (typeof EXPECTED_NOTICES)[number]) =>
    notice.code === code && notice.message === message && file.test(notice.file);
  const unexpected = said.filter((notice) => !EXPECTED_NOTICES.some((one) => matches(notice, one)));
  expect(unexpected).toEqual([]);
  const gone = EXPECTED_NOTICES.filter((one) => !said.some((notice) => matches(notice, one)));
  expect(gone, 'no longer said: take them off the list').toEqual([]);
  expect(said).toHaveLength(EXPECTED_NOTICES.length);
});
