import { Button, Checkbox, NativeSelect, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Problem } from '../../api/problem';
import { FormProblem } from '../../ui/server-form';
import type { CatalogueModule, FocusArea } from '../../api/types';
import { focusAreasQuery } from '../../features/activities/queries';
import { WishFields } from '../../features/bookings/booking-form';
import { type HouseName, useHouses } from '../../features/bookings/use-houses';
import { type Picks, type PickValues, usePicked, useSubmitPicks } from '../../features/bookings/use-picks';
import { ModuleFacts } from '../../features/modules/module-card';
import { byFocusArea } from '../../features/modules/module-options';
import { modulesQuery } from '../../features/modules/queries';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { PageHeader } from '../../ui/page-header';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { Empty, Skeletons } from '../../ui/states';
import { useAddress } from '../../ui/use-address';

const words = texts.bookings;

/** A house chooses modules, several at once. */
export function PickModulesPage() {
  const { houses, pending } = useHouses();
  const modules = useQuery(modulesQuery);
  const areas = useQuery(focusAreasQuery);
  return (
    <div>
      <BackLink href="/module">{words.title}</BackLink>
      <PageHeader title={words.pick.title} intro={words.pick.intro} />
      {pending && <Skeletons />}
      {!pending && houses.length === 0 && <Empty title={words.noHouseTitle}>{words.noHouseText}</Empty>}
      {!pending && houses.length > 0 && (
        <QueryView query={modules}>
          {(all) => (
            <QueryView query={areas}>
              {(known) => (
                <PickForm houses={houses} modules={all.filter(({ active }) => active)} areas={known} />
              )}
            </QueryView>
          )}
        </QueryView>
      )}
    </div>
  );
}

interface PickFormProps {
  houses: readonly HouseName[];
  modules: readonly CatalogueModule[];
  areas: readonly FocusArea[];
}

function PickForm({ houses, modules, areas }: PickFormProps) {
  const wanted = useAddress().get('einrichtung');
  const [, navigate] = useLocation();
  const only = houses.length === 1 ? houses[0]?.id : houses.find(({ id }) => id === wanted)?.id;
  const form = useForm<PickValues>({
    initialValues: { institutionId: only ?? '', wishedFrom: '', wishedTo: '', remarks: '', picks: {} },
    validate: {
      institutionId: (id) => (id === '' ? words.pick.houseMissing : null),
      picks: (picks) => (Object.keys(picks).length === 0 ? words.pick.nothing : null),
    },
  });
  const { institutionId, picks } = form.values;
  const submit = useSubmitPicks(form, (id) => navigate(`/module?einrichtung=${id}`));
  if (modules.length === 0) {
    return <Empty title={texts.modules.emptyTitle}>{texts.modules.emptyOthers}</Empty>;
  }
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="lg">
        {houses.length > 1 && (
          <NativeSelect
            label={words.pick.house}
            size="md"
            maw={480}
            data={[
              { value: '', label: words.pick.chooseHouse },
              ...houses.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            {...form.getInputProps('institutionId')}
          />
        )}
        <Choices
          modules={modules}
          areas={areas}
          institutionId={institutionId}
          picks={picks}
          onChange={(next) => form.setFieldValue('picks', next)}
        />
        <Panel title={words.pick.period}>
          <Stack gap="md">
            <WishFields form={form} />
            <Textarea
              label={words.fields.remarks}
              description={words.fields.remarksHint}
              autosize
              minRows={2}
              maxLength={1000}
              {...form.getInputProps('remarks')}
            />
          </Stack>
        </Panel>
        <Refused missing={form.errors['picks']} done={submit.done} problem={submit.problem} />
        <Button type="submit" size="lg" loading={submit.pending} maw={360}>
          {words.pick.submit(Object.keys(picks).length)}
        </Button>
      </Stack>
    </form>
  );
}

interface RefusedProps {
  missing: ReactNode;
  /** How many are stored already. */
  done: number;
  problem: Problem | null;
}

function Refused({ missing, done, problem }: RefusedProps) {
  return (
    <>
      {missing && (
        <Text role="alert" c="red">
          {missing}
        </Text>
      )}
      {done > 0 && problem && <Text>{words.pick.partly(done)}</Text>}
      {problem && <FormProblem problem={problem} />}
    </>
  );
}

interface ChoicesProps extends Omit<PickFormProps, 'houses'> {
  institutionId: string;
  picks: Picks;
  onChange: (picks: Picks) => void;
}

function Choices({ modules, areas, institutionId, picks, onChange }: ChoicesProps) {
  const { toggle, taken } = usePicked({ institutionId, picks, onChange });
  return (
    <Stack gap="lg">
      {byFocusArea(modules, areas).map(({ area, modules: own }) => (
        <section key={area.code} aria-label={area.title}>
          <Title order={2} fz="lg" mb="sm">
            {area.title}
          </Title>
          <Stack gap="xs">
            {own.map((module) => (
              <Paper key={module.id} withBorder radius="lg" p="sm">
                <Checkbox
                  size="md"
                  label={module.title}
                  checked={module.id in picks}
                  onChange={() => toggle(module.id)}
                  description={<Described module={module} taken={taken.has(module.id)} />}
                />
              </Paper>
            ))}
          </Stack>
        </section>
      ))}
    </Stack>
  );
}

function Described({ module, taken }: { module: CatalogueModule; taken: boolean }) {
  return (
    <>
      <ModuleFacts module={module} />
      {taken && (
        <Text component="span" display="block" size="sm" fw={600}>
          {words.pick.already}
        </Text>
      )}
      {module.description !== null && (
        <Text component="span" display="block" size="sm">
          {module.description}
        </Text>
      )}
    </>
  );
}
