/** Answers in the envelope of the Bot API. */
import type { LoopbackAnswer } from '../loopback.ts';

export type MethodAnswer = LoopbackAnswer;

export const ok = (result: unknown): MethodAnswer => ({ status: 200, body: { ok: true, result } });

/** `description` carries its prefix, as in "Bad Request: chat not found". */
export const fail = (status: number, description: string, parameters?: object): MethodAnswer => ({
  status,
  body: { ok: false, error_code: status, description, ...(parameters === undefined ? {} : { parameters }) },
});
