import type { components } from './schema';

type Schemas = components['schemas'];

export type Session = Schemas['Session'];
export type RoleAssignment = Schemas['RoleAssignment'];
export type Role = RoleAssignment['role'];
export type OwnSession = Schemas['OwnSession'];

export type Invitation = Schemas['Invitation'];
export type NewInvitation = Schemas['CreateInvitation'];
export type CreatedInvitation = Schemas['CreatedInvitation'];
export type InvitationPreview = Schemas['InvitationPreview'];

export type FocusArea = Schemas['FocusArea'];
export type FocusAreaCode = FocusArea['code'];
export type Municipality = Schemas['Municipality'];
export type Institution = Schemas['Institution'];

export type Group = Schemas['Group'];
export type NewGroup = Schemas['CreateGroup'];
export type GroupChange = Schemas['UpdateGroup'];

export type Activity = Schemas['Activity'];
export type NewActivity = Schemas['CreateActivity'];
export type ActivityChange = Schemas['UpdateActivity'];
export type Place = NonNullable<Activity['place']>;

/** One page of a list; `next` opens the following one, null ends the list. */
export interface Page<T> {
  items: T[];
  next: string | null;
}
