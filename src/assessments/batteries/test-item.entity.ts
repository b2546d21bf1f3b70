import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A task such as the standing long jump; how it is done and counted is a matter of its protocols. */
@Entity('test_items')
@Unique('test_items_norm_key_uq', ['normKey'])
@Unique('test_items_position_uq', ['position'])
@Check('test_items_code_ck', `code ~ '^[A-Z][A-Z0-9-]{0,11}$'`)
@Check('test_items_title_ck', 'length(title) between 1 and 120')
@Check('test_items_norm_key_ck', `norm_key ~ '^[a-z][a-z0-9_]{0,59}$'`)
export class TestItem {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'test_items_pk' })
  code: string;

  @Column('text')
  title: string;

  /** The task's name in files with norms. */
  @Column('text', { name: 'norm_key', nullable: true })
  normKey: string | null;

  @Column('smallint')
  position: number;
}
