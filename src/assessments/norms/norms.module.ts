import { Module } from '@nestjs/common';
import { NormRepository } from './norm.repository.js';
import { Scoring } from './scoring.js';

@Module({
  providers: [NormRepository, Scoring],
  exports: [Scoring],
})
export class NormsModule {}
