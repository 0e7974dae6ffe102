/** The platforms: the only place that lists them. */
import { discord } from './discord/index.ts';
import type { Platform } from './platform.ts';
import { telegram } from './telegram/index.ts';
import { terminal } from './terminal/index.ts';
import { TERMINAL } from './terminal/place.ts';

export const platforms: readonly Platform[] = [discord, telegram, terminal];

/** The id of the person at the terminal, who may do everything, and of the place where they read. */
export const LOCAL_PERSON = TERMINAL;
