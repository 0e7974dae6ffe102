/** grammY's client for pushed messages, which gives up soon; answers to people go through another. */
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Api } from 'grammy';

/** Seconds for a whole request: grammY waits that long for the rest of an answer that was cut off. */
const REQUEST_TIMEOUT_S = 8;
/**
 * Milliseconds for making a connection. A request that ends in them was not sent; one that ends later may have been.
 */
const CONNECT_WITHIN_MS = 4000;
/** Milliseconds a connection is kept for the next request: the server must not close it just as it is used. */
const KEPT_FOR_MS = 15_000;

/** Without plugins: it tries nothing again, and does not wait where it is asked to. */
export function createPushApi(
  { token, apiUrl }: { readonly token: string; readonly apiUrl: string },
  { timeoutSeconds = REQUEST_TIMEOUT_S, connectWithinMs = CONNECT_WITHIN_MS } = {},
): Api {
  const kept = { keepAlive: true, timeout: KEPT_FOR_MS };
  const agent = apiUrl.startsWith('https:') ? new HttpsAgent(kept) : new HttpAgent(kept);
  const connected = agent instanceof HttpsAgent ? 'secureConnect' : 'connect';
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (options, onCreated) => {
    const socket = connect(options, onCreated);
    const giveUp = () => {
      socket?.destroy(Object.assign(new Error(`no connection within ${connectWithinMs} ms`), { code: 'ETIMEDOUT' }));
    };
    const timer = setTimeout(giveUp, connectWithinMs);
    for (const event of [connected, 'close']) socket?.once(event, () => clearTimeout(timer));
    return socket;
  };
  return new Api(token, { apiRoot: apiUrl, timeoutSeconds, baseFetchConfig: { agent } });
}

/**
 * grammY types its signals by a package of the time before Node had its own; what it does with them is the same.
 * `as unknown`: the two types share no member list, and the values are Node's own either way.
 */
export function forGrammy(signal: AbortSignal): NonNullable<Parameters<Api['getMe']>[0]> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return signal as unknown as NonNullable<Parameters<Api['getMe']>[0]>;
}
