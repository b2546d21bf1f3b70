import { Module } from '@nestjs/common';
import { NormsModule } from '../norms/norms.module.js';
import { ScoreKeeper } from './score-keeper.js';
import { ScoreRepository } from './score.repository.js';

/** For whatever changes what a score follows from. */
@Module({
  imports: [NormsModule],
  providers: [ScoreRepository, ScoreKeeper],
  exports: [ScoreKeeper],
})
export class ScoresModule {}
