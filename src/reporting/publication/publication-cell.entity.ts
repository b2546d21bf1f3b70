import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { TestProtocol } from '../../assessments/batteries/test-protocol.entity.js';
import { Publication } from './publication.entity.js';

/** A cell of a table over children, rounded or hidden. Null in one of its attributes means all of them together. */
@Entity('publication_cells')
@ForeignKey(() => Publication, ['municipalityId', 'publicationId'], ['municipalityId', 'id'], {
  name: 'publication_cells_publication_fk',
  onDelete: 'CASCADE',
})
@ForeignKey(() => TestProtocol, ['protocolId', 'itemCode'], ['id', 'itemCode'], {
  name: 'publication_cells_protocol_fk',
})
// In the database NULLS NOT DISTINCT, which TypeORM has no word for.
@Unique('publication_cells_cell_uq', [
  ...['publicationId', 'block', 'itemCode', 'protocolId', 'wave', 'scheme', 'place', 'kind', 'sex'],
  ...['ageBand', 'outcome'],
])
@Check('publication_cells_block_ck', `block in ('tested', 'results', 'paired')`)
@Check('publication_cells_wave_ck', `wave in ('entry', 'progress', 'exit')`)
@Check('publication_cells_scheme_ck', `scheme in ('region', 'social_situation', 'social_index')`)
@Check('publication_cells_kind_ck', `kind in ('kita', 'school')`)
@Check('publication_cells_sex_ck', `sex in ('female', 'male')`)
@Check('publication_cells_outcome_ck', `outcome in ('below', 'not_below', 'up', 'same', 'down', 'lost')`)
@Check('publication_cells_state_ck', `state in ('rounded', 'up_to_7', 'hidden')`)
@Check(
  'publication_cells_count_ck',
  `(count is not null) = (state = 'rounded') and count % 5 = 0 and count > 7`,
)
@Check('publication_cells_reason_ck', `(reason is not null) = (state = 'hidden')`)
@Check('publication_cells_share_ck', `share is null or share between 0 and 100 and state <> 'hidden'`)
@Check(
  'publication_cells_mean_ck',
  `num_nulls(mean_delta, mean_low, mean_high) in (0, 3) and (mean_delta is null or state = 'rounded')`,
)
export class PublicationCell {
  @PrimaryColumn('uuid', { name: 'publication_id', primaryKeyConstraintName: 'publication_cells_pk' })
  publicationId: string;

  @Column('uuid', { name: 'municipality_id' })
  municipalityId: string;

  /** In the order in which they are shown. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'publication_cells_pk' })
  position: number;

  @Column('text')
  block: string;

  @Column('text', { name: 'item_code', nullable: true })
  itemCode: string | null;

  @Column('uuid', { name: 'protocol_id', nullable: true })
  protocolId: string | null;

  @Column('text', { nullable: true })
  wave: string | null;

  @Column('text')
  scheme: string;

  @Column('text', { nullable: true })
  place: string | null;

  @Column('text', { nullable: true })
  kind: string | null;

  @Column('text', { nullable: true })
  sex: string | null;

  @Column('text', { name: 'age_band', nullable: true })
  ageBand: string | null;

  @Column('text', { nullable: true })
  outcome: string | null;

  @Column('text')
  state: string;

  /** Why it is hidden: a code. */
  @Column('text', { nullable: true })
  reason: string | null;

  /** Of children, a multiple of 5. */
  @Column('integer', { nullable: true })
  count: number | null;

  /** Whole percent. */
  @Column('smallint', { nullable: true })
  share: number | null;

  /** Of the change in z between the first and the last test, with its interval. */
  @Column('numeric', { name: 'mean_delta', precision: 6, scale: 1, nullable: true })
  meanDelta: string | null;

  @Column('numeric', { name: 'mean_low', precision: 6, scale: 1, nullable: true })
  meanLow: string | null;

  @Column('numeric', { name: 'mean_high', precision: 6, scale: 1, nullable: true })
  meanHigh: string | null;
}
