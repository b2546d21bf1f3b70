import { Injectable, type PipeTransform } from '@nestjs/common';
import { Problem } from '../../kernel/problem/problem.js';
import { REPORT_CODES, type ReportCode } from './reports.js';

/** The name of a report in an address; any other is a page that does not exist. */
@Injectable()
export class ReportCodePipe implements PipeTransform<string, ReportCode> {
  /** @throws Problem 404 */
  transform(value: string): ReportCode {
    const code = REPORT_CODES.find((known) => known === value);
    if (!code) throw Problem.notFound();
    return code;
  }
}
