import { Injectable } from '@nestjs/common';
import { OwnPassword } from '../../access/passwords/own-password.js';
import { asSystem, type WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { Problem } from '../../kernel/problem/problem.js';
import { StaffMemberService } from '../../training/staff/staff-member.service.js';
import { Erasing } from './erasing.js';
import { ErasurePreviews } from './erasure-previews.js';
import type { EraseDto, ErasurePreviewDto } from './erasure.dto.js';
import { cannotErase, notEditable } from './erasure.problems.js';

/** Erasing a record of the staff by request (Art. 17), by who looks after it. Cannot be taken back. */
@Injectable()
export class StaffErasureService {
  constructor(
    private readonly database: Database,
    private readonly members: StaffMemberService,
    private readonly password: OwnPassword,
    private readonly previews: ErasurePreviews,
    private readonly erasing: Erasing,
  ) {}

  /** @throws Problem 404, 403 where somebody else keeps the record */
  async preview(id: string, work: WorkContext): Promise<ErasurePreviewDto> {
    await this.assertKeeps(id, work);
    const preview = await this.database.run(asSystem(work), () => this.previews.ofStaff(id));
    if (!preview) throw Problem.notFound();
    return preview;
  }

  /** @throws Problem 404, 403, 409 while a training is to come, 422 or 429 for a wrong password */
  async erase(id: string, { password }: EraseDto, work: WorkContext): Promise<void> {
    await this.preview(id, work);
    await this.password.assert(password, work);
    await this.database.run(asSystem(work), async () => {
      const [member] = await this.database.query<{ id: string; institutionId: string }>(
        'select s.id, s.institution_id as "institutionId" from staff_members s where s.id = $1 and s.erased_at is null for update',
        [id],
      );
      if (!member) throw Problem.notFound();
      const obstacle = await this.previews.obstacle(id);
      if (obstacle !== null) throw cannotErase(obstacle);
      await this.erasing.eraseStaff([member], 'requested');
    });
  }

  private async assertKeeps(id: string, work: WorkContext): Promise<void> {
    const { editable } = await this.database.run(work, () => this.members.get(id));
    if (!editable) throw notEditable();
  }
}
