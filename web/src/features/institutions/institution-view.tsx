import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { IconCompass } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { asProblem } from '../../api/problem';
import { texts } from '../../texts/de';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';

const words = texts.institutions.detail;

interface InstitutionViewProps<T> {
  query: UseQueryResult<T>;
  children: (institution: T) => ReactNode;
}

/** The states of one institution; one that is not there (or not for this person) is no fault to try again. */
export function InstitutionView<T>({ query, children }: InstitutionViewProps<T>) {
  if (query.isError && asProblem(query.error).status === 404) {
    return (
      <Empty
        title={words.notFoundTitle}
        icon={<IconCompass size={30} stroke={1.6} />}
        action={
          <Button component={Link} href="/" variant="default">
            {texts.common.toHome}
          </Button>
        }
      >
        {words.notFoundText}
      </Empty>
    );
  }
  return <QueryView query={query}>{children}</QueryView>;
}
