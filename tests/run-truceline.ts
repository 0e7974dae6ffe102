/** Runs the command line as it is started, to its end. */
import { spawn } from 'node:child_process';
import { fromParent } from './from-parent.ts';

/** `env` is all the environment there is, beside `PATH`. */
export async function runTruceline(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['src/command-line.ts', ...args], {
    env: { ...fromParent, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const code = await new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  return { code, out, err };
}
