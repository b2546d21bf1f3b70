import { Injectable, type PipeTransform } from '@nestjs/common';
import { Problem } from '../../kernel/problem/problem.js';
import type { FileType } from './export.service.js';

/** The end of a file's address; another one is no address. */
@Injectable()
export class FileTypePipe implements PipeTransform<string, FileType> {
  transform(value: string): FileType {
    if (value !== 'csv' && value !== 'xlsx') throw Problem.notFound();
    return value;
  }
}
