import { installDependencies } from './setup/dependencies.mjs';
import { installPrograms } from './setup/system.mjs';

/**
 * Prepares the checkout: dependencies, the pinned Node, browsers and programs. Runs on the system's own Node (20 or
 * later) with nothing installed; returns at once when everything is there. `browsers`: 'chromium', 'firefox';
 * `tools`: keys of `setup/system.mjs`. Throws an error whose message says what to do.
 */
export async function setUp({ browsers = [], tools = [] } = {}) {
  await installDependencies();
  const languages = browsers.includes('chromium') ? ['chromium in French'] : [];
  await installPrograms([...browsers, ...languages, ...tools]);
}

/** Ends the process with the code that `main` resolves to; an error is told in one paragraph, without a stack. */
export async function asCommand(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
