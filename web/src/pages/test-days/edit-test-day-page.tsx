import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from 'wouter';
import { PlanForm } from '../../features/test-days/plan-form';
import { testDayQuery } from '../../features/test-days/queries';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { BackLink } from '../../ui/back-link';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';

const words = texts.testDays.form;

/** The staff of a house changes the plan of an open day. */
export function EditTestDayPage() {
  const { id = '' } = useParams();
  const [, navigate] = useLocation();
  const day = useQuery(testDayQuery(id));
  const saved = () => {
    announce(words.saved);
    navigate(`/testtage/${id}`);
  };
  return (
    <Stack gap="lg" maw={860}>
      <div>
        <BackLink href={`/testtage/${id}`}>{words.backToDay}</BackLink>
        <PageHeader title={words.editTitle} intro={words.editIntro} />
      </div>
      <QueryView query={day}>
        {(shown) => <PlanForm institutionId={shown.institutionId} day={shown} onSaved={saved} />}
      </QueryView>
    </Stack>
  );
}
