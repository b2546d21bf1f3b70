import { Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { api, ifMatch, unwrap } from '../../api/client';
import type { Activity } from '../../api/types';
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
import { type ActivityValues, detailsOf, valuesOf } from './activity-values';
import { activityLabels, describeActivity } from './activity-words';
import { focusAreasQuery, groupsQuery } from './queries';
import { SaveBar } from './save-bar';
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
  const [stored] = useState(() => valuesOf(activity.id, activity));
  const draft = useOwnDraft(`activity:${activity.id}`, stored);
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
    send: async (changes, values) => {
      const changed = Object.keys(changes) as (keyof ReturnType<typeof detailsOf>)[];
      if (changed.length === 0) return leave(words.edit.unchanged);
      const params = { path: { id: values.id }, header: ifMatch({ version: values.version ?? 0 }) };
      const body = pick(detailsOf(values, today), changed);
      await unwrap(api.PATCH('/api/activities/{id}', { params, body }));
      return leave(words.edit.saved);
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
