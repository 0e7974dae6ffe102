/** Who may give which command: every role against every requirement. */

import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/core/chat/asker.ts';
import type { AnyCommand } from '../../../src/core/chat/command.ts';
import { hasRoleFor } from '../../../src/core/chat/roles.ts';

const REQUIREMENTS: readonly AnyCommand['who'][] = ['anyone', 'channel-admin', 'moderator', 'owner'];

describe('hasRoleFor', () => {
  it.each<readonly [readonly Role[], readonly boolean[]]>([
    [[], [true, false, false, false]],
    [['channel-admin'], [true, true, false, false]],
    [['moderator'], [true, false, true, false]],
    [['owner'], [true, false, true, true]],
    [
      ['channel-admin', 'moderator'],
      [true, true, true, false],
    ],
    [
      ['channel-admin', 'owner'],
      [true, true, true, true],
    ],
  ])('%j may %j', (roles, expected) => {
    const asker = { id: 'test:1', roles: new Set(roles) };
    expect(REQUIREMENTS.map((who) => hasRoleFor(asker, { who }))).toEqual(expected);
  });
});
