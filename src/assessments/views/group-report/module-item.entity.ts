import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CatalogueModule } from '../../../programme/modules/catalogue-module.entity.js';
import { TestItem } from '../../batteries/test-item.entity.js';

/** A task of the motor-skills tests that a module of the catalogue is good for. */
@Entity('module_items')
@ForeignKey(() => CatalogueModule, ['moduleId'], ['id'], {
  name: 'module_items_module_fk',
  onDelete: 'CASCADE',
})
@ForeignKey(() => TestItem, ['itemCode'], ['code'], { name: 'module_items_item_fk' })
@Index('module_items_item_ix', ['itemCode'])
export class ModuleItem {
  @PrimaryColumn('uuid', { name: 'module_id', primaryKeyConstraintName: 'module_items_pk' })
  moduleId: string;

  @PrimaryColumn('text', { name: 'item_code', primaryKeyConstraintName: 'module_items_pk' })
  itemCode: string;
}
