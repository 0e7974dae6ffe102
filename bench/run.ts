/** `npm run bench`: measures delivery beside bare baselines; exits with 1 where a ratio is not as wanted. 5 minutes. */
import { measureAnswers, measureRate } from './broadcast.ts';
import { printTable } from './measure.ts';
import { measureRows } from './rows.ts';

/** A smaller first argument makes a quicker, rougher run. */
const [chats = 3000] = process.argv.slice(2).map(Number);

printTable([...(await measureRows()), ...(await measureRate(chats)), ...(await measureAnswers(10_000, 60))]);
