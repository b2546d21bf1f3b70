import { Group } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Municipality, Target } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { type Column, DataTable } from '../../ui/data-table';
import { DialogButton } from '../../ui/dialog-button';
import { formatInteger, formatSchoolYear } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';
import { DownloadMenu } from '../overview/download-menu';
import { useSession } from '../session/session';
import { removeTarget, targetsQuery } from './queries';
import { TargetForm } from './target-form';

const words = texts.targets;

const numberOf = (value: number | null): string =>
  value === null ? texts.common.none : formatInteger(value);

const number = (
  key: 'institutions' | 'children' | 'weeklyMinutes' | 'teachingUnits' | 'consultations',
  header: string,
): Column<Target> => ({ key, header, numeric: true, render: (target) => numberOf(target[key]) });

const columns: readonly Column<Target>[] = [
  {
    key: 'year',
    header: words.schoolYear,
    primary: true,
    render: ({ schoolYear }) => formatSchoolYear(schoolYear),
  },
  number('institutions', words.institutions),
  number('children', words.children),
  number('weeklyMinutes', words.weekly),
  number('teachingUnits', words.units),
  number('consultations', words.consultations),
];

/** How many years back and ahead somebody may want to set targets for. */
const YEARS = [0, 1, 2, -1, -2, -3];

/** The targets of a municipality, a row for each school year. */
export function TargetsPanel({ municipality: { id, name } }: { municipality: Municipality }) {
  const { schoolYear } = useSession();
  const targets = useQuery(targetsQuery(id));
  const known = new Set((targets.data ?? []).map((target) => target.schoolYear));
  const years = YEARS.map((offset) => schoolYear + offset).filter((year) => !known.has(year));
  const actions: Column<Target> = {
    key: 'actions',
    header: words.actions,
    actions: true,
    render: (target) => <Actions target={target} />,
  };
  const add = (
    <DialogButton label={words.add} title={words.addTitle(name)}>
      {(close) => <TargetForm municipalityId={id} target={null} years={years} onSaved={close} />}
    </DialogButton>
  );
  return (
    <Panel
      title={name}
      action={
        known.size > 0 && (
          <Group gap="sm">
            <DownloadMenu of="targets" filter={{ municipalityId: id }} />
            {years.length > 0 && add}
          </Group>
        )
      }
    >
      <QueryView query={targets}>
        {(listed) =>
          listed.length === 0 ? (
            <Empty title={words.emptyTitle} action={add}>
              {words.emptyText}
            </Empty>
          ) : (
            <DataTable
              caption={words.title}
              columns={[...columns, actions]}
              rows={listed}
              rowKey={(target) => target.id}
            />
          )
        }
      </QueryView>
    </Panel>
  );
}

function Actions({ target }: { target: Target }) {
  const queries = useQueryClient();
  const { municipalityId, schoolYear } = target;
  const year = formatSchoolYear(schoolYear);
  const look = { size: 'compact-sm', mih: 40 } as const;
  return (
    <Group gap={4} display="inline-flex" wrap="nowrap">
      <DialogButton
        label={texts.common.edit}
        ariaLabel={words.editLabel(year)}
        title={words.editTitle(year)}
        variant="subtle"
        {...look}
      >
        {(close) => <TargetForm municipalityId={municipalityId} target={target} years={[]} onSaved={close} />}
      </DialogButton>
      <ConfirmButton
        label={texts.common.remove}
        ariaLabel={words.removeLabel(year)}
        question={words.removeQuestion(year)}
        text={words.removeText}
        confirmLabel={texts.common.remove}
        onConfirm={() =>
          removeTarget(target)
            .then(() => queries.invalidateQueries(targetsQuery(municipalityId)))
            .then(() => announce(words.removed(year)))
        }
        {...look}
      />
    </Group>
  );
}
