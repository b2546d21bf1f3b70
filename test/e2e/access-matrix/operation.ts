import type { Role } from '../../../src/access/roles.js';
import type { Asker, Town } from '../../support/askers.js';
import type { City, HouseKey, PersonKey } from '../../support/city.js';
import type { CertificateRows } from '../../support/certificate-rows.js';
import type { ChildRows } from '../../support/child-rows.js';
import type { Answer, Sent } from '../../support/client.js';
import type { TabletRows } from '../../support/tablet-rows.js';
import type { HeldRows } from '../../support/sealed-rows.js';
import type { TestDayRows } from '../../support/test-day-rows.js';
import type { TrainingRows } from '../../support/training-rows.js';

/** Something a request can be pointed at. */
export interface Target {
  label: string;
  id: string;
  house?: HouseKey;
  town?: Town;
  person?: PersonKey;
}

export const IMPORTERS = ['lead', 'coordinator', 'distantCoordinator', 'administrator'] as const;
export type Importer = (typeof IMPORTERS)[number];

export const TOKEN_OWNERS = ['lead', 'coordinator', 'distantCoordinator', 'administrator'] as const;

/** The city, with the ids that only this test needs. */
export interface Facts extends City {
  sessions: Record<PersonKey, string>;
  /** Deleted today, by the house's educator. */
  deleted: { kita: string; school: string };
  /** Runs entered by mistake, which nothing builds on. */
  mistakes: { school: string; distant: string };
  /** A session of the open training of each town. */
  trainingSessions: Record<Town, string>;
  /** The first of the five. */
  focusAreaId: string;
  /** School holidays of the state. */
  holidayId: string;
  /** Of those who read files in: a draft, and one that is written. */
  imports: Record<Importer, { draft: string; done: string }>;
  /** Letters that failed, in the own and in the foreign municipality. */
  mails: [own: string, distant: string];
  /** Yearly reports, in the own and in the foreign municipality. */
  annualReports: [own: string, distant: string];
  /** Statistics over children, in the own and in the foreign municipality: to be read, and to be published. */
  publications: Record<'published' | 'prepared', [own: string, distant: string]>;
  training: TrainingRows;
  child: ChildRows;
  testDays: TestDayRows;
  tablets: TabletRows;
  held: HeldRows;
  /** One for each registration. */
  certificates: CertificateRows['certificates'];
  /** Personal access tokens, by owner. */
  tokens: Record<(typeof TOKEN_OWNERS)[number], string>;
}

export type Reaches = (asker: Asker, target: Target) => boolean;

/** Ids in the body or the query that may be somebody else's. To those who do not reach them they must look like unknown ones. */
export interface Reference {
  /** Where it stands in the body, such as `groupId`, `childIds.[]` or `groups.[].fromGroupId`. */
  field: string;
  in: 'body' | 'query';
  targets: (facts: Facts) => Target[];
  may: Reaches;
  /** What else must be said about it; absent: the body that is sent anyway has a place for it. */
  among?: (id: string, facts: Facts, good: Target) => object;
  /** Where the answer is a list that says of each id what came of it. */
  isListed?: true;
}

/** What is expected of one operation of openapi.json. */
export interface Operation {
  /** Said here a second time, so that the code alone cannot widen it. */
  roles: readonly Role[] | 'anyone' | 'public';
  /** The answer to those who may. */
  status: number;
  /** What it can be pointed at, by the path or the place in the body; absent: at nothing. */
  targets?: (facts: Facts) => Target[];
  /** Which targets somebody with the role reaches; the others must get the answer for an unknown one. */
  may?: Reaches;
  send?: (target: Target, facts: Facts, asker: Asker) => Sent;
  /** Sent in the address. */
  query?: (target: Target, facts: Facts) => Record<string, string>;
  /** What the trail must say afterwards; absent: nothing is written. */
  writes?: {
    action: string;
    objectType: string;
    fields: string[];
    /** Actions of further entries, about what was made or changed along with it. */
    besides?: string[];
  };
  /** All that an answer must show, no more and no less, and how to find it there. */
  shows?: { expected: (asker: Asker, facts: Facts) => string[]; found: (answer: Answer) => string[] };
  /** Words of the target's that its answer must show, so that their absence elsewhere means something. */
  bears?: (target: Target, facts: Facts) => string;
  /** Canaries that the answer may tell the asker besides what they reach anyway. */
  tells?: (asker: Asker) => string[];
  references?: Reference[];
}
