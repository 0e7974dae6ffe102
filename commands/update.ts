/** /update: adds to an entry what has become known since. */
import { command } from '../src/core/chat/command.ts';
import { beginChange, changeableEntries, exampleOfKind } from '../src/core/posting/begin-draft.ts';
import { postingContextOf } from '../src/core/posting/posting-context.ts';

export default command({
  name: 'update',
  who: 'moderator',
  isConfidential: true,
  params: { id: { kind: 'name', names: changeableEntries, rest: true } },
  example: exampleOfKind('development'),
  run: ({ id }, context) => beginChange(id?.id, 'update', postingContextOf(context)),
});
