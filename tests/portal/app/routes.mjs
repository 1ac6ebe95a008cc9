import { showAccount } from './pages/account.mjs';
import { showConfirmation } from './pages/confirmation.mjs';
import { showCreation } from './pages/creation.mjs';
import { showHome } from './pages/home.mjs';
import { showLogin } from './pages/login.mjs';
import { showNotifications } from './pages/notifications.mjs';
import { showStep } from './pages/step.mjs';
import { showTriage } from './pages/triage.mjs';

const PAGES = [
  { pattern: /^#?\/?$/, show: showHome },
  { pattern: /^#\/espace-personnel\/connexion-inscription$/, show: showLogin },
  { pattern: /^#\/creation-compte$/, show: showCreation },
  { pattern: /^#\/espace-personnel\/mon-compte$/, show: showAccount, signedIn: true },
  { pattern: /^#\/notifications$/, show: showNotifications, signedIn: true },
  { pattern: /^#\/triage$/, show: showTriage, signedIn: true },
  { pattern: /^#\/demande\/etape\/(?<n>[1-7])$/, show: showStep, signedIn: true },
  { pattern: /^#\/confirmation$/, show: showConfirmation, signedIn: true },
];

/** The page of a hash route, with its parameters; the home page for an unknown route. */
export function findPage(route) {
  for (const page of PAGES) {
    const found = page.pattern.exec(route);
    if (found) return { ...page, params: { ...found.groups } };
  }
  return { ...PAGES[0], params: {} };
}
