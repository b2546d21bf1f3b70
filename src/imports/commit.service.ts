import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import type { WorkContext } from '../database/actor.js';
import { Database } from '../database/database.js';
import { assertUnchanged } from '../database/records.js';
import { Problem } from '../kernel/problem/problem.js';
import type { ImportDto } from './import.dto.js';
import type { ImportKind } from './import-kind.js';
import { ImportKinds } from './import-kinds.js';
import { ImportRepository, type StoredImport } from './import.repository.js';
import { ImportService } from './import.service.js';
import { isAsShown, type Outcome, type RecordWrite, totalsOf } from './reading/outcome.js';
import { RecordWriter } from './record-writer.js';

interface CommitOrder {
  version: number;
  onlyGood: boolean;
}

/** Writes what the preview showed: all of it or nothing, and only if it still is what would happen. */
@Injectable()
export class CommitService {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportRepository,
    private readonly service: ImportService,
    private readonly kinds: ImportKinds,
    private readonly writer: RecordWriter,
    private readonly audit: Audit,
  ) {}

  /** Opens its transaction itself: a preview that was out of date is renewed and kept, although the commit is refused. */
  async commit(context: WorkContext, id: string, order: CommitOrder): Promise<ImportDto> {
    const done = await this.database.run(context, () => this.tryCommit(id, order));
    if (done) return done;
    throw new Problem(
      409,
      'preview_outdated',
      'Inzwischen hat sich etwas geändert. Die Vorschau ist erneuert; bitte sehen Sie sie noch einmal an.',
    );
  }

  /** @returns null when the preview was out of date and has been renewed */
  private async tryCommit(id: string, { version, onlyGood }: CommitOrder): Promise<ImportDto | null> {
    await this.imports.lock(await this.service.getOwn(id));
    // Only now: who held the lock may have written this very import.
    const stored = await this.service.getOwn(id);
    if (stored.state === 'done') return this.service.shown(stored);
    assertNotUndone(stored);
    await assertUnchanged(stored.version === version, () => this.service.get(id));
    const kind = this.kinds.get(stored.kind);
    const rows = await this.imports.listRows(id);
    const outcomes = await kind.analyse({ ...stored, rows, lock: true });
    if (!(await this.isAsPreviewed(id, outcomes))) {
      const renewed = await this.imports.update(id, version, stored.columns, totalsOf(outcomes));
      await assertUnchanged(renewed, () => this.service.get(id));
      await this.imports.saveRows(id, rows, outcomes);
      return null;
    }
    assertGood(totalsOf(outcomes).wrong, onlyGood);
    await this.write(stored, kind, outcomes);
    return this.service.get(id);
  }

  // What has become true by itself needs no second look.
  private async isAsPreviewed(id: string, outcomes: Outcome[]): Promise<boolean> {
    const shown = new Map((await this.imports.listPreviews(id)).map((row) => [row.number, row]));
    return outcomes.every((now) => now.status === 'unchanged' || isAsShown(now, shown.get(now.number)));
  }

  private async write(stored: StoredImport, kind: ImportKind, outcomes: Outcome[]): Promise<void> {
    const { id } = stored;
    const writes = outcomes.map(({ write }) => write).filter((write) => write !== null);
    await this.writer.insert(
      kind,
      writes.filter(({ version }) => version === null),
    );
    await this.writer.patch(kind, writes.filter(isPatch));
    await this.writer.remember(id, writes);
    await this.record(id, kind, writes);
    const totals = totalsOf(outcomes);
    const { new: created, changed, unchanged, wrong: skipped } = totals;
    const result = { created, changed, unchanged, skipped };
    // The columns may have been assigned anew in another window, meanwhile.
    await assertUnchanged(await this.imports.markDone(stored, totals, result), () => this.service.get(id));
  }

  private async record(importId: string, { object }: ImportKind, writes: RecordWrite[]): Promise<void> {
    await this.audit.recordAll(
      writes.map(({ id: objectId, institutionId, version, fields }) => ({
        action: `${object}.${version === null ? 'create' : 'update'}`,
        objectType: object,
        ...{ objectId, institutionId, fields },
      })),
    );
    // Last, because everybody's reference data share this chain.
    await this.audit.record({ action: 'import.commit', objectType: 'import', objectId: importId });
  }
}

function isPatch(write: RecordWrite): write is RecordWrite & { version: number } {
  return write.version !== null;
}

function assertNotUndone({ state }: StoredImport): void {
  if (state !== 'undone') return;
  throw new Problem(
    409,
    'import_undone',
    'Dieser Import wurde zurückgenommen. Bitte laden Sie die Datei neu hoch.',
  );
}

/** @throws Problem 409 with the number of wrong rows, unless they are to be left out */
function assertGood(wrong: number, onlyGood: boolean): void {
  if (wrong === 0 || onlyGood) return;
  const rows = wrong === 1 ? 'Eine Zeile ist falsch' : `${wrong} Zeilen sind falsch`;
  throw new Problem(
    409,
    'rows_wrong',
    `${rows}. Es wurde nichts gespeichert. Bitte die Datei verbessern oder nur die richtigen Zeilen einlesen.`,
  );
}
