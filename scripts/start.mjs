// npm start [-- --tour] [-- --live] [-- --firefox]
import { ensureBuilt } from './build/extension.mjs';
import { runPinned } from './setup/run.mjs';
import { asCommand, setUp } from './setup.mjs';

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

await asCommand(async () => {
  const args = process.argv.slice(2);
  const live = args.includes('--live');
  if (live && !hasDisplay()) throw new Error('--live opens a window, and there is no display here.');
  const tour = !live && (args.includes('--tour') || !hasDisplay());
  if (tour && !args.includes('--tour')) console.error('No display here: the tour is played instead.');
  const browser = args.includes('--firefox') ? 'firefox' : 'chromium';
  await setUp({
    browsers: [browser],
    tools: tour ? ['openssl', 'unzip', 'pdftotext', 'pdftoppm', 'fonts'] : ['openssl'],
  });
  await ensureBuilt([browser]);
  return runPinned(tour ? 'scripts/tour.ts' : 'scripts/window.ts', args);
});
