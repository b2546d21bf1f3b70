import { Button, Group, Skeleton, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { texts } from '../../../texts/de';
import { formatInteger } from '../../../ui/format';
import { Panel } from '../../../ui/panel';
import { QueryView } from '../../../ui/query-view';
import { useAddress } from '../../../ui/use-address';
import { useIsPaper } from '../../../ui/use-is-paper';
import { useIsPhone } from '../../../ui/use-is-phone';
import { useCityFilter } from '../../institutions/city-filter';
import classes from './attention.module.css';
import { BookingRow } from './booking-row';
import { type Attention, attentionQuery } from './queries';
import { AllQuiet, QuietRow } from './quiet-row';
import { StepRow } from './step-row';
import { TrainingRow } from './training-row';

const words = texts.attention;
const param = 'ansteht';

/** What somebody should see to now: four lists, each with what to do beside its entries. As of today, whatever year the page shows. */
export function AttentionPanel() {
  const query = useQuery(attentionQuery(useCityFilter()));
  return (
    <Panel title={words.title}>
      <QueryView query={query} loading={<Skeleton className={classes.loading} radius="md" />}>
        {(attention) => <Lists attention={attention} />}
      </QueryView>
    </Panel>
  );
}

/** So many at once, fewer on a phone: a list that one sees to the end of. */
const AT_ONCE = { phone: 3, desktop: 5 };

interface Matter {
  /** In the address. */
  key: string;
  name: string;
  count: number;
  /** Which ones are listed, in a sentence. */
  intro: string;
  none: string;
  rows: readonly ReactNode[];
  /** The way to all of them, where there is a list. */
  all?: ReactNode;
}

function Lists({ attention }: { attention: Attention }) {
  const address = useAddress();
  const matters = mattersOf(attention);
  const asked = matters.find(({ key }) => key === address.get(param));
  const open = asked ?? matters.find(({ count }) => count > 0) ?? matters[0];
  const choose = (key: string | null) => address.set({ [param]: key }, { replace: true });
  return (
    <Tabs unstyled value={open?.key ?? null} onChange={choose}>
      <Tabs.List className={classes.tabs} aria-label={words.title}>
        {matters.map(({ key, name, count }) => (
          <Tabs.Tab key={key} value={key} className={classes.tab}>
            <span className={classes.count}>{formatInteger(count)}</span>{' '}
            <span className={classes.name}>{name}</span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {matters.map((matter) => (
        <Tabs.Panel key={matter.key} value={matter.key}>
          {matter === open && <MatterList matter={matter} />}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

function MatterList({ matter: { count, intro, none, rows, all } }: { matter: Matter }) {
  const [asked, setAsked] = useState(false);
  const whole = useIsPaper() || asked;
  const atOnce = AT_ONCE[useIsPhone() ? 'phone' : 'desktop'];
  if (count === 0) return <Text c="dimmed">{none}</Text>;
  const hidden = whole ? 0 : Math.max(0, rows.length - atOnce);
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {intro}
        {rows.length < count && ` ${words.first(formatInteger(rows.length))}`}
      </Text>
      <ul className={classes.list}>{rows.slice(0, rows.length - hidden)}</ul>
      <Group gap="lg" className="no-print">
        {hidden > 0 && (
          <Button variant="subtle" size="compact-sm" mih={32} ml={-10} onClick={() => setAsked(true)}>
            {words.further(hidden)}
          </Button>
        )}
        {all}
      </Group>
    </>
  );
}

function mattersOf({ quiet, steps, bookings, trainings }: Attention): Matter[] {
  return [
    {
      ...{ key: 'still', ...words.quiet, intro: words.quiet.intro(quiet.sinceSchoolDays) },
      count: quiet.count,
      rows: quiet.items.map((house) => <QuietRow key={house.institutionId} house={house} />),
      all: quiet.count > quiet.items.length && <AllQuiet count={quiet.count} />,
    },
    {
      ...{ key: 'schritte', ...words.steps, count: steps.count },
      rows: steps.items.map((step) => <StepRow key={step.id} step={step} />),
    },
    {
      ...{ key: 'module', ...words.bookings, intro: words.bookings.intro(bookings.wishDays) },
      count: bookings.count,
      rows: bookings.items.map((booking) => <BookingRow key={booking.id} booking={booking} />),
    },
    {
      ...{ key: 'fortbildungen', ...words.trainings, intro: words.trainings.intro(trainings.withinDays) },
      count: trainings.count,
      rows: trainings.items.map((training) => <TrainingRow key={training.id} training={training} />),
    },
  ];
}
