/** The gateway of the fake Discord: HELLO, IDENTIFY, READY, heartbeats, RESUME, and dispatches to the connected bot. */
import { type WebSocket, WebSocketServer } from 'ws';
import { isRecord, type Json, parseJson, record } from '../json.ts';
import type { Loopback } from '../loopback.ts';
import { createSnowflake } from '../snowflake.ts';
import { createDeferred, type Deferred, within } from '../waiting.ts';

/** Source: discord-api-docs, topics/opcodes-and-status-codes.mdx. */
const op = { dispatch: 0, heartbeat: 1, identify: 2, resume: 6, reconnect: 7, invalidSession: 9, hello: 10, ack: 11 };
const closeCode = { unknownOpcode: 4001, notAuthenticated: 4003, authenticationFailed: 4004 };

type Session = { readonly id: string; readonly sent: Json[] };

export type GatewayOptions = {
  readonly token: string;
  readonly botUser: Json;
  readonly applicationId: string;
  readonly heartbeatMs: number;
};

export type Gateway = {
  /** What the bot identified or resumed with, in order; the token is left out. */
  readonly connections: readonly { readonly how: 'identify' | 'resume'; readonly data: Json }[];
  /** Sends an event to the bot; a bot that is between two connections gets it when it resumes. */
  readonly dispatch: (event: string, data: Json, timeoutMs: number) => Promise<void>;
  /** Resolves once a bot is identified or resumed. */
  readonly connected: (timeoutMs: number) => Promise<void>;
  /** Cuts the connection without a close frame, or closes it with `code`; the session can be resumed. */
  readonly drop: (code?: number) => void;
  /** Forgets the sessions, so that the next RESUME is answered INVALID SESSION. */
  readonly forgetSessions: () => void;
};

/** Attaches the gateway to the same port as the REST routes, at /gateway. */
export function startGateway(loopback: Loopback, options: GatewayOptions): Gateway {
  const sockets = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const connections: { how: 'identify' | 'resume'; data: Json }[] = [];
  let session: Session | undefined;
  let live: WebSocket | undefined;
  let ready: Deferred<void> = createDeferred();

  const send = (socket: WebSocket, payload: Json): void => socket.send(JSON.stringify(payload));

  function emit(socket: WebSocket | undefined, to: Session, t: string, d: Json): void {
    const payload = { op: op.dispatch, t, s: to.sent.length + 1, d };
    to.sent.push(payload);
    if (socket !== undefined) send(socket, payload);
  }

  function attach(socket: WebSocket, how: 'identify' | 'resume', data: Json, next: Session): void {
    live = socket;
    session = next;
    connections.push({ how, data: { ...data, token: '(left out)' } });
  }

  function identify(socket: WebSocket, data: Json): void {
    if (data['token'] !== options.token) return socket.close(closeCode.authenticationFailed, 'Authentication failed.');
    const created: Session = { id: createSnowflake(), sent: [] };
    sessions.set(created.id, created);
    attach(socket, 'identify', data, created);
    emit(socket, created, 'READY', {
      v: 10,
      user: options.botUser,
      guilds: [],
      session_id: created.id,
      resume_gateway_url: `ws://127.0.0.1:${loopback.port}/gateway`,
      shard: data['shard'] ?? [0, 1],
      application: { id: options.applicationId, flags: 0 },
    });
    ready.resolve();
  }

  function resume(socket: WebSocket, data: Json): void {
    if (data['token'] !== options.token) return socket.close(closeCode.authenticationFailed, 'Authentication failed.');
    const known = sessions.get(String(data['session_id']));
    if (known === undefined) return send(socket, { op: op.invalidSession, d: false });
    attach(socket, 'resume', data, known);
    const seen = Number(data['seq']);
    for (const missed of known.sent.slice(seen)) send(socket, missed);
    emit(socket, known, 'RESUMED', {});
    ready.resolve();
  }

  function receive(socket: WebSocket, payload: Json): void {
    if (payload['op'] === op.heartbeat) return send(socket, { op: op.ack });
    if (payload['op'] === op.identify) return identify(socket, record(payload['d']));
    if (payload['op'] === op.resume) return resume(socket, record(payload['d']));
    if (socket !== live) socket.close(closeCode.notAuthenticated, 'Not authenticated.');
  }

  loopback.onUpgrade((request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (accepted) => {
      accepted.on('error', () => undefined);
      accepted.on('message', (bytes: Buffer) => {
        const payload = parseJson(bytes.toString('utf8'));
        if (isRecord(payload)) receive(accepted, payload);
        else accepted.close(closeCode.unknownOpcode, 'Not JSON.');
      });
      accepted.on('close', () => {
        if (live !== accepted) return;
        live = undefined;
        ready = createDeferred();
      });
      send(accepted, { op: op.hello, d: { heartbeat_interval: options.heartbeatMs } });
    });
  });

  const connected = (timeoutMs: number): Promise<void> =>
    within(ready.promise, timeoutMs, 'the bot to connect to the gateway');
  return {
    connections,
    connected,
    async dispatch(event, data, timeoutMs) {
      if (session === undefined || !sessions.has(session.id)) await connected(timeoutMs);
      if (session !== undefined) emit(live, session, event, data);
    },
    drop(code) {
      const dropped = live;
      live = undefined;
      ready = createDeferred();
      if (code === undefined) dropped?.terminate();
      else dropped?.close(code);
    },
    forgetSessions: () => sessions.clear(),
  };
}
