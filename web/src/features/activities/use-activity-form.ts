import { useForm, type UseFormReturnType } from '@mantine/form';
import type { Group } from '../../api/types';
import { texts } from '../../texts/de';
import { type ActivityValues, MAX_ADULTS, MINUTES, MORE_THAN_GROUP } from './activity-values';

const words = texts.activities.add;

export type ActivityForm = UseFormReturnType<ActivityValues>;

interface ActivityFormOptions {
  initial: ActivityValues;
  /** The groups that can be chosen for the form's date. */
  groups: readonly Group[];
  onChange?: (values: ActivityValues) => void;
}

/** The form of an activity. Its checks repeat the server's, so that an entry without network is right as well. */
export function useActivityForm({ initial, groups, onChange }: ActivityFormOptions): ActivityForm {
  return useForm<ActivityValues>({
    mode: 'controlled',
    initialValues: initial,
    onValuesChange: onChange,
    validate: {
      groupId: (id) => (groups.some((group) => group.id === id) ? null : words.chooseGroup),
      focusArea: (code) => (code === null ? words.chooseFocusArea : null),
      minutes: (minutes) =>
        isWithin(minutes, MINUTES.min, MINUTES.max) ? null : words.minutesRange(MINUTES.min, MINUTES.max),
      childrenPresent: (children, { groupId }) => {
        const most = (groups.find((group) => group.id === groupId)?.size ?? 0) + MORE_THAN_GROUP;
        return isWithin(children, 0, most) ? null : words.childrenRange(most);
      },
      adultsPresent: (adults) =>
        adults === null || isWithin(adults, 0, MAX_ADULTS) ? null : words.adultsRange(MAX_ADULTS),
    },
  });
}

function isWithin(value: number | null, min: number, max: number): boolean {
  return value !== null && Number.isInteger(value) && value >= min && value <= max;
}
