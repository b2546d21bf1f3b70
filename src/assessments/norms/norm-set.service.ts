import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { contentDigest, createOnce } from '../../database/records.js';
import type { Created } from '../../kernel/http/created.js';
import { Problem } from '../../kernel/problem/problem.js';
import { curveOfPoints } from './curves.js';
import { type NormFile, readNormFile, UnreadableNorms } from './norm-file.js';
import type { NormTask } from './norm-row.js';
import type { CreateNormSetDto, CurveDto, NormPreviewDto, NormSetDto } from './norm-set.dto.js';
import { NormSetRepository } from './norm-set.repository.js';

const FAULTS_SHOWN = 100;

/** Sets of norms: read by everybody, read in from files by administrators, never changed. */
@Injectable()
export class NormSetService {
  constructor(
    private readonly normSets: NormSetRepository,
    private readonly audit: Audit,
  ) {}

  list(): Promise<NormSetDto[]> {
    return this.normSets.list();
  }

  /** @throws Problem 404 */
  async get(id: string): Promise<NormSetDto> {
    const set = await this.normSets.find(id);
    if (!set) throw Problem.notFound();
    return set;
  }

  /** What is in a file and what is wrong with it; writes nothing. @throws Problem 422 if it is no file of norms */
  async preview(csv: string): Promise<NormPreviewDto> {
    const tasks = await this.normSets.tasks();
    const { rows, faults, ignored, curves } = fileIn(csv, tasks);
    return {
      ...{ rows, ignored, faultCount: faults.length, faults: faults.slice(0, FAULTS_SHOWN) },
      curves: curves.map(({ itemCode, sex, points }) => shownCurve(tasks, itemCode, sex, points)),
    };
  }

  /** Takes a file without faults as the next version of its code. @throws Problem 422 */
  async create(wanted: CreateNormSetDto): Promise<Created<NormSetDto>> {
    const tasks = await this.normSets.tasks();
    const { curves, faults } = fileIn(wanted.csv, tasks);
    if (faults[0]) throw faulty(faults[0], faults.length);
    const id = wanted.id ?? uuidv7();
    const digest = contentDigest(wanted);
    const outcome = await createOnce({
      digest,
      insert: () => this.normSets.insert(id, wanted, tasks, curves, digest),
      stored: async () => {
        const record = await this.normSets.find(id);
        return record && { record, digest: await this.normSets.findDigest(id) };
      },
    });
    if (outcome.created) {
      const fields = Object.keys(wanted);
      await this.audit.record({
        ...{ action: 'norm_set.create', objectType: 'norm_set' },
        ...{ objectId: id, fields },
      });
    }
    return outcome;
  }
}

function fileIn(csv: string, tasks: readonly NormTask[]): NormFile {
  try {
    return readNormFile(csv, tasks);
  } catch (error) {
    if (error instanceof UnreadableNorms) throw Problem.invalid('csv', `Datei: ${error.message}`);
    throw error;
  }
}

function faulty({ row, column, expected }: NormFile['faults'][number], count: number): Problem {
  const first = `Zeile ${row}, Spalte ${column}: erwartet wird ${expected}.`;
  const more = count > 1 ? ` Insgesamt sind es ${count} Stellen.` : '';
  return Problem.invalid('csv', `Datei: ${first}${more}`);
}

function shownCurve(
  tasks: readonly NormTask[],
  itemCode: string,
  sex: string,
  points: NormFile['curves'][number]['points'],
): CurveDto {
  const task = tasks.find(({ code }) => code === itemCode);
  return {
    ...{ itemCode, itemTitle: task?.title ?? itemCode, sex },
    ...{ unit: task?.unit ?? '', direction: task?.better ?? '', points: curveOfPoints(points) },
  };
}
