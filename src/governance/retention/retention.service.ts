import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { asSystem, type WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { DailyJobs } from '../../jobs/daily-jobs.js';
import { addDays, type CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { berlinHour, Clock } from '../../kernel/calendar/clock.js';
import { Problem } from '../../kernel/problem/problem.js';
import { OBJECT_TITLES } from './object-titles.de.js';
import { RETENTION_HOUR, RETENTION_JOB, RETENTION_OBJECT, RetentionRun } from './retention-run.js';
import type { DueDto, ErasedDto, RetentionDto, RetentionRuleDto, RetentionRunDto } from './retention.dto.js';
import { type JournalRow, RetentionRepository, type RunRow } from './retention.repository.js';
import type { RetentionTask } from './retention-task.js';
import { figuresOf, roundedCount } from './rounded-count.js';
import { RULE_WORDS } from './rule-words.de.js';
import { REASONS } from './tables.js';

/** The page about what is kept how long. Administrators see counts only; those about children as statistics show them. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly database: Database,
    private readonly retention: RetentionRun,
    private readonly repository: RetentionRepository,
    private readonly daily: DailyJobs,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Of one moment, which may take a while to count: outside of the request's transaction. */
  async get(work: WorkContext): Promise<RetentionDto> {
    const nextRunOn = this.nextRunOn();
    return this.database.snapshot(asSystem(work), async () => {
      const towns = await this.repository.listTowns();
      const rules: RetentionRuleDto[] = [];
      for (const task of this.retention.tasks) rules.push(await this.ruleOf(task, nextRunOn, towns));
      return {
        ...{ nextRunOn, nextRunHour: RETENTION_HOUR, rules },
        kept: Object.values(REASONS).map(({ title, why }) => ({ title, why })),
        runs: (await this.repository.listRuns()).map(runOf),
        journal: (await this.repository.listJournal()).map(erasedOf),
      };
    });
  }

  /** Has a run begin in the background. @throws Problem 409 while one is under way */
  async run(): Promise<void> {
    if (await this.repository.isRunning()) {
      throw new Problem(
        409,
        'retention_running',
        'Das Löschen läuft gerade schon. Bitte einen Moment warten.',
      );
    }
    await this.daily.now(RETENTION_JOB);
    const about = { action: 'retention.start', objectType: 'retention', objectId: RETENTION_OBJECT };
    await this.audit.record(about);
  }

  /** Today until the hour has come, then tomorrow. */
  private nextRunOn(): CalendarDate {
    const today = this.clock.today();
    return berlinHour(this.clock.now()) < RETENTION_HOUR ? today : addDays(today, 1);
  }

  private async ruleOf(
    task: RetentionTask,
    day: CalendarDate,
    towns: { id: string; name: string }[],
  ): Promise<RetentionRuleDto> {
    const words = RULE_WORDS[task.code];
    if (!words) throw new Error(`no words for the rule ${task.code}`);
    const counts = await task.count(day);
    const due = task.children
      ? towns.map(({ id, name }) => roundedDue(id, name, counts.find((one) => one.id === id)?.count ?? 0))
      : counts.map(({ id, name, count }) => ({
          ...{ municipalityId: id, municipalityName: name, count, upTo: null },
        }));
    return { code: task.code, ...words, rounded: task.children, due };
  }
}

// All municipalities stand there, also those with nothing: that one is named must not tell that it has something.
function roundedDue(municipalityId: string, municipalityName: string, count: number): DueDto {
  return { municipalityId, municipalityName, ...roundedCount(count) };
}

function runOf({ figures, ...run }: RunRow): RetentionRunDto {
  return { ...run, figures: figuresOf(figures) };
}

function erasedOf({ day, objectType, reason, count }: JournalRow): ErasedDto {
  const { title, children } = OBJECT_TITLES[objectType] ?? { title: objectType, children: true };
  const told = children ? roundedCount(count) : { count, upTo: null };
  return { day, objectType, title, reason, ...told };
}
