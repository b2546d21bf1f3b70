import { Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Activity } from '../../api/types';
import { outbox } from '../../outbox/use-outbox';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { schoolYearOf } from '../../ui/format';
import { QueryView } from '../../ui/query-view';
import { FormProblem } from '../../ui/server-form';
import { pick } from '../forms/changed-fields';
import { ConflictDialog } from '../forms/conflict-dialog';
import { useVersionedSubmit } from '../forms/use-versioned-submit';
import { modulesQuery } from '../modules/queries';
import { useSession } from '../session/session';
import { useOwnDraft } from '../session/use-own-draft';
import { ActivityFields } from './activity-fields';
import { choiceIn, detailsIn } from './activity-conflict';
import { type ActivityValues, detailsOf, valuesOf } from './activity-values';
import { activityLabels, describeActivity } from './activity-words';
import { focusAreasQuery, groupsQuery } from './queries';
import { SaveBar } from './save-bar';
import { changesOf, isRefused, submitChange } from './submit-change';
import { summaryOfStored } from './summary';
import { useActivityForm } from './use-activity-form';

const words = texts.activities;

interface EditActivityFormProps {
  activity: Activity;
  /** Where to go when done. */
  returnTo: string;
}

/** Changes an entry; if someone else did meanwhile, both versions are shown. */
export function EditActivityForm({ activity, returnTo }: EditActivityFormProps) {
  const { today } = useSession();
  const [{ stored, start }] = useState(() => startOf(activity));
  const draft = useOwnDraft(`activity:${activity.id}`, start);
  const [schoolYear, setSchoolYear] = useState(schoolYearOf(draft.value.heldOn ?? today));
  const groups = useQuery(groupsQuery(activity.institutionId, schoolYear));
  const focusAreas = useQuery(focusAreasQuery).data ?? [];
  const modules = useQuery(modulesQuery).data ?? [];
  const form = useActivityForm({
    initial: draft.value,
    groups: groups.data ?? [],
    onChange: (values) => {
      draft.save(values);
      setSchoolYear(schoolYearOf(values.heldOn ?? today));
    },
  });
  const leave = useLeave(returnTo, draft.clear);
  const submit = useVersionedSubmit<ActivityValues, Activity>({
    form,
    base: stored,
    valuesOf: (current) => valuesOf(current.id, current),
    tidy: (values) => ({ ...values, heldOn: values.heldOn ?? today }),
    send: async (changes, values, conflict) => {
      const changed = Object.keys(changes) as (keyof ReturnType<typeof detailsOf>)[];
      if (changed.length === 0 && !conflict) return leave(words.edit.unchanged);
      const { id, version } = values;
      const details = detailsOf(values, today);
      const outcome = await submitChange({
        id,
        body: {
          ...{ id, version: version ?? 0 },
          changes: { ...pick(details, changed), ...(conflict && { conflict: choiceIn(conflict) }) },
          base: { ...details, ...pick(detailsIn(activity), changed) },
        },
        summary: words.edit.summary(summaryOfStored(activity, focusAreas, today)),
      });
      if (outcome.state === 'refused') throw outcome.problem;
      return leave(outcome.state === 'confirmed' ? words.edit.saved : words.edit.waiting);
    },
  });
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <QueryView query={groups}>
        {(known) => (
          <Stack gap="lg">
            <ActivityFields
              form={form}
              institutionId={activity.institutionId}
              groups={known}
              focusAreas={focusAreas}
              today={today}
            />
            {submit.problem && <FormProblem problem={submit.problem} />}
            <SaveBar label={words.edit.save} pending={submit.pending} />
          </Stack>
        )}
      </QueryView>
      <ConflictDialog
        {...submit}
        labels={activityLabels}
        describe={(field, values) =>
          describeActivity(field, values, { groups: groups.data ?? [], focusAreas, modules })
        }
      />
    </form>
  );
}

/**
 * What the form is compared with: the stored activity with the changes that are on their way. It starts from there with what was refused
 * before, to be mended.
 */
function startOf(activity: Activity) {
  const changes = changesOf(activity.id, outbox.getSnapshot().entries);
  const laid = (over: typeof changes) =>
    valuesOf(activity.id, Object.assign({}, activity, ...over.map(({ body }) => body.changes)) as Activity);
  return { stored: laid(changes.filter((entry) => !isRefused(entry))), start: laid(changes) };
}

/** Done: the draft goes, the list is read again. */
function useLeave(returnTo: string, clearDraft: () => void) {
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  return async (message: string) => {
    clearDraft();
    announce(message);
    navigate(returnTo);
    await queries.invalidateQueries({ queryKey: ['activities'] });
  };
}
