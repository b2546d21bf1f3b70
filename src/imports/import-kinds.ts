import { Injectable } from '@nestjs/common';
import { GroupImport } from './groups/group-import.js';
import type { ImportKind, ImportKindName } from './import-kind.js';
import { InstitutionImport } from './institutions/institution-import.js';

/** The kinds of files that can be read in. */
@Injectable()
export class ImportKinds {
  private readonly kinds: Record<ImportKindName, ImportKind>;

  constructor(institutions: InstitutionImport, groups: GroupImport) {
    this.kinds = { institutions, groups };
  }

  get(name: ImportKindName): ImportKind {
    return this.kinds[name];
  }
}
