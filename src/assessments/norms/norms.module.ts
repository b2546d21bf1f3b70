import { Module } from '@nestjs/common';
import { BatteriesModule } from '../batteries/batteries.module.js';
import { NormCalculator } from './calculator.service.js';
import { NormChoiceController } from './norm-choice.controller.js';
import { NormChoiceRepository } from './norm-choice.repository.js';
import { NormChoiceService } from './norm-choice.service.js';
import { NormSetController } from './norm-set.controller.js';
import { NormSetRepository } from './norm-set.repository.js';
import { NormSetService } from './norm-set.service.js';
import { NormRepository } from './norm.repository.js';
import { RescoringRepository } from './rescoring.repository.js';
import { Rescoring } from './rescoring.js';
import { ScoreRunController } from './score-run.controller.js';
import { ScoreRunRepository } from './score-run.repository.js';
import { ScoreRunService } from './score-run.service.js';
import { Scoring } from './scoring.js';

@Module({
  imports: [BatteriesModule],
  controllers: [NormSetController, NormChoiceController, ScoreRunController],
  providers: [
    NormRepository,
    Scoring,
    NormSetRepository,
    NormSetService,
    NormCalculator,
    NormChoiceRepository,
    NormChoiceService,
    RescoringRepository,
    Rescoring,
    ScoreRunRepository,
    ScoreRunService,
  ],
  exports: [Scoring],
})
export class NormsModule {}
