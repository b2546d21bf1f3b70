import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];
export type ChildFilePreview = Schemas['ChildFilePreviewDto'];
export type ChildFileRow = Schemas['ChildRowDto'];
export type ChildFileResult = Schemas['ChildFileResultDto'];

/** The file goes as it is, whatever its encoding. */
const asFile = {
  bodySerializer: (body: unknown) => body as BodyInit,
  headers: { 'Content-Type': 'text/csv' },
};

export function previewChildFile(institutionId: string, file: Blob): Promise<ChildFilePreview> {
  const params = { query: { institutionId } };
  return unwrap(api.POST('/api/imports/children/preview', { params, body: file as never, ...asFile }));
}

export function readWrongRows(institutionId: string, file: Blob): Promise<Blob> {
  const params = { query: { institutionId } };
  const call = api.POST('/api/imports/children/wrong-rows', {
    ...{ params, body: file as never, parseAs: 'blob', ...asFile },
  });
  return unwrap(call);
}

interface WriteOrder {
  institutionId: string;
  file: Blob;
  /** Of the preview that was looked at. */
  digest: string;
  onlyGood: boolean;
}

export function writeChildFile({ file, ...query }: WriteOrder): Promise<ChildFileResult> {
  return unwrap(api.POST('/api/imports/children', { params: { query }, body: file as never, ...asFile }));
}
