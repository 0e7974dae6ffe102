/** /update: more is known of an entry than it says. */
import { command } from '../src/core/chat/command.ts';
import { beginChange, changeable } from '../src/core/desk/begin-draft.ts';
import { deskOf } from '../src/core/desk/telling.ts';

export default command({
  name: 'update',
  who: 'moderator',
  isConfidential: true,
  params: { id: { kind: 'name', names: changeable, rest: true } },
  run: ({ id }, context) => beginChange(id?.id, 'update', deskOf(context)),
});
