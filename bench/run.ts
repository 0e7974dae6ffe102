/** `npm run bench`: measures delivery beside bare baselines in the same run, prints ratios, and exits with 1 where one is not as wanted. About five minutes. */
import { measureAnswers, measureRate } from './broadcast.ts';
import { printTable } from './measure.ts';
import { measureRows } from './rows.ts';

/** A smaller first argument makes a quicker, rougher run. */
const [chats = 3000] = process.argv.slice(2).map(Number);

printTable([...(await measureRows()), ...(await measureRate(chats)), ...(await measureAnswers(10_000, 60))]);
