/** /retract: withdraws an entry, with a reason. /history and /corrections still show it. */
import { command } from '../src/core/chat/command.ts';
import { beginChange, changeableEntries, exampleOfKind } from '../src/core/posting/begin-draft.ts';
import { postingContextOf } from '../src/core/posting/posting-context.ts';

export default command({
  name: 'retract',
  who: 'moderator',
  isConfidential: true,
  params: { id: { kind: 'name', names: changeableEntries, rest: true } },
  example: exampleOfKind('quote'),
  run: ({ id }, context) => beginChange(id?.id, 'retract', postingContextOf(context)),
});
