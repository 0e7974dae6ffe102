/** Finds the REST route of a request to the fake Discord, checks authorisation and body, and answers. */

import type { LoopbackAnswer, LoopbackRequest } from '../../loopback.ts';
import type { UploadedFile } from '../../request-body.ts';
import { type Checks, createSampling } from '../../sampling.ts';
import type { Violation } from '../../violations.ts';
import { apiError } from '../interactions.ts';
import type { DiscordThrottle } from '../rules/rate-limits.ts';

export type RouteCall = {
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
  readonly query: URLSearchParams;
  /** Method and path, for messages. */
  readonly where: string;
};

export type DiscordRoute = {
  readonly method: string;
  /** Without /api/v10; `:name` stands for one segment. */
  readonly path: string;
  /** Whether the bot's token is demanded; interaction routes carry theirs in the path. */
  readonly auth: boolean;
  readonly check?: (call: RouteCall) => readonly Violation[];
  readonly answer: (call: RouteCall) => LoopbackAnswer;
};

const base = '/api/v10';
const largestFile = 10 * 1024 * 1024;

export type RoutingOptions = {
  readonly routes: readonly DiscordRoute[];
  readonly token: string;
  readonly throttle: DiscordThrottle;
  readonly checks: Checks;
  readonly onViolations: (found: readonly Violation[]) => void;
};

/** Answers by the first route that fits; an unknown one and a breach are violations. */
export function answerByRoute(options: RoutingOptions): (request: LoopbackRequest) => Promise<LoopbackAnswer> {
  const { token, throttle, onViolations } = options;
  const routes = options.routes.map((route) => ({ route, segments: route.path.split('/') }));
  const isToCheck = createSampling(options.checks);
  return async (request) => {
    const where = `${request.method} ${request.path}`;
    const hit = findRoute(routes, request);
    if (hit === undefined) {
      onViolations([{ rule: 'unknownRoute', where, detail: 'the fake knows no such route' }]);
      return apiError(404, 0, '404: Not Found');
    }
    const { route, params } = hit;
    if (route.auth && request.authorization !== `Bot ${token}`) return apiError(401, 0, '401: Unauthorized');
    const { headers, refusal } = throttle.pass(route, params, request.at);
    if (refusal !== undefined) return refusal;
    const { files, fields: body } = request.parsed;
    const call: RouteCall = { params, body, files, query: request.query, where };
    const isChecked = isToCheck(`${route.method} ${route.path}`);
    const found = isChecked ? [...(route.check?.(call) ?? []), ...checkFiles(files, where)] : [];
    if (found.length === 0) {
      const answered = route.answer(call);
      return { ...answered, headers: { ...headers, ...answered.headers } };
    }
    onViolations(found);
    const errors = found.map(({ rule, detail }) => ({ code: rule, message: detail }));
    return { status: 400, headers, body: { code: 50035, message: 'Invalid Form Body', errors: { _errors: errors } } };
  };
}

function findRoute(
  routes: readonly { readonly route: DiscordRoute; readonly segments: readonly string[] }[],
  request: LoopbackRequest,
): { route: DiscordRoute; params: Record<string, string> } | undefined {
  if (!request.path.startsWith(`${base}/`)) return undefined;
  const segments = request.path.slice(base.length).split('/');
  for (const { route, segments: wanted } of routes) {
    if (route.method !== request.method || wanted.length !== segments.length) continue;
    const fits = wanted.every((part, index) => part.startsWith(':') || part === segments[index]);
    if (!fits) continue;
    const named = wanted.flatMap((part, index) =>
      part.startsWith(':') ? [[part.slice(1), segments[index] ?? '']] : [],
    );
    return { route, params: Object.fromEntries(named) };
  }
  return undefined;
}

/** Source: discord-api-docs, reference.mdx "Uploading Files": 10 MiB each by default, 10 a message. */
function checkFiles(files: readonly UploadedFile[], where: string): readonly Violation[] {
  const tooLarge = files.filter((file) => file.bytes > largestFile);
  const large = tooLarge.map(({ name, bytes }) => ({ rule: 'fileSize', where, detail: `${name} has ${bytes} bytes` }));
  if (files.length <= 10) return large;
  return [...large, { rule: 'fileCount', where, detail: `${files.length} files > 10` }];
}
