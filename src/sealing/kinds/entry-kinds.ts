import { Injectable } from '@nestjs/common';
import { ActivityChangeKind } from './activity-change-kind.js';
import { ActivityKind } from './activity-kind.js';
import { AttendanceKind } from './attendance-kind.js';
import type { EntryKind, EntryKindName } from './entry-kind.js';
import { NotDoneKind } from './not-done-kind.js';
import { TrialKind } from './trial-kind.js';

/** Every kind of entry that may arrive sealed, and how it is done. */
@Injectable()
export class EntryKinds {
  private readonly kinds: Record<EntryKindName, EntryKind>;

  constructor(
    activity: ActivityKind,
    change: ActivityChangeKind,
    trial: TrialKind,
    notDone: NotDoneKind,
    attendance: AttendanceKind,
  ) {
    this.kinds = { activity, activity_change: change, trial, not_done: notDone, attendance };
  }

  of(name: EntryKindName): EntryKind {
    return this.kinds[name];
  }
}
