import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Municipality } from '../institutions/municipalities/municipality.entity.js';

/** How somebody of the municipality last assigned the columns of files with these headers. */
@Entity('import_mappings')
@ForeignKey(() => Municipality, ['municipalityId'], ['id'], { name: 'import_mappings_municipality_fk' })
export class ImportMapping {
  @PrimaryColumn('uuid', { name: 'municipality_id', primaryKeyConstraintName: 'import_mappings_pk' })
  municipalityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'import_mappings_pk' })
  kind: string;

  /** SHA-256 of the headers. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'import_mappings_pk' })
  signature: Buffer;

  /** One per column, null for a column that is not read. */
  @Column('jsonb')
  fields: (string | null)[];
}
