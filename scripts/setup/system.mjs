import { existsSync } from 'node:fs';
import { findBrowser, findCommand } from './browsers.mjs';
import { expectRun } from './run.mjs';

/** Debian's packages of what a command needs; `present` is asked before anything is installed. */
const NEEDS = {
  chromium: { packages: ['chromium', 'chromium-l10n'], present: () => findBrowser('chromium') },
  // Debian's Chromium reports English as its language unless this is there; other builds bring their languages.
  'chromium in French': {
    packages: ['chromium-l10n'],
    present: () => !existsSync('/usr/lib/chromium/locales') || existsSync('/usr/lib/chromium/locales/fr.pak'),
  },
  firefox: { packages: ['firefox-esr'], present: () => findBrowser('firefox') },
  openssl: { packages: ['openssl'], present: () => findCommand(['openssl']) },
  zip: { packages: ['zip'], present: () => findCommand(['zip']) },
  unzip: { packages: ['unzip'], present: () => findCommand(['unzip']) },
  // Reads and writes an export with another ZIP library than ours.
  python3: { packages: ['python3'], present: () => findCommand(['python3']) },
  // Read and draw the PDF files of an export.
  pdftotext: { packages: ['poppler-utils'], present: () => findCommand(['pdftotext']) },
  pdftoppm: { packages: ['poppler-utils'], present: () => findCommand(['pdftoppm']) },
  // Without them names in Arabic and the like are drawn as empty boxes.
  fonts: {
    packages: ['fonts-noto-core'],
    present: () => existsSync('/usr/share/fonts/truetype/noto') || process.platform !== 'linux',
  },
};

const canInstall = () => process.getuid?.() === 0 && findCommand(['apt-get']) !== undefined;

/**
 * Makes sure that browsers and command-line programs are there; installs the missing ones when it may (root, apt).
 * `needs` are keys of the table above. Throws a sentence that says what to install.
 */
export async function installPrograms(needs) {
  const missing = needs.filter((need) => !NEEDS[need].present());
  if (missing.length === 0) return;
  const packages = [...new Set(missing.flatMap((need) => NEEDS[need].packages))];
  const advice = `Missing on this machine: ${missing.join(', ')}.
Install them; on Debian, as root: apt-get install ${packages.join(' ')}
Browsers elsewhere than usual are named by CHROMIUM_PATH and FIREFOX_PATH.`;
  if (!canInstall()) throw new Error(advice);
  console.error(`Installing ${packages.join(', ')} (once, a few minutes)…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await expectRun('apt-get', ['update'], { env });
    await expectRun('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
  } catch (error) {
    throw new Error(`${advice}\n${error.message}`);
  }
  const still = missing.filter((need) => !NEEDS[need].present());
  if (still.length > 0)
    throw new Error(`Installed ${packages.join(', ')}, but still not found: ${still.join(', ')}.`);
}
