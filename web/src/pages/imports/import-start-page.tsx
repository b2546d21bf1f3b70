import { Anchor, Group, Stack } from '@mantine/core';
import { Link } from 'wouter';
import { ImportList } from '../../features/imports/import-list';
import { listPath, startPath } from '../../features/imports/paths';
import type { ImportKind } from '../../features/imports/queries';
import { TemplatePanel } from '../../features/imports/template-panel';
import { UploadPanel } from '../../features/imports/upload-panel';
import { NoMunicipality } from '../../features/institutions/no-municipality';
import { useOwnMunicipalities } from '../../features/institutions/reference';
import { hasRole, useSession } from '../../features/session/session';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';

/** Choose a file of institutions. */
export function InstitutionImportPage() {
  return <ImportStart kind="institutions" />;
}

/** Choose a file of groups. */
export function GroupImportPage() {
  return <ImportStart kind="groups" />;
}

function ImportStart({ kind }: { kind: ImportKind }) {
  const session = useSession();
  const municipalities = useOwnMunicipalities();
  const { title, intro, backToList } = texts.imports.kinds[kind];
  const list = listPath(kind, session);
  return (
    <Stack gap="md" maw={860}>
      <div>
        <BackLink href={list}>
          {list === '/einrichtungen' ? texts.imports.kinds.institutions.backToList : backToList}
        </BackLink>
        <PageHeader title={title} intro={intro} />
      </div>
      <QueryView query={municipalities}>
        {(own) => (own.length === 0 ? <NoMunicipality /> : <UploadPanel kind={kind} municipalities={own} />)}
      </QueryView>
      <TemplatePanel kind={kind} />
      <ImportList kind={kind} />
      <OtherWays kind={kind} />
    </Stack>
  );
}

/** For those who keep institutions: the other kind of file, and the form for a single one. */
function OtherWays({ kind }: { kind: ImportKind }) {
  if (!hasRole(useSession(), 'coordinator', 'administrator')) return null;
  const other = kind === 'institutions' ? 'groups' : 'institutions';
  return (
    <Group gap="lg">
      <Anchor component={Link} href={startPath[other]}>
        {texts.imports.otherKind[kind]}
      </Anchor>
      {kind === 'institutions' && (
        <Anchor component={Link} href="/einrichtungen/neu">
          {texts.imports.upload.single}
        </Anchor>
      )}
    </Group>
  );
}
