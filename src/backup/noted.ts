import { v7 as uuidv7 } from 'uuid';
import { INSTALLATION_CHAIN } from '../audit/audit.js';
import type { DatabaseAddress } from '../config/settings.js';
import { BEGIN_RUN, END_RUN, type RunFigures } from '../jobs/maintenance-runs.js';
import { asSystem } from './sessions.js';

/** A command's run in the list of runs (the application's own are noted by MaintenanceRuns). */
export interface NotedRun {
  end(outcome: 'ok' | 'failed', figures: RunFigures): Promise<void>;
}

/** SQLSTATE undefined_table. */
const NO_TABLE = '42P01';
const UNNOTED: NotedRun = { end: () => Promise.resolve() };

/**
 * Notes that a run has begun, so that one that is killed is seen as one that never ended. An older schema that has no list yet, such as that of
 * a backup before an update, is no reason not to run. @param action for the trail, at its good end
 */
export async function beginRun(runtime: DatabaseAddress, kind: string, action?: string): Promise<NotedRun> {
  const id = uuidv7();
  try {
    await asSystem(runtime, (client) => client.query(BEGIN_RUN, [id, kind]));
  } catch (error) {
    if ((error as { code?: string }).code === NO_TABLE) return UNNOTED;
    throw error;
  }
  const end: NotedRun['end'] = async (outcome, figures) => {
    await asSystem(runtime, async (client) => {
      await client.query(END_RUN, [id, outcome, JSON.stringify(figures)]);
      if (!action || outcome !== 'ok') return;
      await client.query(
        `insert into audit_events (chain, action, object_type, object_id) values ($1, $2, 'installation', $3)`,
        [INSTALLATION_CHAIN, action, id],
      );
    });
  };
  return { end };
}

/** Notes a run that failed where nothing could be noted before. The database may have no table for it, or be away: then nobody hears. */
export async function noteFailure(runtime: DatabaseAddress, kind: string): Promise<void> {
  await beginRun(runtime, kind)
    .then((run) => run.end('failed', {}))
    .catch(() => undefined);
}
