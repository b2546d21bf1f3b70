import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CatalogueModule } from '../../programme/modules/catalogue-module.entity.js';
import { Training } from './training.entity.js';

/** A module of the catalogue that a training is about. */
@Entity('training_modules')
@ForeignKey(() => Training, ['trainingId'], ['id'], {
  name: 'training_modules_training_fk',
  onDelete: 'CASCADE',
})
@ForeignKey(() => CatalogueModule, ['moduleId'], ['id'], { name: 'training_modules_module_fk' })
export class TrainingModule {
  @PrimaryColumn('uuid', { name: 'training_id', primaryKeyConstraintName: 'training_modules_pk' })
  trainingId: string;

  @PrimaryColumn('uuid', { name: 'module_id', primaryKeyConstraintName: 'training_modules_pk' })
  moduleId: string;
}
