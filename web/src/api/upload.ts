import { texts } from '../texts/de';
import { Problem, problemFrom, unreachable } from './problem';
import { signInGate } from './sign-in-gate';

/** Longest wait for an answer to a file, in ms: a slow line sends 5 MB for minutes. */
const UPLOAD_TIMEOUT = 300_000;
const UNAUTHORIZED = 401;

/** Share 0…1 of the file that has been sent; at 1 the server looks at it. */
export type OnProgress = (share: number) => void;

/** Sends a file as it is and tells how far it is, which `fetch` cannot. @throws Problem */
export async function upload<T>(path: string, file: Blob, onProgress: OnProgress): Promise<T> {
  const content = await readWhole(file);
  const response = await sendSignedIn(path, content, onProgress);
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw problemFrom(response, body);
  return body as T;
}

/** Read before it is sent: a file that was moved meanwhile would look like a broken network. */
async function readWhole(file: Blob): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch {
    throw new Problem({ status: 0, code: 'file_unreadable', title: texts.imports.upload.unreadable });
  }
}

async function sendSignedIn(path: string, content: ArrayBuffer, onProgress: OnProgress): Promise<Response> {
  const response = await send(path, content, onProgress);
  if (response.status !== UNAUTHORIZED) return response;
  return (await signInGate.ask()) ? send(path, content, onProgress) : response;
}

function send(path: string, content: ArrayBuffer, onProgress: OnProgress): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Content-Type', 'text/csv');
    request.timeout = UPLOAD_TIMEOUT;
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total);
    request.onload = () => resolve(answerOf(request));
    request.onerror = request.ontimeout = () => reject(unreachable());
    request.send(content);
  });
}

function answerOf(request: XMLHttpRequest): Response {
  const headers = new Headers();
  for (const name of ['Retry-After', 'X-Request-Id']) {
    const value = request.getResponseHeader(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(request.responseText, { status: request.status, headers });
}
