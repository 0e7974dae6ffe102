/** /correct: corrects an entry that was wrong. It asks for the reason, and whether the mistake was material. */
import { command } from '../src/core/chat/command.ts';
import { beginChange, changeableEntries, exampleOfKind } from '../src/core/posting/begin-draft.ts';
import { postingContextOf } from '../src/core/posting/posting-context.ts';

export default command({
  name: 'correct',
  who: 'moderator',
  isConfidential: true,
  params: { id: { kind: 'name', names: changeableEntries, rest: true } },
  example: exampleOfKind('claim'),
  run: ({ id }, context) => beginChange(id?.id, 'correct', postingContextOf(context)),
});
