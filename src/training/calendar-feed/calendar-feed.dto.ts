/** Whether the person's calendar address is in use; the address itself is shown only when it is made. */
export class CalendarFeedDto {
  active: boolean;
  createdAt: string | null;
  /** When a calendar last fetched it. */
  lastUsedAt: string | null;
}

export class NewCalendarFeedDto extends CalendarFeedDto {
  /** Shown this once. */
  link: string;
}
