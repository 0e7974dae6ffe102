/** Reads a request body as both platforms take it: JSON, urlencoded form, or multipart with files. */
import { isRecord, type Json, parseJson } from './json.ts';

export type UploadedFile = { readonly field: string; readonly name: string; readonly bytes: number };

export type RequestBody = {
  readonly fields: unknown;
  readonly files: readonly UploadedFile[];
  /** A form carries numbers and objects as text; a check on types must turn them back first. */
  readonly form: boolean;
};

/** Parses by content type. A JSON body that does not parse has `fields` undefined. */
export async function readRequestBody(bytes: Buffer<ArrayBuffer>, contentType: string): Promise<RequestBody> {
  if (contentType.startsWith('multipart/form-data') || contentType.startsWith('application/x-www-form-urlencoded')) {
    const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
    return fromForm(form);
  }
  if (bytes.length === 0) return { fields: {}, files: [], form: false };
  return { fields: parseJson(bytes.toString('utf8')), files: [], form: false };
}

function fromForm(form: FormData): RequestBody {
  const fields: Record<string, unknown> = {};
  const files: UploadedFile[] = [];
  for (const [key, value] of form) {
    if (typeof value === 'string') fields[key] = value;
    else files.push({ field: key, name: value.name, bytes: value.size });
  }
  const payload = typeof fields['payload_json'] === 'string' ? parseJson(fields['payload_json']) : undefined;
  const merged: Json = isRecord(payload) ? payload : fields;
  return { fields: merged, files, form: payload === undefined };
}
