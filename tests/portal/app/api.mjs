import { ui } from './skin.mjs';

/** A refused or failed call: `status` is 0 when the network failed; `code` is a key of the messages. */
export class ApiError extends Error {
  constructor(status, code, field) {
    super(code);
    this.status = status;
    this.code = code;
    this.field = field;
  }
}

// Long enough that an ordinary answer shows no flicker.
const LOADER_AFTER_MS = 250;

let defect = document.documentElement.dataset.defect;

/** True when the replica must misbehave in this way on the route being shown. */
export function hasDefect(kind) {
  const [planned, route] = defect.split(' ');
  return planned === kind && location.hash === route;
}

/** Sends JSON, or a file as it is, to the same origin. Resolves to the parsed answer; throws `ApiError`. */
export async function call(method, path, body) {
  const loader = setTimeout(() => ui.showLoader(), LOADER_AFTER_MS);
  try {
    return await parse(await request(method, path, body));
  } finally {
    clearTimeout(loader);
    ui.hideLoader();
  }
}

async function request(method, path, body) {
  const isFile = body instanceof File;
  const headers = { accept: 'application/json' };
  if (isFile) headers['x-file-name'] = encodeURIComponent(body.name);
  else if (body !== undefined) headers['content-type'] = 'application/json';
  try {
    return await fetch(path, { method, headers, body: isFile ? body : JSON.stringify(body) });
  } catch {
    // A dropped connection gives no status: the page can only say that something failed.
    throw new ApiError(0, 'technicalError');
  }
}

async function parse(response) {
  defect = response.headers.get('x-replica-defect') ?? defect;
  const isJson = response.headers.get('content-type')?.includes('json');
  const answer = isJson ? await response.json() : undefined;
  if (response.ok) return answer;
  throw new ApiError(response.status, answer?.code ?? 'technicalError', answer?.field);
}
