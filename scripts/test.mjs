// npm test [-- --only unit,e2e-firefox] [filters for vitest]; npm run test:long
import { asCommand, setUp } from './setup.mjs';
import { SIDE_BY_SIDE, steps } from './test/steps.mjs';

function parseArguments(given) {
  const rest = [...given];
  const take = (flag) => {
    const at = rest.indexOf(flag);
    return at >= 0 && rest.splice(at, 1).length > 0 ? at : -1;
  };
  const long = take('--long') >= 0;
  const all = steps({ long });
  const at = take('--only');
  const only = at >= 0 ? (rest.splice(at, 1)[0] ?? '').split(',') : Object.keys(all);
  const unknown = only.filter((name) => !(name in all));
  if (unknown.length > 0) {
    throw new Error(`No step ${unknown.join(', ')}. Steps: ${Object.keys(all).join(', ')}`);
  }
  return { chosen: only.map((name) => [name, all[name]]), filters: rest };
}

async function runStep(name, step, filters) {
  const began = performance.now();
  console.log(`\n=== ${name}`);
  const result = await step(filters).catch((error) => {
    console.error(error.message);
    return { passed: 0, failed: 1 };
  });
  return { name, ...result, seconds: (performance.now() - began) / 1000 };
}

await asCommand(async () => {
  const { chosen, filters } = parseArguments(process.argv.slice(2));
  const needsBrowser = (browser) => chosen.some(([name]) => name.endsWith(`-${browser}`));
  await setUp({
    browsers: ['chromium', 'firefox'].filter(needsBrowser),
    tools: ['openssl', 'zip', 'unzip', 'python3', 'pdftotext', 'pdftoppm', 'fonts'],
  });
  const results = [];
  const apart = chosen.filter(([name]) => !SIDE_BY_SIDE.includes(name));
  for (const [name, step] of apart) results.push(await runStep(name, step, filters));
  const together = chosen.filter((each) => !apart.includes(each));
  results.push(...(await Promise.all(together.map(([name, step]) => runStep(name, step, filters)))));
  console.log('');
  for (const { name, passed, failed, seconds } of results) {
    console.log(`${name.padEnd(14)} ${passed} passed, ${failed} failed, ${seconds.toFixed(1)} s`);
  }
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  console.log(`${total('passed')} passed, ${total('failed')} failed`);
  return total('failed') === 0 ? 0 : 1;
});
