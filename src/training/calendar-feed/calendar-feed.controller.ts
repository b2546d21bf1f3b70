import { Controller, Delete, Get, Header, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Access, OwnDevice, OwnTransaction, Public } from '../../access/access.decorators.js';
import { type ActorRequest, workOf } from '../../access/request.js';
import { CalendarFeedDto, NewCalendarFeedDto } from './calendar-feed.dto.js';
import { CalendarFeedService } from './calendar-feed.service.js';

@ApiTags('calendar')
@Controller()
export class CalendarFeedController {
  constructor(private readonly feeds: CalendarFeedService) {}

  /** Whether one's own dates can be subscribed to. */
  @Get('calendar-feed')
  @Access()
  @OwnDevice()
  get(): Promise<CalendarFeedDto> {
    return this.feeds.get();
  }

  /** Make the secret address of one's own dates, or a new one: the one before is good no longer. It is shown only in this answer. */
  @Post('calendar-feed')
  @HttpCode(200)
  @Access('educator', 'institution_lead', 'coach', 'coordinator')
  @OwnDevice()
  renew(): Promise<NewCalendarFeedDto> {
    return this.feeds.renew();
  }

  /** Give up the address. */
  @Delete('calendar-feed')
  @Access()
  @HttpCode(204)
  remove(): Promise<void> {
    return this.feeds.remove();
  }

  /** The dates as iCalendar; `id` is the secret with `.ics` behind it. */
  @Get('calendar/:id')
  @Public()
  @OwnTransaction()
  @ApiProduces('text/calendar; charset=utf-8')
  @ApiOkResponse({ description: 'The calendar', schema: { type: 'string' } })
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Content-Disposition', 'inline; filename="olympia-ruft.ics"')
  read(@Param('id') id: string, @Req() request: ActorRequest): Promise<string> {
    return this.feeds.read(id, workOf(request));
  }
}
