import { PageQueryDto } from '../../kernel/page/page-query.dto.js';

export class ListTimelineDto extends PageQueryDto {}

/** Something that happened in a house; which of the fields are filled depends on the kind. */
export class TimelineEntryDto {
  /** Stable, for lists. */
  key: string;
  /** The day in Berlin. */
  on: string;
  /**
   * created | step | step_withdrawn | coach_began | coach_ended | person | groups | activities |
   * module_chosen | module_delivered | module_cancelled | contact | materials | change
   */
  kind: string;
  /** Of a step. */
  status: string | null;
  /** Of a step, of its correction, or why a module did not take place. */
  reason: string | null;
  /** Coach or member of staff, where the reader may know their name. */
  person: string | null;
  /** Of a person: the role. Of a change: the audit trail's word, such as `group.update`. */
  action: string | null;
  /** Of a module. */
  title: string | null;
  /** Of a contact: on_site | phone | online */
  way: string | null;
  /** Names of the fields that a change wrote. */
  fields: string[];
  /** Groups, activities (of those the reader sees), people in a module, or changes of one kind on that day. */
  count: number | null;
  /** Minutes of the activities, the module or the contact. */
  minutes: number | null;
  /** Children in the groups of a school year. */
  children: number | null;
  /** First calendar year. */
  schoolYear: number | null;
}

export class TimelineDto {
  items: TimelineEntryDto[];
  next: string | null;
}
