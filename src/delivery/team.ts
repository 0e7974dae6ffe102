/** Where the people of the team are written to: looked up each time, as somebody may have left. */

import { isTeamMember } from '../core/chat/roles.ts';
import type { Moderators } from '../core/ports/moderators.ts';
import { platformOf, privatePlaceOf } from '../core/subscriptions/subscription.ts';

export interface TeamDirectory {
  /** Ids of the people of a platform who moderate or own. */
  of(platform: string): Promise<readonly string[]>;
  /** Where this one is written to; undefined where they do not moderate (any more). */
  placeOf(id: string): Promise<string | undefined>;
}

/**
 * `local`: the place of a person who may do everything and is no account of a platform, which is their id too;
 * `isThere`: it is not a program.
 */
export function createTeamDirectory({
  owners,
  moderators,
  local,
  isThere,
}: {
  readonly owners: ReadonlySet<string>;
  readonly moderators: Pick<Moderators, 'has' | 'list'>;
  readonly local: string;
  readonly isThere: boolean;
}): TeamDirectory {
  return {
    async of(platform) {
      const terms = await moderators.list();
      const current = terms.flatMap(({ id, removedAt }) => (removedAt === null ? id : []));
      return [...new Set([...(isThere ? [local] : []), ...owners, ...current])]
        .filter((id) => platformOf(id) === platform)
        .toSorted();
    },
    async placeOf(id) {
      if (id === local) return local;
      return (await isTeamMember(id, { owners, moderators })) ? privatePlaceOf(id) : undefined;
    },
  };
}
