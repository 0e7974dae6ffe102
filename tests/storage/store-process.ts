/**
 * A process of its own that opens the store and says on stdout, one line each, what it was promised.
 * Arguments: url, role, name, count. Prints `open`, then `<seq> <id>` for every acknowledged append of up to `count`,
 * then `done`; closes when its stdin ends. A refusal to open is printed as `refused: …`.
 */
import { openStore } from '../../src/storage/open-store.ts';
import { quoteDraft } from '../contracts/drafts.ts';

const [url = '', role = '', name = '', count = '0'] = process.argv.slice(2);

try {
  const store = await openStore({ url, role: role === 'bot' ? 'bot' : 'guest' });
  say('open');
  let last = (await store.revisionsAfter(0)).length;
  for (let written = 0; written < Number(count); ) {
    const id = `${name}-${written}`;
    const outcome = await store.append([quoteDraft(id)], last);
    if (outcome === 'moved on') {
      last += (await store.revisionsAfter(last)).length;
      continue;
    }
    written++;
    last++;
    say(`${last} ${id}`);
  }
  say('done');
  for await (const _ of process.stdin);
  await store.close();
} catch (error) {
  say(`refused: ${error instanceof Error ? error.message : String(error)}`);
}

/** Written to a pipe at once (Node writes pipes synchronously on POSIX systems). */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
