import { Button, Collapse, SimpleGrid, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { FocusArea, Group } from '../../api/types';
import { texts } from '../../texts/de';
import { ChoiceGroup } from '../../ui/choice-group';
import { DateChoice } from '../../ui/date-choice';
import { addDays, type DateString, formatInteger, schoolYearOf } from '../../ui/format';
import { Stepper } from '../../ui/stepper';
import { MORE_THAN_GROUP, OLDEST_DAYS } from './activity-values';
import { focusIcon } from './focus-icons';
import { MinutesField } from './minutes-field';
import { MovementHelp } from './movement-help';
import { OptionalFields } from './optional-fields';
import type { ActivityForm } from './use-activity-form';

const words = texts.activities.add;

interface ActivityFieldsProps {
  form: ActivityForm;
  institutionId: string;
  groups: readonly Group[];
  focusAreas: readonly FocusArea[];
  today: DateString;
}

/** Everything about one activity, the most needed first. */
export function ActivityFields({ form, institutionId, groups, focusAreas, today }: ActivityFieldsProps) {
  const { values, errors } = form;
  const group = groups.find(({ id }) => id === values.groupId);
  return (
    <Stack gap={28}>
      <ChoiceGroup
        legend={words.group}
        field="groupId"
        choices={groups.map(({ id, name }) => ({ value: id, label: name }))}
        value={group?.id ?? null}
        onChange={(id) => form.setValues({ groupId: id, childrenPresent: sizeOf(groups, id) })}
        error={errors['groupId']}
      />
      <ChoiceGroup
        legend={words.focusArea}
        field="focusArea"
        size="wide"
        choices={focusAreas.map(({ code, title }) => ({ value: code, label: title, icon: focusIcon(code) }))}
        value={values.focusArea}
        onChange={(code) => form.setFieldValue('focusArea', code)}
        error={errors['focusArea']}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={28}>
        <MinutesField form={form} />
        <Stepper
          label={words.children}
          description={group ? words.childrenOf(formatInteger(group.size)) : words.childrenFromGroup}
          field="childrenPresent"
          value={values.childrenPresent}
          onChange={(children) => form.setFieldValue('childrenPresent', children)}
          min={0}
          max={(group?.size ?? 0) + MORE_THAN_GROUP}
          error={errors['childrenPresent']}
        />
      </SimpleGrid>
      <ActivityDate form={form} today={today} />
      <MoreFields form={form} />
      <MovementHelp institutionId={institutionId} />
    </Stack>
  );
}

/** The day; alone where the chosen school year has no groups, so that another day can be chosen. */
export function ActivityDate({ form, today }: { form: ActivityForm; today: DateString }) {
  return (
    <DateChoice
      legend={words.date}
      field="heldOn"
      value={form.values.heldOn ?? today}
      onChange={(day) => form.setValues(chosenDay(form, day, today))}
      today={today}
      earliest={addDays(today, -OLDEST_DAYS)}
      error={form.errors['heldOn']}
    />
  );
}

const sizeOf = (groups: readonly Group[], id: string) =>
  groups.find((group) => group.id === id)?.size ?? null;

/** Each school year has its own groups, so a day in another one asks for the group again. */
function chosenDay({ values }: ActivityForm, day: DateString, today: DateString) {
  const sameYear = schoolYearOf(day) === schoolYearOf(values.heldOn ?? today);
  return { heldOn: day === today ? null : day, ...(!sameYear && { groupId: null, childrenPresent: null }) };
}

/** What may be added but need not: folded away unless something is in it. */
function MoreFields({ form }: { form: ActivityForm }) {
  const { adultsPresent, place, moduleId, note } = form.values;
  const [open, { toggle }] = useDisclosure(
    adultsPresent !== null || place !== null || Boolean(moduleId) || note !== '',
  );
  return (
    <div>
      <Button
        variant="subtle"
        px="xs"
        aria-expanded={open}
        onClick={toggle}
        rightSection={
          open ? <IconChevronUp size={20} aria-hidden /> : <IconChevronDown size={20} aria-hidden />
        }
      >
        {open ? words.less : words.more}
      </Button>
      <Collapse expanded={open}>
        <OptionalFields form={form} />
      </Collapse>
    </div>
  );
}
