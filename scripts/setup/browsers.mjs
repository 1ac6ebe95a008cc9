import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** Where each browser is looked for, in order: names on the PATH first, then the usual places of each system. */
const PLACES = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
    win32: ['Chromium\\Application\\chrome.exe'],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox'],
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    win32: ['Mozilla Firefox\\firefox.exe'],
  },
};

const WINDOWS_ROOTS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

/** First file on the PATH with one of these names; undefined when there is none. */
export function findCommand(names, environment = process.env) {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (environment.PATH ?? '').split(delimiter).filter(isAbsolute);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name + suffix)))
    .find((file) => existsSync(file));
}

function usualPlaces(places) {
  if (process.platform !== 'win32') return places[process.platform] ?? [];
  const roots = WINDOWS_ROOTS.map((name) => process.env[name]).filter(Boolean);
  return roots.flatMap((root) => places.win32.map((place) => join(root, place)));
}

/**
 * Path of a browser's program: `CHROMIUM_PATH` or `FIREFOX_PATH` if set, else the PATH, else the system's usual
 * places; undefined when there is none. Branded Chrome (137 and later) no longer takes unpacked extensions from the
 * command line, but takes them over the debugging pipe, which is what the driver uses.
 */
export function findBrowser(browser) {
  const places = PLACES[browser];
  const given = process.env[places.variable];
  if (given) {
    if (!existsSync(given)) throw new Error(`${places.variable} names a file that does not exist: ${given}`);
    return given;
  }
  return findCommand(places.names) ?? usualPlaces(places).find((file) => existsSync(file));
}

/** As `findBrowser`, but throws a sentence that says what to do. */
export function expectBrowser(browser) {
  const found = findBrowser(browser);
  if (found) return found;
  throw new Error(
    `No ${browser} on this machine: install it, or set ${PLACES[browser].variable} to its program.`,
  );
}
