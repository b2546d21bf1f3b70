import { Group, SimpleGrid, Stack, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { CatalogueModule, FocusArea } from '../../api/types';
import { focusAreasQuery } from '../../features/activities/queries';
import { optionsOf } from '../../features/institutions/catalogue';
import { FocusAreaForm } from '../../features/modules/focus-area-form';
import { matches, moduleFilterParams, useModuleFilter } from '../../features/modules/module-filter';
import { ModuleCard } from '../../features/modules/module-card';
import { ModuleForm } from '../../features/modules/module-form';
import { byFocusArea } from '../../features/modules/module-options';
import { changeModule, modulesKey, modulesQuery } from '../../features/modules/queries';
import { DownloadMenu } from '../../features/overview/download-menu';
import { hasRole, useSession } from '../../features/session/session';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { DialogButton } from '../../ui/dialog-button';
import { AddressSearch, AddressSelect, FilterBar } from '../../ui/filter-bar';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';

const words = texts.modules;
const p = moduleFilterParams;

/** What houses may choose from; administrators keep it. */
export function CataloguePage() {
  const keeps = hasRole(useSession(), 'administrator');
  const modules = useQuery(modulesQuery);
  const areas = useQuery(focusAreasQuery);
  return (
    <div>
      <PageHeader
        title={words.title}
        intro={words.intro}
        action={
          <Group gap="sm">
            <Download />
            {keeps && <AddButton />}
          </Group>
        }
      />
      <QueryView query={areas}>
        {(all) => (
          <>
            <Filters areas={all} />
            <QueryView query={modules}>
              {(listed) =>
                listed.length === 0 ? (
                  <Empty title={words.emptyTitle} action={keeps && <AddButton />}>
                    {keeps ? words.emptyKeeper : words.emptyOthers}
                  </Empty>
                ) : (
                  <Areas modules={listed} areas={all} keeps={keeps} />
                )
              }
            </QueryView>
          </>
        )}
      </QueryView>
    </div>
  );
}

function Download() {
  const { search, focusArea, audience, format, retired } = useModuleFilter();
  const given = { q: search || undefined, focusArea, audience, format };
  const filter = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value ?? undefined]));
  return <DownloadMenu of="modules" filter={{ ...filter, active: !retired }} />;
}

function AddButton() {
  return (
    <DialogButton
      label={words.add}
      title={words.addTitle}
      variant="filled"
      leftSection={<IconPlus size={18} aria-hidden />}
    >
      {(close) => <ModuleForm module={null} onSaved={close} />}
    </DialogButton>
  );
}

function Filters({ areas }: { areas: readonly FocusArea[] }) {
  return (
    <FilterBar params={Object.values(p)}>
      <AddressSearch label={words.search} param={p.search} />
      <AddressSelect
        label={words.focusArea}
        param={p.focusArea}
        options={areas.map(({ code, title }) => ({ value: code, label: title }))}
        all={words.allFocusAreas}
      />
      <AddressSelect
        label={words.audience}
        param={p.audience}
        options={optionsOf(texts.programme.audience)}
        all={words.allAudiences}
      />
      <AddressSelect
        label={words.format}
        param={p.format}
        options={optionsOf(texts.programme.format)}
        all={words.allFormats}
      />
      <AddressSelect
        label={words.shown}
        param={p.retired}
        options={[{ value: 'ja', label: words.onlyRetired }]}
        all={words.onlyActive}
      />
    </FilterBar>
  );
}

interface AreasProps {
  modules: readonly CatalogueModule[];
  areas: readonly FocusArea[];
  keeps: boolean;
}

function Areas({ modules, areas, keeps }: AreasProps) {
  const filter = useModuleFilter();
  const shown = byFocusArea(
    modules.filter((module) => matches(module, filter)),
    areas,
  );
  if (shown.length === 0 && !keeps) return <Empty title={words.noneTitle}>{words.noneText}</Empty>;
  const listed = keeps
    ? areas.map((area) => shown.find((one) => one.area === area) ?? { area, modules: [] })
    : shown;
  return (
    <Stack gap="xl">
      {listed.map(({ area, modules: own }) => (
        <section key={area.code} aria-label={area.title}>
          <Group justify="space-between" mb="sm">
            <Title order={2} fz="lg">
              {area.title}
            </Title>
            {keeps && <RenameButton area={area} />}
          </Group>
          <SimpleGrid
            component="ul"
            cols={{ base: 1, sm: 2, lg: 3 }}
            spacing="sm"
            m={0}
            p={0}
            style={{ listStyle: 'none' }}
          >
            {own.map((module) => (
              <ModuleCard key={module.id} module={module}>
                {keeps && <KeeperActions module={module} />}
              </ModuleCard>
            ))}
          </SimpleGrid>
        </section>
      ))}
    </Stack>
  );
}

const look = { variant: 'subtle', size: 'compact-sm', mih: 36 } as const;

function RenameButton({ area }: { area: FocusArea }) {
  return (
    <DialogButton
      label={words.renameArea}
      ariaLabel={words.renameAreaLabel(area.title)}
      title={words.renameAreaTitle}
      {...look}
    >
      {(close) => <FocusAreaForm area={area} onSaved={close} />}
    </DialogButton>
  );
}

function KeeperActions({ module }: { module: CatalogueModule }) {
  const queries = useQueryClient();
  const { title, active } = module;
  const offer = async (again: boolean) => {
    await changeModule(module, { active: again });
    await queries.invalidateQueries({ queryKey: modulesKey });
    announce(words.changed(title));
  };
  return (
    <>
      <DialogButton
        label={texts.common.edit}
        ariaLabel={words.editLabel(title)}
        title={words.editTitle}
        {...look}
      >
        {(close) => <ModuleForm module={module} onSaved={close} />}
      </DialogButton>
      <ConfirmButton
        label={active ? words.retire : words.offer}
        ariaLabel={active ? words.retireLabel(title) : words.offerLabel(title)}
        question={active ? words.retireQuestion(title) : words.offerLabel(title)}
        text={active ? words.retireText : ''}
        confirmLabel={active ? words.retire : words.offer}
        onConfirm={() => offer(!active)}
        {...look}
      />
    </>
  );
}
