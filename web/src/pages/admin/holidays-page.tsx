import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { SchoolHoliday } from '../../api/types';
import { HolidayForm } from '../../features/calendar/holiday-form';
import { holidaysQuery, removeHoliday, yearsWithout } from '../../features/calendar/holidays';
import { DownloadMenu } from '../../features/overview/download-menu';
import { hasRole, useSession } from '../../features/session/session';
import { SchoolYearSelect, useSchoolYear } from '../../features/overview/school-year-select';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { BackLink } from '../../ui/back-link';
import { ConfirmButton } from '../../ui/confirm-button';
import { type Column, DataTable } from '../../ui/data-table';
import { DialogButton } from '../../ui/dialog-button';
import { formatDate, formatSchoolYear, schoolYearOf } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';

const words = texts.holidays;

/** Municipalities of other states cannot be chosen yet (see the form of a municipality). */
const STATE = 'NW';

/** The school holidays by which quiet houses are counted. */
export function HolidaysPage() {
  const editable = hasRole(useSession(), 'administrator');
  const holidays = useQuery(holidaysQuery(STATE));
  const back = editable
    ? { href: '/verwaltung', label: texts.admin.title }
    : { href: '/einrichtungen', label: texts.institutions.list.title };
  return (
    <div>
      <BackLink href={back.href}>{back.label}</BackLink>
      <PageHeader title={words.title} intro={words.intro} />
      <QueryView query={holidays}>
        {(listed) => (
          <Stack gap="md">
            <MissingYears holidays={listed} />
            <YearPanel holidays={listed} editable={editable} />
          </Stack>
        )}
      </QueryView>
    </div>
  );
}

/** Of this year and the next, which somebody has to plan for. */
function MissingYears({ holidays }: { holidays: readonly SchoolHoliday[] }) {
  const { schoolYear } = useSession();
  const chosen = useSchoolYear();
  const years = [...new Set([schoolYear, schoolYear + 1, chosen])].sort((a, b) => a - b);
  return yearsWithout(holidays, years).map((year) => (
    <Alert
      key={year}
      color="sonne"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={words.missing(formatSchoolYear(year))}
    >
      {words.missingText}
    </Alert>
  ));
}

interface YearPanelProps {
  holidays: readonly SchoolHoliday[];
  editable: boolean;
}

const columns: readonly Column<SchoolHoliday>[] = [
  { key: 'name', header: words.name, primary: true, render: ({ name }) => name },
  {
    key: 'when',
    header: words.when,
    render: ({ firstDay, lastDay }) => texts.closingDays.range(formatDate(firstDay), formatDate(lastDay)),
  },
  { key: 'source', header: words.source, render: ({ source }) => source },
];

function YearPanel({ holidays, editable }: YearPanelProps) {
  const year = useSchoolYear();
  const listed = holidays.filter(({ firstDay }) => schoolYearOf(firstDay) === year);
  const state = texts.terms.state[STATE];
  const actions: Column<SchoolHoliday> = {
    key: 'actions',
    header: words.actions,
    actions: true,
    render: (holiday) => <Actions holiday={holiday} />,
  };
  return (
    <Panel
      title={`${state} ${formatSchoolYear(year)}`}
      action={
        editable && (
          <DialogButton label={words.add} title={words.addTitle(state)}>
            {(close) => <HolidayForm state={STATE} holiday={null} onSaved={close} />}
          </DialogButton>
        )
      }
    >
      <Group mb="md" justify="space-between" align="flex-end" gap="sm">
        <SchoolYearSelect withNext />
        <DownloadMenu of="school-holidays" filter={{ state: STATE, schoolYear: year }} />
      </Group>
      {listed.length === 0 ? (
        <Text c="dimmed">{words.empty(formatSchoolYear(year))}</Text>
      ) : (
        <DataTable
          caption={words.title}
          columns={editable ? [...columns, actions] : columns}
          rows={listed}
          rowKey={({ id }) => id}
        />
      )}
    </Panel>
  );
}

function Actions({ holiday }: { holiday: SchoolHoliday }) {
  const queries = useQueryClient();
  const { name, firstDay, state } = holiday;
  const day = formatDate(firstDay);
  const look = { size: 'compact-sm', mih: 40 } as const;
  return (
    <Group gap={4} display="inline-flex" wrap="nowrap">
      <DialogButton
        label={texts.common.edit}
        ariaLabel={words.editLabel(name, day)}
        title={words.editTitle}
        variant="subtle"
        {...look}
      >
        {(close) => <HolidayForm state={state} holiday={holiday} onSaved={close} />}
      </DialogButton>
      <ConfirmButton
        label={texts.common.remove}
        ariaLabel={words.removeLabel(name, day)}
        question={words.removeQuestion(name)}
        text={words.removeText}
        confirmLabel={texts.common.remove}
        onConfirm={() =>
          removeHoliday(holiday)
            .then(() => queries.invalidateQueries(holidaysQuery(state)))
            .then(() => announce(words.removed(name)))
        }
        {...look}
      />
    </Group>
  );
}
