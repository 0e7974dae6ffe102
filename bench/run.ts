/**
 * `npm run bench`: measures delivery and answers beside bare baselines; exits with 1 where something is not as wanted.
 * 15 minutes. `npm run bench -- speed` measures answers only, `-- delivery` what is pushed, `-- rush` answers when many
 * ask at once.
 */
import { measureAnswers, measureRate } from './broadcast.ts';
import { printTable } from './measure.ts';
import { measureRows } from './rows.ts';
import { measureRush } from './rush.ts';
import { measureSpeed } from './speed/speed.ts';

const [what = 'all', size] = process.argv.slice(2);
/** A smaller second argument makes a quicker, rougher run: chats of a broadcast, or rounds of answers. */
const given = size === undefined ? [] : [Number(size)];
const [chats = 3000] = given;

const isWanted = (part: string) => what === 'all' || what === part;

printTable([
  ...(isWanted('speed') ? await measureSpeed(...(what === 'speed' ? given : [])) : []),
  ...(isWanted('delivery')
    ? [...(await measureRows()), ...(await measureRate(chats)), ...(await measureAnswers(10_000, 60))]
    : []),
  ...(isWanted('rush') ? [...(await measureRush(600, 0)), ...(await measureRush(600, 3000))] : []),
]);
