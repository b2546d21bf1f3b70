import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { countStatement, eraseStatement, type RowRule } from './retention-rule.js';
import type { RetentionTask, TownCount } from './retention-task.js';
import { ROW_RULES } from './row-rules.js';

/** The rules about rows, as tasks. */
@Injectable()
export class RowTasks {
  constructor(private readonly database: Database) {}

  get all(): RetentionTask[] {
    return ROW_RULES.map((rule) => this.taskOf(rule));
  }

  private taskOf(rule: RowRule): RetentionTask {
    return {
      code: rule.code,
      children: rule.children ?? false,
      count: (day) => this.database.query<TownCount>(countStatement(rule), [day]),
      erase: async (day, atMost) => {
        // Only activities ask for it: their sums go on containing them.
        await this.database.query(`select set_config('app.erasing', 'on', true)`);
        return (await this.database.query(eraseStatement(rule), [day, atMost])).length;
      },
    };
  }
}
