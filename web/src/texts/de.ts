import { accessibility } from './de/accessibility';
import { activities } from './de/activities';
import { common } from './de/common';
import { house } from './de/house';
import { invitations } from './de/invitations';
import { outbox } from './de/outbox';
import { problems } from './de/problems';
import { session } from './de/session';
import { words } from './de/words';

/** Every German text of the screens, by area. Another language is one more object of this type. */
export const texts = {
  accessibility,
  activities,
  common,
  house,
  invitations,
  outbox,
  problems,
  session,
  words,
};

export type Texts = typeof texts;
