import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import type { ChildProfile } from '../../api/types';
import { AssessmentPanel } from '../../features/results/assessment-panel';
import { CoursePanel } from '../../features/results/course-panel';
import { profileQuery } from '../../features/results/queries';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { BackLink } from '../../ui/back-link';
import { Fact, Facts } from '../../ui/facts';
import { formatDate, formatMonthYear } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';

const words = texts.results.profile;

/** One child, by its code: what it did at the tests, and how that went on. */
export function ChildPage() {
  const { id } = useParams<{ id: string }>();
  const profile = useQuery(profileQuery(id));
  return (
    <div>
      <BackLink href="/kinder">{texts.results.back.children}</BackLink>
      <QueryView query={profile}>{(loaded) => <Profile profile={loaded} />}</QueryView>
    </div>
  );
}

function Profile({ profile }: { profile: ChildProfile }) {
  const { child, assessments } = profile;
  const [latest, ...earlier] = assessments;
  return (
    <>
      <PageHeader title={words.title(child.code)} intro={`${child.groupName} · ${child.institutionName}`} />
      <Stack gap="md">
        <ChildFacts child={child} />
        {latest ? (
          <>
            <AssessmentPanel assessment={latest} />
            <Text size="sm" c="dimmed">
              {texts.results.percentileHelp}
            </Text>
            <CoursePanel profile={profile} />
            {earlier.map((assessment) => (
              <AssessmentPanel key={assessment.id} assessment={assessment} />
            ))}
          </>
        ) : (
          <Empty title={words.emptyTitle}>{words.emptyText}</Empty>
        )}
      </Stack>
    </>
  );
}

function ChildFacts({ child }: { child: ChildProfile['child'] }) {
  const { birthMonth, sex, leftOn } = child;
  return (
    <Panel title={words.facts}>
      <Facts>
        <Fact term={words.birth}>
          {birthMonth === null ? words.bornUnknown : formatMonthYear(`${birthMonth}-01`)}
        </Fact>
        <Fact term={words.sex}>{sex === null ? words.sexUnknown : wordFor(texts.results.sexes, sex)}</Fact>
        <Fact term={words.consent}>{consentInWords(child)}</Fact>
        <Fact term={words.status}>{leftOn !== null && words.left(formatDate(leftOn))}</Fact>
      </Facts>
    </Panel>
  );
}

function consentInWords({ consentGivenOn, consentWithdrawnOn }: ChildProfile['child']): string {
  if (consentGivenOn !== null) return words.consentGiven(formatDate(consentGivenOn));
  return consentWithdrawnOn === null
    ? words.consentNone
    : words.consentWithdrawn(formatDate(consentWithdrawnOn));
}
