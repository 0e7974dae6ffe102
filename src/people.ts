/** Ids of people, as `OWNERS` and /moderators take them: `discord:` or `telegram:` and the number of an account. */

/** Accounts that everybody writes through who writes in the name of a chat. Source: core.telegram.org/bots/api, Message.from. */
const SHARED: ReadonlySet<string> = new Set(['telegram:777000', 'telegram:136817688', 'telegram:1087968824']);

/** True for the id of one person: not of a chat, in whose name several may write, and not of the terminal. */
export function isPerson(id: string): boolean {
  return whyNoPerson(id) === undefined;
}

/** What is wrong with `id`, and the cure, to follow "it "; undefined where nothing is. Repeats nothing of it. */
export function whyNoPerson(id: string): string | undefined {
  const [, platform, account = ''] = /^(discord|telegram):(.*)$/su.exec(id) ?? [];
  if (platform === undefined) return 'begins with neither discord: nor telegram:';
  if (SHARED.has(id)) return 'is an account that many people write through: give the id of a person';
  if (/^-\d/u.test(account)) return 'is a group or channel: give the id of a person, which has no minus';
  if (/^@?[a-z_.]/iu.test(account)) return 'is a name, and names can change hands: give the number of the account';
  // Discord's ids are snowflakes; Telegram's have 52 bits at most.
  if (platform === 'discord' && !/^[1-9]\d{16,19}$/u.test(account))
    return 'needs the 17 to 20 digits of an account: right-click the person → Copy User ID';
  if (platform === 'telegram' && !/^[1-9]\d{0,15}$/u.test(account)) return 'needs the digits of an account';
  return undefined;
}
