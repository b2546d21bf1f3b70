import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];

export type PeoplePreview = Schemas['PeoplePreviewDto'];
export type PersonRow = Schemas['PersonRowDto'];
export type InvitedPeople = Schemas['InvitedPeopleDto'];
export type InvitedPerson = Schemas['InvitedPersonDto'];

/** The file goes as it is, whatever its encoding. */
const asFile = {
  bodySerializer: (body: unknown) => body as BodyInit,
  headers: { 'Content-Type': 'text/csv' },
};

export function previewPeople(municipalityId: string, file: Blob): Promise<PeoplePreview> {
  const params = { query: { municipalityId } };
  return unwrap(api.POST('/api/imports/people/preview', { params, body: file as never, ...asFile }));
}

interface InviteOrder {
  municipalityId: string;
  file: Blob;
  /** Of the preview that was looked at. */
  digest: string;
  onlyGood: boolean;
}

export function invitePeople({ file, ...query }: InviteOrder): Promise<InvitedPeople> {
  return unwrap(api.POST('/api/imports/people', { params: { query }, body: file as never, ...asFile }));
}
