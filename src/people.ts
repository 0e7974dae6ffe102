/** Ids of people, as `OWNERS` and /moderators take them: a platform's name, a colon and the number of an account. */
import { platforms } from './adapters/index.ts';

/** True for the id of one person. A chat, in whose name several may write, and the terminal are none. */
export function isPerson(id: string): boolean {
  return whyNoPerson(id) === undefined;
}

/** What is wrong with `id`, and the cure, to follow "it "; undefined where nothing is. Repeats nothing of it. */
export function whyNoPerson(id: string): string | undefined {
  const platform = platforms.find(({ name, people }) => people !== undefined && id.startsWith(`${name}:`));
  if (platform === undefined) return `begins with neither ${prefixes()}`;
  const account = id.slice(platform.name.length + 1);
  if (/^-\d/u.test(account)) return 'is a group or channel: give the id of a person, which has no minus';
  if (/^@?[a-z_.]/iu.test(account)) return 'is a name, and names can change hands: give the number of the account';
  return platform.people?.whyNoPerson(account);
}

/** One id of each platform that has people, with commas between them. */
export function examplePeople(length: 'full' | 'short'): string {
  return platforms
    .flatMap(({ name, people }) => {
      if (people === undefined) return [];
      const { example, shortExample = example } = people;
      return `${name}:${length === 'short' ? shortExample : example}`;
    })
    .join(',');
}

/** "a: nor b:", or "a:, b: nor c:". */
function prefixes(): string {
  const all = platforms.flatMap(({ name, people }) => (people === undefined ? [] : `${name}:`));
  return [all.slice(0, -1).join(', '), all.at(-1)].join(' nor ');
}
