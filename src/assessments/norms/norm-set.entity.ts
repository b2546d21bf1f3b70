import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { TestItem } from '../batteries/test-item.entity.js';

/** A table of norms with its origin. Never changes; a better one is a further version. */
@Entity('norm_sets')
@Unique('norm_sets_version_uq', ['code', 'version'])
@Check('norm_sets_code_ck', `code ~ '^[A-Z][A-Z0-9-]{1,19}$'`)
@Check('norm_sets_version_ck', 'version > 0')
@Check('norm_sets_title_ck', 'length(title) between 1 and 120')
@Check('norm_sets_source_ck', 'length(source) between 1 and 1000')
@Check('norm_sets_population_ck', 'length(population) between 1 and 500')
@Check('norm_sets_years_ck', 'length(years) between 1 and 60')
@Check('norm_sets_licence_ck', 'length(licence) between 1 and 500')
@Check('norm_sets_note_ck', 'length(note) between 1 and 2000')
export class NormSet {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'norm_sets_pk' })
  id: string;

  @Column('text')
  code: string;

  @Column('smallint')
  version: number;

  @Column('text')
  title: string;

  @Column('text')
  source: string;

  @Column('text')
  population: string;

  @Column('text', { nullable: true })
  years: string | null;

  @Column('text')
  licence: string;

  /** Fitted to somebody's data by others than its authors: no published norms. */
  @Column('boolean', { default: false })
  derived: boolean;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}

/** A task that the set has norms for. */
@Entity('norm_items')
@ForeignKey(() => NormSet, ['normSetId'], ['id'], { name: 'norm_items_set_fk' })
@ForeignKey(() => TestItem, ['itemCode'], ['code'], { name: 'norm_items_item_fk' })
@Check('norm_items_unit_ck', `unit in ('jumps', 'cm', 'steps', 'count', 's', 'm', 'contacts')`)
@Check('norm_items_direction_ck', `direction in ('higher', 'lower')`)
export class NormItem {
  @PrimaryColumn('uuid', { name: 'norm_set_id', primaryKeyConstraintName: 'norm_items_pk' })
  normSetId: string;

  @PrimaryColumn('text', { name: 'item_code', primaryKeyConstraintName: 'norm_items_pk' })
  itemCode: string;

  @Column('text')
  unit: string;

  /** Which raw value is the better performance: higher | lower */
  @Column('text')
  direction: string;
}

/** L, M and S at an age; between two ages they are interpolated. */
@Entity('norm_rows')
@ForeignKey(() => NormItem, ['normSetId', 'itemCode'], ['normSetId', 'itemCode'], {
  name: 'norm_rows_item_fk',
})
@Check('norm_rows_sex_ck', `sex in ('male', 'female')`)
@Check('norm_rows_age_ck', 'age_years between 0 and 25')
@Check('norm_rows_l_ck', 'l between -100 and 100')
@Check('norm_rows_m_ck', 'm > 0 and m < 1e6')
@Check('norm_rows_s_ck', 's > 0 and s < 100')
export class NormRow {
  @PrimaryColumn('uuid', { name: 'norm_set_id', primaryKeyConstraintName: 'norm_rows_pk' })
  normSetId: string;

  @PrimaryColumn('text', { name: 'item_code', primaryKeyConstraintName: 'norm_rows_pk' })
  itemCode: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'norm_rows_pk' })
  sex: string;

  @PrimaryColumn('double precision', { name: 'age_years', primaryKeyConstraintName: 'norm_rows_pk' })
  ageYears: number;

  @Column('double precision')
  l: number;

  @Column('double precision')
  m: number;

  @Column('double precision')
  s: number;
}
