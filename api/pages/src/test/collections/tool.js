// Runs a command-line tool of this project's node_modules.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export async function run(tool, args, cwd) {
  const path = new URL(`node_modules/.bin/${tool}`, import.meta.url).pathname;
  const child = spawn(process.execPath, [path, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { exitCode, out, err };
}
