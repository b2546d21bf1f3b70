import { Button, Group } from '@mantine/core';
import { IconArchive, IconArchiveOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { Institution } from '../../api/types';
import { texts } from '../../texts/de';
import { announce, announceProblem } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { MAIN_ID } from '../shell/frame-parts';
import { changeInstitution, useStored } from './queries';

const words = texts.institutions.detail;

/** Archives an institution after a question, or brings it back. */
export function ArchiveSwitch({ institution }: { institution: Institution }) {
  const stored = useStored();
  const change = useMutation({
    mutationFn: (archived: boolean) => changeInstitution(institution, { archived }),
    onSuccess: (saved) => {
      stored(saved);
      showTop();
      announce(saved.archivedAt === null ? words.unarchivedDone(saved.name) : words.archivedDone(saved.name));
    },
  });
  return (
    <Group className="no-print">
      {institution.archivedAt === null ? (
        <ConfirmButton
          label={words.archive}
          leftSection={<IconArchive size={18} aria-hidden />}
          question={words.archiveQuestion(institution.name)}
          text={words.archiveText}
          confirmLabel={words.archiveYes}
          onConfirm={() => change.mutateAsync(true)}
        />
      ) : (
        <Button
          variant="default"
          leftSection={<IconArchiveOff size={18} aria-hidden />}
          loading={change.isPending}
          onClick={() => change.mutate(false, { onError: announceProblem })}
        >
          {words.unarchive}
        </Button>
      )}
    </Group>
  );
}

/** The button is gone and the change is told at the top of the page: there goes the view, and the focus with it. */
function showTop(): void {
  window.scrollTo(0, 0);
  document.getElementById(MAIN_ID)?.focus({ preventScroll: true });
}
