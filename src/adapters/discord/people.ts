/** Ids of people on Discord. */
import type { PeopleRules } from '../platform.ts';

export const people: PeopleRules = {
  example: '123456789012345678',
  // Discord's ids are snowflakes.
  whyNoPerson: (account) =>
    /^[1-9]\d{16,19}$/u.test(account)
      ? undefined
      : 'needs the 17 to 20 digits of an account: right-click the person → Copy User ID',
};
