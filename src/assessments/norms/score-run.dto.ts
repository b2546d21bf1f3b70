import { ApiProperty } from '@nestjs/swagger';

export const SCORE_RUN_STATES = ['waiting', 'running', 'done', 'failed'] as const;
export type ScoreRunState = (typeof SCORE_RUN_STATES)[number];

export class ScoreRunDto {
  id: string;
  batteryId: string;
  batteryTitle: string;
  batteryVersion: number;
  @ApiProperty({ enum: SCORE_RUN_STATES, enumName: 'ScoreRunState' })
  state: ScoreRunState;
  /** Houses that have tested with the battery; null until it has begun. */
  housesTotal: number | null;
  housesDone: number;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

export class ScoreRunListDto {
  items: ScoreRunDto[];
}
