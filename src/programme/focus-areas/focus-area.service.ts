import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { assertUnchanged } from '../../database/records.js';
import { Problem } from '../../kernel/problem/problem.js';
import type { FocusAreaDto, UpdateFocusAreaDto } from './focus-area.dto.js';
import { FocusAreaRepository } from './focus-area.repository.js';

/** The five official focus areas. There are no more and no fewer; only their titles change. */
@Injectable()
export class FocusAreaService {
  constructor(
    private readonly focusAreas: FocusAreaRepository,
    private readonly audit: Audit,
  ) {}

  list(): Promise<FocusAreaDto[]> {
    return this.focusAreas.list();
  }

  async update(id: string, version: number, changes: UpdateFocusAreaDto): Promise<FocusAreaDto> {
    await this.get(id);
    await assertUnchanged(await this.focusAreas.update(id, version, changes), () => this.get(id));
    const fields = Object.keys(changes);
    await this.audit.record({ action: 'focus_area.update', objectType: 'focus_area', objectId: id, fields });
    return this.get(id);
  }

  private async get(id: string): Promise<FocusAreaDto> {
    const focusArea = await this.focusAreas.find(id);
    if (!focusArea) throw Problem.notFound();
    return focusArea;
  }
}
