/** /post: begins a draft of a new entry, which asks its questions one by one. */

import { command } from '../src/core/chat/command.ts';
import { beginDraftOfKind, kindNames } from '../src/core/posting/choose-kind.ts';
import { postingContextOf } from '../src/core/posting/posting-context.ts';
import { FORM_KINDS } from '../src/core/wording/forms/form-kinds.ts';

const choice = { kinds: FORM_KINDS, command: 'post', question: 'posting-which-kind', purpose: 'post' } as const;

export default command({
  name: 'post',
  who: 'moderator',
  isConfidential: true,
  params: { kind: { kind: 'name', names: () => kindNames(FORM_KINDS), rest: true } },
  run: ({ kind }, context) => beginDraftOfKind(kind, choice, postingContextOf(context)),
});
