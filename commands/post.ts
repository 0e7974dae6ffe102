/** /post: begins a new entry, question by question. */
import { command } from '../src/core/chat/command.ts';
import { FORM_KINDS } from '../src/core/chat/form/draft.ts';
import { beginKind, kindNames } from '../src/core/desk/choose-kind.ts';
import { deskOf } from '../src/core/desk/telling.ts';

const choice = { kinds: FORM_KINDS, command: 'post', question: 'desk-which-kind', purpose: 'post' } as const;

export default command({
  name: 'post',
  who: 'moderator',
  isConfidential: true,
  params: { kind: { kind: 'name', names: () => kindNames(FORM_KINDS), rest: true } },
  run: ({ kind }, context) => beginKind(kind, choice, deskOf(context)),
});
