/** Ids of people on Telegram. */
import type { PeopleRules } from '../platform.ts';

/**
 * Accounts of everybody who writes in the name of a chat. Source: core.telegram.org/bots/api, Message.from.
 */
const SHARED: ReadonlySet<string> = new Set(['777000', '136817688', '1087968824']);

export const people: PeopleRules = {
  example: '123456789',
  shortExample: '42',
  whyNoPerson(account) {
    if (SHARED.has(account)) return 'is an account that many people write through: give the id of a person';
    // Telegram's ids have 52 bits at most.
    return /^[1-9]\d{0,15}$/u.test(account) ? undefined : 'needs the digits of an account';
  },
};
