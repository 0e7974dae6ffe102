/** /drill: rehearses an alert. It is written like a post, marked DRILL in every line, and never enters the dossier. */
import { command } from '../src/core/chat/command.ts';
import { DRILL_KINDS } from '../src/core/chat/form/draft.ts';
import { reply } from '../src/core/chat/reply.ts';
import { beginDraft } from '../src/core/desk/begin-draft.ts';
import { deskOf } from '../src/core/desk/telling.ts';

const kinds = () => DRILL_KINDS.map((id) => ({ id, label: id, aliases: [] }));

export default command({
  name: 'drill',
  who: 'moderator',
  isConfidential: true,
  params: { kind: { kind: 'name', names: kinds, rest: true } },
  run({ kind }, context) {
    const desk = deskOf(context);
    const form = DRILL_KINDS.find((one) => one === kind?.id);
    if (form !== undefined) return beginDraft({ form, purpose: 'drill' }, desk);
    const { language } = context;
    return reply({
      blocks: [{ kind: 'text', spans: language.spans('drill-which-kind') }],
      actions: DRILL_KINDS.map((one) => ({
        label: language.text('form-kind', { form: one }),
        command: 'drill',
        args: { kind: one },
      })),
    });
  },
});
