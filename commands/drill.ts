/** /drill: rehearses an alert. It is written like a post, marked DRILL in every line, and never in the dossier. */

import { command } from '../src/core/chat/command.ts';
import { beginDraftOfKind, kindNames } from '../src/core/posting/choose-kind.ts';
import { postingContextOf } from '../src/core/posting/posting-context.ts';
import { DRILL_KINDS } from '../src/core/wording/forms/form-kinds.ts';

const choice = { kinds: DRILL_KINDS, command: 'drill', question: 'drill-which-kind', purpose: 'drill' } as const;

export default command({
  name: 'drill',
  who: 'moderator',
  isConfidential: true,
  params: { kind: { kind: 'name', names: () => kindNames(DRILL_KINDS), rest: true } },
  run: ({ kind }, context) => beginDraftOfKind(kind, choice, postingContextOf(context)),
});
