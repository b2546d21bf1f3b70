import { Injectable, type StreamableFile } from '@nestjs/common';
import { type ActorRequest, type FastifyReply, workOf } from '../../access/request.js';
import type { FileType } from '../exports/export.service.js';
import { sendDownload } from '../exports/send-download.js';
import { ListExportService, type ListFile, type QueryOf } from './list-export.service.js';

/** How the controllers of this room answer a list as a file; decorated so that they inherit what it is given. */
@Injectable()
export abstract class ListAnswers {
  constructor(private readonly lists: ListExportService) {}

  protected async send<F extends ListFile>(
    file: F,
    type: FileType,
    query: QueryOf<F>,
    request: ActorRequest,
    reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendDownload(await this.lists.open(workOf(request), file, type, query), reply);
  }
}
