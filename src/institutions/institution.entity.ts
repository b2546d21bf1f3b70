import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { District } from './districts/district.entity.js';
import { Municipality } from './municipalities/municipality.entity.js';

/** A Kita or a school, whether it takes part or not: those that do not are the denominator. */
@Entity('institutions')
@ForeignKey(() => Municipality, ['municipalityId'], ['id'], { name: 'institutions_municipality_fk' })
@ForeignKey(() => District, ['municipalityId', 'districtId'], ['municipalityId', 'id'], {
  name: 'institutions_district_fk',
})
@ForeignKey(() => Institution, ['mergedInto'], ['id'], { name: 'institutions_merged_into_fk' })
@Index('institutions_merged_into_ix', ['mergedInto'])
@Index('institutions_municipality_ix', ['municipalityId', 'name', 'id'])
@Index('institutions_school_number_uq', ['municipalityId', 'schoolNumber'], { unique: true })
@Index('institutions_short_code_uq', ['municipalityId', 'shortCode'], { unique: true })
@Check('institutions_kind_ck', `kind in ('kita', 'school')`)
@Check('institutions_name_ck', 'length(name) between 1 and 200')
@Check(
  'institutions_provider_kind_ck',
  `provider_kind in ('municipal', 'protestant', 'catholic', 'awo', 'caritas', 'drk', 'diakonie', 'lebenshilfe', 'parity',
    'other_nonprofit', 'private')`,
)
@Check('institutions_legal_regime_ck', `legal_regime in ('dsgvo', 'kdg', 'dsg_ekd')`)
@Check('institutions_school_number_ck', `school_number ~ '^[0-9]{6}$'`)
@Check(
  'institutions_position_ck',
  '(latitude is null) = (longitude is null) and latitude between -90 and 90 and longitude between -180 and 180',
)
@Check('institutions_social_index_ck', 'social_index between 1 and 9')
@Check(
  'institutions_social_index_school_ck',
  `social_index is null or (kind = 'school' and social_index_year is not null)`,
)
@Check('institutions_social_situation_ck', `social_situation in ('low', 'medium', 'high')`)
@Check(
  'institutions_social_situation_source_ck',
  'social_situation is null or (social_situation_source is not null and social_situation_year is not null)',
)
@Check('institutions_merged_ck', 'merged_into is null or (archived_at is not null and merged_into <> id)')
@Check('institutions_places_ck', 'places between 0 and 5000')
@Check('institutions_staff_count_ck', 'staff_count between 0 and 1000')
export class Institution {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'institutions_pk' })
  id: string;

  @Column('uuid', { name: 'municipality_id' })
  municipalityId: string;

  @Column('uuid', { name: 'district_id' })
  districtId: string;

  @Column('text')
  kind: string;

  @Column({ type: 'text', collation: 'german' })
  name: string;

  @Column('text', { name: 'short_code', nullable: true })
  shortCode: string | null;

  @Column('text', { name: 'school_number', nullable: true })
  schoolNumber: string | null;

  @Column('text', { name: 'provider_kind' })
  providerKind: string;

  @Column('text', { name: 'provider_name', nullable: true })
  providerName: string | null;

  @Column('text', { name: 'legal_regime', default: 'dsgvo' })
  legalRegime: string;

  @Column('text', { nullable: true })
  street: string | null;

  @Column('text', { name: 'postal_code', nullable: true })
  postalCode: string | null;

  @Column('text', { nullable: true })
  city: string | null;

  @Column('double precision', { nullable: true })
  latitude: number | null;

  @Column('double precision', { nullable: true })
  longitude: number | null;

  @Column('text', { name: 'contact_name', nullable: true })
  contactName: string | null;

  /** What the main contact does there: "Leitung". */
  @Column('text', { name: 'contact_function', nullable: true })
  contactFunction: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('boolean', { name: 'family_centre', default: false })
  familyCentre: boolean;

  @Column('date', { name: 'family_centre_since', nullable: true })
  familyCentreSince: string | null;

  @Column('boolean', { name: 'movement_kita', default: false })
  movementKita: boolean;

  @Column('date', { name: 'movement_kita_since', nullable: true })
  movementKitaSince: string | null;

  @Column('boolean', { name: 'plus_kita', default: false })
  plusKita: boolean;

  @Column('date', { name: 'plus_kita_since', nullable: true })
  plusKitaSince: string | null;

  @Column('boolean', { name: 'all_day_school', default: false })
  allDaySchool: boolean;

  @Column('date', { name: 'all_day_school_since', nullable: true })
  allDaySchoolSince: string | null;

  /** 1 (low) to 9 (high burden); schools only. */
  @Column('smallint', { name: 'social_index', nullable: true })
  socialIndex: number | null;

  @Column('smallint', { name: 'social_index_year', nullable: true })
  socialIndexYear: number | null;

  @Column('text', { name: 'social_situation', nullable: true })
  socialSituation: string | null;

  @Column('text', { name: 'social_situation_source', nullable: true })
  socialSituationSource: string | null;

  @Column('smallint', { name: 'social_situation_year', nullable: true })
  socialSituationYear: number | null;

  @Column('integer', { nullable: true })
  places: number | null;

  @Column('integer', { name: 'staff_count', nullable: true })
  staffCount: number | null;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt: Date | null;

  /** It was entered twice; the entry that stayed. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('bytea', { name: 'creation_digest', nullable: true })
  creationDigest: Buffer | null;

  @Column('integer', { default: 1 })
  version: number;
}
