/** For `node --import`: the process has a clock that is moved as far as CLOCK_MOVED_BY_MS says. */
import { moveClock } from './move-clock.ts';

moveClock(Number(process.env['CLOCK_MOVED_BY_MS']));
