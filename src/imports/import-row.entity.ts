import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Import } from './import.entity.js';

/** A row of the file and what would become of it. */
@Entity('import_rows')
@ForeignKey(() => Import, ['importId'], ['id'], { name: 'import_rows_import_fk', onDelete: 'CASCADE' })
@Check('import_rows_status_ck', `status in ('new', 'changed', 'unchanged', 'wrong')`)
export class ImportRow {
  @PrimaryColumn('uuid', { name: 'import_id', primaryKeyConstraintName: 'import_rows_pk' })
  importId: string;

  /** As the spreadsheet counts: the header is row 1. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'import_rows_pk' })
  number: number;

  @Column('jsonb')
  cells: string[];

  @Column('text', { nullable: true })
  title: string | null;

  @Column('text')
  status: string;

  @Column('jsonb')
  changes: object[];

  @Column('jsonb')
  errors: object[];
}
