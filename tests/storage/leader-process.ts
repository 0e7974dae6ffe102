/** A process of its own that leads for a platform until it is killed. Arguments: url, platform. Prints `leading`. */
import { openStore } from '../../src/storage/open-store.ts';

const [url = '', platform = ''] = process.argv.slice(2);
const store = await openStore({ url, role: 'bot' });
const lead = await store.becomeLeader(platform, new AbortController().signal);
process.stdout.write('leading\n');
lead.lost.addEventListener('abort', () => process.exit(1));
