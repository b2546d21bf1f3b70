import { Alert, Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconChartBar, IconChecks, IconKeyboard, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useParams } from 'wouter';
import { PrepareTestDay } from '../../features/device/prepare-panels';
import { useSession } from '../../features/session/session';
import { progressOf } from '../../features/test-days/cell-state';
import { Matrix } from '../../features/test-days/matrix';
import {
  removeTestDay,
  type Sheet,
  sheetQuery,
  type TestDay,
  useTestDaysChanged,
} from '../../features/test-days/queries';
import { ReleasePanel } from '../../features/test-days/release-panel';
import type { SheetOrCopy } from '../../features/test-days/sheet-copy';
import { Stations } from '../../features/test-days/stations';
import { dayTitle } from '../../features/test-days/waves';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { BackLink } from '../../ui/back-link';
import { ConfirmButton } from '../../ui/confirm-button';
import { formatDate, formatInstantDate } from '../../ui/format';
import { NetworkMark } from '../../ui/needs-network';
import { PageHeader } from '../../ui/page-header';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';

const words = texts.testDays;

/** One test day: how far it is, and all ways on from here. */
export function TestDayPage() {
  const { id = '' } = useParams();
  const sheet = useQuery(sheetQuery(id));
  return (
    <div>
      <BackLink href="/testtage">{words.day.back}</BackLink>
      <QueryView query={sheet}>{(data) => <Day sheet={data} />}</QueryView>
    </div>
  );
}

function Day({ sheet }: { sheet: SheetOrCopy }) {
  const { testDay, children } = sheet;
  const { today } = useSession();
  const isOpen = testDay.state === 'planned';
  const takesEntries = testDay.origin === 'own' && !testDay.needsRelease && testDay.heldOn <= today;
  return (
    <Stack gap="lg">
      <PageHeader
        title={dayTitle(testDay)}
        intro={<Intro day={testDay} />}
        action={isOpen && testDay.editable && <PlanActions day={testDay} />}
      />
      <Notes day={testDay} />
      {children.length === 0 ? (
        <Empty
          title={words.day.noChildrenTitle}
          action={
            <Button component={Link} href="/kinder">
              {words.day.toChildren}
            </Button>
          }
        >
          {words.day.noChildrenText}
        </Empty>
      ) : (
        <>
          <Panel title={words.day.stations}>
            <Text size="sm" c="dimmed" mb="xs">
              {words.day.stationsHint}
            </Text>
            <Stations sheet={sheet} open={takesEntries} />
          </Panel>
          {isOpen && testDay.origin === 'own' && <PrepareTestDay testDayId={testDay.id} />}
          <Panel title={words.day.children}>
            {sheet.withoutResults ? (
              <Text>{texts.device.prepare.withoutResults}</Text>
            ) : (
              <Summary sheet={sheet} />
            )}
            <Matrix sheet={sheet} />
          </Panel>
        </>
      )}
      <WaysOn day={testDay} takesEntries={takesEntries} />
    </Stack>
  );
}

function Intro({ day }: { day: TestDay }) {
  return (
    <Group gap="xs">
      <span>
        {[day.institutionName, ...day.groups.map(({ name }) => name), day.batteryTitle].join(' · ')}
      </span>
      <Badge variant="light" size="lg" tt="none" color={day.state === 'planned' ? 'wiese' : 'gray'}>
        {words.states[day.state] ?? day.state}
      </Badge>
    </Group>
  );
}

/** What stands in the way, or what has to be known. */
function Notes({ day }: { day: TestDay }) {
  const { today } = useSession();
  const { closedAt, releasedBy, releasedOn } = day;
  return (
    <>
      {day.needsRelease && <ReleasePanel day={day} />}
      {releasedBy !== null && releasedOn !== null && (
        <Text size="sm" c="dimmed">
          {words.day.releasedNote(releasedBy, formatDate(releasedOn))}
        </Text>
      )}
      {day.origin === 'brought' && <Alert color="sonne">{words.day.broughtNote}</Alert>}
      {day.origin === 'own' && closedAt !== null && (
        <Alert color="sonne">{words.day.closedNote(formatInstantDate(closedAt))}</Alert>
      )}
      {day.heldOn > today && <Alert color="sonne">{words.day.aheadNote}</Alert>}
    </>
  );
}

function Summary({ sheet }: { sheet: Sheet }) {
  const { complete, started, untested } = progressOf(sheet);
  const barred = sheet.children.filter(({ hasConsent, left }) => !hasConsent && !left).length;
  return (
    <>
      <Text aria-live="polite">
        {words.day.summary(complete, started, untested)}
        {barred > 0 && ` · ${words.day.withoutConsent(barred)}`}
      </Text>
      <Text size="sm" c="dimmed" mb="sm">
        {words.day.childrenHint}
      </Text>
    </>
  );
}

function PlanActions({ day }: { day: TestDay }) {
  const changed = useTestDaysChanged();
  const [, navigate] = useLocation();
  return (
    <Group gap="sm">
      <Button
        component={Link}
        href={`/testtage/${day.id}/bearbeiten`}
        variant="default"
        rightSection={<NetworkMark />}
      >
        {words.day.edit}
      </Button>
      {day.started === 0 && (
        <ConfirmButton
          size="sm"
          label={words.day.remove}
          question={words.day.removeQuestion}
          text={words.day.removeText}
          confirmLabel={texts.common.remove}
          onConfirm={() =>
            removeTestDay(day).then(() => {
              navigate('/testtage');
              announce(words.day.removed);
              return changed();
            })
          }
        />
      )}
    </Group>
  );
}

function WaysOn({ day, takesEntries }: { day: TestDay; takesEntries: boolean }) {
  const path = `/testtage/${day.id}`;
  return (
    <>
      <Panel title={words.day.paper}>
        <Group gap="sm">
          <Button
            component={Link}
            href={`${path}/boegen`}
            variant="default"
            leftSection={<IconPrinter size={20} aria-hidden />}
            rightSection={<NetworkMark />}
          >
            {words.day.sheets}
          </Button>
          {takesEntries && (
            <Button
              component={Link}
              href={`${path}/erfassen`}
              variant="default"
              leftSection={<IconKeyboard size={20} aria-hidden />}
            >
              {words.day.capture}
            </Button>
          )}
        </Group>
      </Panel>
      <Panel title={words.day.after}>
        <Group gap="sm">
          {takesEntries && day.state === 'planned' && (
            <Button
              component={Link}
              href={`${path}/abschluss`}
              leftSection={<IconChecks size={20} aria-hidden />}
              rightSection={<NetworkMark />}
            >
              {words.day.close}
            </Button>
          )}
          {day.state === 'closed' && (
            <Anchor component={Link} href={`${path}/abschluss`} py={8}>
              {words.closing.gaps}
            </Anchor>
          )}
          <Button
            component={Link}
            href={`${path}/auswertung`}
            variant="default"
            leftSection={<IconChartBar size={20} aria-hidden />}
            rightSection={<NetworkMark />}
          >
            {words.day.results}
          </Button>
        </Group>
      </Panel>
    </>
  );
}
