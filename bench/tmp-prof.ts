import { chatOver } from '../tests/core/chat/chat-for-tests.ts';
import { foldRealDossier } from '../tests/core/dossier/real-dossier.ts';
import { NEW_QUESTIONS, typed } from './speed/questions.ts';

const dossier = await foldRealDossier();
const chat = chatOver(dossier);
for (const q of NEW_QUESTIONS.slice(0, 60)) await chat.answers(typed(q));
const per = new Map<string, number[]>();
const t0 = process.cpuUsage();
for (const q of NEW_QUESTIONS.slice(60, 600)) {
  const t = process.cpuUsage();
  await chat.answers(typed(q));
  const d = process.cpuUsage(t);
  const k = q.command + ' ' + Object.keys(q.args).join(' ');
  per.set(k, [...(per.get(k) ?? []), (d.user + d.system) / 1000]);
}
const t1 = process.cpuUsage(t0);
console.log('per answer', (t1.user + t1.system) / 1000 / 540);
for (const [k, v] of per) {
  v.sort((a, b) => a - b);
  console.log(
    k,
    'median',
    v[v.length >> 1]?.toFixed(2),
    'mean',
    (v.reduce((a, b) => a + b, 0) / v.length).toFixed(2),
    'max',
    v.at(-1)?.toFixed(1),
  );
}
