import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FocusArea, Group } from '../../api/types';
import { outbox } from '../../outbox/use-outbox';
import { texts } from '../../texts/de';
import { type DateString, schoolYearOf } from '../../ui/format';
import { QueryView } from '../../ui/query-view';
import { FormProblem } from '../../ui/server-form';
import type { Draft } from '../../ui/use-draft';
import { useSubmit } from '../../ui/use-submit';
import { type House, useSession } from '../session/session';
import { useOwnDraft } from '../session/use-own-draft';
import { ActivityDate, ActivityFields } from './activity-fields';
import { type ActivityValues, detailsOf, isBegun } from './activity-values';
import { BegunNote } from './begun-note';
import { NoGroups } from './no-groups';
import { focusAreasQuery, groupsQuery } from './queries';
import { RepeatCard } from './repeat-card';
import { SaveBar } from './save-bar';
import type { Saved } from './saved-panel';
import { summaryOf } from './summary';
import { type ActivityForm, useActivityForm } from './use-activity-form';

interface AddActivityFormProps {
  house: House;
  /** What to begin with if no draft of this name is found. */
  start: ActivityValues;
  draftName: string;
  onSaved: (saved: Saved) => void;
}

/** Notes an activity: group, focus area, save. */
export function AddActivityForm({ house, start, draftName, onSaved }: AddActivityFormProps) {
  const { today } = useSession();
  const draft = useOwnDraft(draftName, start);
  const [schoolYear, setSchoolYear] = useState(schoolYearOf(draft.value.heldOn ?? today));
  const groups = useQuery(groupsQuery(house.id, schoolYear));
  const focusAreas = useQuery(focusAreasQuery);
  const form = useActivityForm({
    initial: draft.value,
    groups: groups.data ?? [],
    onChange: (values) => {
      draft.save(values);
      setSchoolYear(schoolYearOf(values.heldOn ?? today));
    },
  });
  const send = async (values: ActivityValues) => {
    const summary = describe(values, groups.data ?? [], focusAreas.data ?? [], today);
    const body = { institutionId: house.id, ...detailsOf(values, today) };
    const outcome = await outbox.submit({ id: values.id, kind: 'activity', body, summary });
    if (outcome.state === 'refused') throw outcome.problem;
    draft.clear();
    onSaved({ outcome, values, summary });
  };
  // The only group is chosen by itself.
  const chosen = groups.data?.length === 1 ? { ...form.values, groupId: null } : form.values;
  const submit = useSubmit(form, send, isBegun(chosen));
  useOnlyGroup(form, groups.data);
  useKeptStart(start, draft);
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <QueryView query={groups}>
        {(known) =>
          known.length === 0 ? (
            <Stack gap="lg">
              <NoGroups house={house} schoolYear={schoolYear} />
              <ActivityDate form={form} today={today} />
            </Stack>
          ) : (
            <QueryView query={focusAreas}>
              {(areas) => (
                <Stack gap="lg">
                  <BegunNote form={form} draft={draft} />
                  <RepeatCard house={house} groups={known} focusAreas={areas} form={form} />
                  <ActivityFields
                    form={form}
                    institutionId={house.id}
                    groups={known}
                    focusAreas={areas}
                    today={today}
                  />
                  {submit.problem && <FormProblem problem={submit.problem} />}
                  <SaveBar label={texts.activities.add.save} pending={submit.pending} />
                </Stack>
              )}
            </QueryView>
          )
        }
      </QueryView>
    </form>
  );
}

/** Where there is only one group there is nothing to choose. */
function useOnlyGroup(form: ActivityForm, groups: readonly Group[] | undefined): void {
  const only = groups?.length === 1 ? groups[0] : undefined;
  const { groupId } = form.values;
  const { setValues } = form;
  useEffect(() => {
    if (only && groupId !== only.id) setValues({ groupId: only.id, childrenPresent: only.size });
  }, [only, groupId, setValues]);
}

/** An entry that was taken back starts the form again, and is worth a draft although nothing was typed anew. */
function useKeptStart(start: ActivityValues, { save, restored }: Draft<ActivityValues>): void {
  useEffect(() => {
    if (isBegun(start) && !restored) save(start);
  }, [start, save, restored]);
}

function describe(
  values: ActivityValues,
  groups: readonly Group[],
  focusAreas: readonly FocusArea[],
  today: DateString,
): string {
  const groupName = groups.find(({ id }) => id === values.groupId)?.name ?? '';
  const focusTitle = focusAreas.find(({ code }) => code === values.focusArea)?.title ?? '';
  return summaryOf(
    { groupName, focusTitle, heldOn: values.heldOn ?? today, minutes: values.minutes ?? 0 },
    today,
  );
}
