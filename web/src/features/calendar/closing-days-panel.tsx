import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ClosingDay } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { type Column, DataTable } from '../../ui/data-table';
import { DialogButton } from '../../ui/dialog-button';
import { daysBetween, formatDate, formatInteger, formatSchoolYear } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { Skeletons } from '../../ui/states';
import { useHouseChanged } from '../institutions/use-house-changed';
import { DownloadMenu } from '../overview/download-menu';
import { SchoolYearSelect, useSchoolYear } from '../overview/school-year-select';
import { ClosingDayForm } from './closing-day-form';
import { closingDaysQuery, removeClosingDay } from './closing-days';

const words = texts.closingDays;

const columns: readonly Column<ClosingDay>[] = [
  { key: 'reason', header: words.reason, primary: true, render: ({ reason }) => reason },
  {
    key: 'when',
    header: words.when,
    render: ({ firstDay, lastDay }) => words.range(formatDate(firstDay), formatDate(lastDay)),
  },
  {
    key: 'days',
    header: words.days,
    numeric: true,
    render: ({ firstDay, lastDay }) => formatInteger(daysBetween(firstDay, lastDay) + 1),
  },
];

interface ClosingDaysPanelProps {
  institutionId: string;
  /** Where the page is about closing days already, something else. */
  title?: string;
  editable: boolean;
  /** Another panel of the page has the choice of the school year. */
  withoutYear?: boolean;
}

/** When a house is closed in one school year. */
export function ClosingDaysPanel(props: ClosingDaysPanelProps) {
  const { institutionId, title = words.title, editable, withoutYear = false } = props;
  const schoolYear = useSchoolYear();
  const closings = useQuery(closingDaysQuery(institutionId, schoolYear));
  const actions: Column<ClosingDay> = {
    key: 'actions',
    header: words.actions,
    actions: true,
    render: (closing) => <Actions closing={closing} />,
  };
  return (
    <Panel
      title={withoutYear ? `${title} ${formatSchoolYear(schoolYear)}` : title}
      action={
        editable && (
          <DialogButton label={words.add} title={words.addTitle}>
            {(close) => <ClosingDayForm institutionId={institutionId} closing={null} onSaved={close} />}
          </DialogButton>
        )
      }
    >
      <Stack gap="md">
        <Group justify="space-between" align="flex-end" gap="sm">
          {!withoutYear && <SchoolYearSelect withNext />}
          <DownloadMenu of="closing-days" filter={{ institutionId, schoolYear }} />
        </Group>
        <QueryView query={closings} loading={<Skeletons rows={3} height={40} />}>
          {(listed) =>
            listed.length === 0 ? (
              <Text c="dimmed">{words.empty(formatSchoolYear(schoolYear))}</Text>
            ) : (
              <DataTable
                caption={words.title}
                columns={editable ? [...columns, actions] : columns}
                rows={listed}
                rowKey={({ id }) => id}
              />
            )
          }
        </QueryView>
      </Stack>
    </Panel>
  );
}

function Actions({ closing }: { closing: ClosingDay }) {
  const changed = useHouseChanged(closing.institutionId);
  const { reason } = closing;
  const day = formatDate(closing.firstDay);
  const look = { size: 'compact-sm', mih: 40 } as const;
  return (
    <Group gap={4} display="inline-flex" wrap="nowrap">
      <DialogButton
        label={texts.common.edit}
        ariaLabel={words.editLabel(reason, day)}
        title={words.editTitle}
        variant="subtle"
        {...look}
      >
        {(close) => (
          <ClosingDayForm institutionId={closing.institutionId} closing={closing} onSaved={close} />
        )}
      </DialogButton>
      <ConfirmButton
        label={texts.common.remove}
        ariaLabel={words.removeLabel(reason, day)}
        question={words.removeQuestion(reason)}
        text={words.removeText}
        confirmLabel={texts.common.remove}
        onConfirm={() =>
          removeClosingDay(closing)
            .then(changed)
            .then(() => announce(words.removed(reason)))
        }
        {...look}
      />
    </Group>
  );
}
