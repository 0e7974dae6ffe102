/** /coverage: how far a correction has come: messages edited, replied to, failed and why, still to do. */

import { type CommandContext, command } from '../src/core/chat/command.ts';
import { isCorrection, type Revision } from '../src/core/dossier/revision.ts';
import { isUnserved } from '../src/core/messages/coverage.ts';
import { coverageActions, coverageBlocks } from '../src/core/messages/kinds/report.ts';
import { reply } from '../src/core/reply/reply.ts';
import { UserError } from '../src/core/reply/user-error.ts';
import { visible } from '../src/core/reply/visible.ts';

export default command({
  name: 'coverage',
  who: 'moderator',
  isConfidential: true,
  params: { id: { kind: 'text', rest: true } },
  async run({ id }, context) {
    const { posting, language, now } = context;
    const dossier = await posting.refresh();
    const revision = correctionOf(id, { dossier });
    if (revision === undefined) {
      if (id !== undefined) throw new UserError('coverage-unknown', { id: visible(id) });
      return reply({ blocks: [{ kind: 'text', spans: language.spans('coverage-nothing') }] });
    }
    const progress = await posting.coverage(revision.seq);
    const report = { ...progress, isUnserved: isUnserved(progress, revision.recordedAt, now) };
    return reply({
      blocks: coverageBlocks(report, { dossier, language }),
      actions: coverageActions(`#${revision.seq}`, language),
    });
  },
});

/** The correction at this position of the ledger, or the newest of this entry; without `id`, the newest of all. */
function correctionOf(id: string | undefined, { dossier }: Pick<CommandContext, 'dossier'>): Revision | undefined {
  const [, number] = /^#?(\d{1,15})$/u.exec(id ?? '') ?? [];
  return dossier
    .revisionsAfter(0)
    .findLast(
      (one) =>
        isCorrection(one) &&
        (id === undefined || (number === undefined ? one.entry.fields.id === id : one.seq === Number(number))),
    );
}
