import { Button, SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { CoachDesk } from '../../api/types';
import { DeskDates } from '../../features/advice/desk-dates';
import { LongestWithout, MyHouses } from '../../features/advice/desk-houses';
import { DeskSteps } from '../../features/advice/desk-steps';
import { deskQuery } from '../../features/advice/queries';
import { useSession } from '../../features/session/session';
import { texts } from '../../texts/de';
import { formatDate, formatDayMonth, formatWeekday } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';

const words = texts.advice;

/** Where a coach begins the day: what is due, what is to come, who has waited longest. */
export function CoachDeskPage() {
  const { today } = useSession();
  const desk = useQuery(deskQuery);
  return (
    <div>
      <PageHeader
        title={words.title}
        intro={words.intro(`${formatWeekday(today)}, ${formatDate(today)}`)}
        action={
          <Button component={Link} href="/beratungen" variant="default" size="sm">
            {words.all}
          </Button>
        }
      />
      <QueryView query={desk}>
        {(all) =>
          all.houses.length === 0 ? (
            <Empty title={words.noHousesTitle}>{words.noHousesText}</Empty>
          ) : (
            <Desk desk={all} today={today} />
          )
        }
      </QueryView>
    </div>
  );
}

function Desk({ desk, today }: { desk: CoachDesk; today: string }) {
  const { week, unreported, nextSteps, houses } = desk;
  const ahead = week.dates.filter(({ day }) => day >= today);
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Stack gap="md">
          <DeskDates
            title={words.week(formatDayMonth(week.from), formatDayMonth(week.to))}
            empty={words.weekEmpty}
            dates={ahead}
          />
          {unreported.length > 0 && (
            <DeskDates title={words.unreported} hint={words.unreportedHint} empty="" dates={unreported} />
          )}
          <LongestWithout houses={houses} />
        </Stack>
        <DeskSteps steps={nextSteps} />
      </SimpleGrid>
      <MyHouses houses={houses} />
    </Stack>
  );
}
