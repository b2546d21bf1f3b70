import { Module } from '@nestjs/common';
import { ChildrenModule } from '../assessments/children.module.js';
import { ChildImportController } from './children/child-import.controller.js';
import { ChildImportService } from './children/child-import.service.js';
import { CommitService } from './commit.service.js';
import { GroupImport } from './groups/group-import.js';
import { GroupImportRepository } from './groups/group-import.repository.js';
import { ImportController } from './import.controller.js';
import { ImportKinds } from './import-kinds.js';
import { ImportRepository } from './import.repository.js';
import { ImportService } from './import.service.js';
import { InstitutionImport } from './institutions/institution-import.js';
import { InstitutionImportRepository } from './institutions/institution-import.repository.js';
import { PeopleImportController } from './people/people-import.controller.js';
import { PeopleImportRepository } from './people/people-import.repository.js';
import { PeopleImportService } from './people/people-import.service.js';
import { RecordWriter } from './record-writer.js';
import { UndoService } from './undo.service.js';

@Module({
  imports: [ChildrenModule],
  controllers: [PeopleImportController, ChildImportController, ImportController],
  providers: [
    InstitutionImportRepository,
    InstitutionImport,
    GroupImportRepository,
    GroupImport,
    PeopleImportRepository,
    PeopleImportService,
    ChildImportService,
    ImportKinds,
    ImportRepository,
    ImportService,
    RecordWriter,
    CommitService,
    UndoService,
  ],
})
export class ImportsModule {}
