import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Activities of a house in a week, cut where a month ends, by focus area. Triggers on `activities` write it, nobody else does
 * (docs/decisions/0030-sums.md).
 */
@Entity('activity_weeks')
export class ActivityWeek {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'activity_weeks_pk' })
  institutionId: string;

  /** Its Monday, or the first of the month if that is later. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'activity_weeks_pk' })
  week: string;

  @PrimaryColumn('text', { name: 'focus_area', primaryKeyConstraintName: 'activity_weeks_pk' })
  focusArea: string;

  @Column('integer')
  activities: number;

  /** Of these: entered within seven days after the Sunday of the week. */
  @Column('integer', { name: 'on_time' })
  onTime: number;

  @Column('integer')
  minutes: number;

  /** How much of each is of activities that the retention run has erased. */
  @Column('integer', { name: 'erased_activities', default: 0 })
  erasedActivities: number;

  @Column('integer', { name: 'erased_on_time', default: 0 })
  erasedOnTime: number;

  @Column('integer', { name: 'erased_minutes', default: 0 })
  erasedMinutes: number;
}
