import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Problem } from '../kernel/problem/problem.js';
import type { ImportDto } from './import.dto.js';
import type { ImportKind } from './import-kind.js';
import { ImportKinds } from './import-kinds.js';
import { ImportRepository } from './import.repository.js';
import { ImportService } from './import.service.js';
import { RecordWriter, type StoredChange } from './record-writer.js';

const FOREIGN_KEY_VIOLATION = '23503';

/** Takes back what an import did: all of it, or nothing if something stands on it. */
@Injectable()
export class UndoService {
  constructor(
    private readonly imports: ImportRepository,
    private readonly service: ImportService,
    private readonly kinds: ImportKinds,
    private readonly writer: RecordWriter,
    private readonly audit: Audit,
  ) {}

  async undo(id: string): Promise<ImportDto> {
    await this.imports.lock(await this.service.getOwn(id));
    // Only now: who held the lock may have taken back this very import.
    const stored = await this.service.getOwn(id);
    if (stored.state === 'undone') return this.service.shown(stored);
    if (stored.state !== 'done') {
      throw new Problem(409, 'import_not_done', 'Diese Datei ist noch nicht eingelesen.');
    }
    const kind = this.kinds.get(stored.kind);
    await this.assertFree(id, kind);
    const changes = await this.writer.listChanges(id);
    await this.takeBack(id, kind, changes);
    await this.record(id, kind, changes);
    await this.imports.markUndone(id);
    return this.service.get(id);
  }

  /** @throws Problem 409 that names the first obstacle */
  private async assertFree(id: string, kind: ImportKind): Promise<void> {
    const obstacle = await kind.findObstacle(id);
    if (obstacle) throw built(obstacle);
    const changed = await this.writer.findChangedSince(kind, id);
    if (changed) {
      throw built(
        changed.name === null
          ? 'Etwas davon gibt es nicht mehr'
          : `„${changed.name}“ wurde inzwischen geändert`,
      );
    }
  }

  private async takeBack(id: string, kind: ImportKind, changes: StoredChange[]): Promise<void> {
    const patches = changes
      .filter(({ created }) => !created)
      .map(({ before, ...change }) => ({ ...change, values: before }));
    try {
      const removed = await this.writer.removeCreated(kind, id);
      const restored = await this.writer.patch(kind, patches);
      if (removed + restored !== changes.length) throw built('Etwas davon wurde gerade eben geändert');
    } catch (error) {
      // What the person may not see, such as an educator's activities, and what came between looking and deleting.
      if ((error as { code?: string }).code === FOREIGN_KEY_VIOLATION) {
        throw built('Darauf bauen inzwischen andere Einträge auf');
      }
      throw error;
    }
  }

  private async record(importId: string, { object }: ImportKind, changes: StoredChange[]): Promise<void> {
    await this.audit.recordAll(
      changes.map(({ id: objectId, institutionId, created, before }) => ({
        action: `${object}.${created ? 'remove' : 'update'}`,
        objectType: object,
        ...{ objectId, institutionId, fields: Object.keys(before) },
      })),
    );
    // Last, because everybody's reference data share this chain.
    await this.audit.record({ action: 'import.undo', objectType: 'import', objectId: importId });
  }
}

function built(obstacle: string): Problem {
  return new Problem(409, 'import_built_upon', `${obstacle}. Der Import lässt sich nicht mehr zurücknehmen.`);
}
