import { Button } from '@mantine/core';
import { announce, announceProblem } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';

/** What is said when something is archived or brought back; the same for every kind of record. */
interface ArchiveWords {
  archive: string;
  archiveLabel: (name: string) => string;
  archiveQuestion: (name: string) => string;
  archiveText: string;
  archivedDone: (name: string) => string;
  unarchive: string;
  unarchiveLabel: (name: string) => string;
  unarchivedDone: (name: string) => string;
}

interface ArchiveButtonProps {
  record: { name: string; archivedAt: string | null };
  words: ArchiveWords;
  /** Stores the change and reads the lists again. */
  change: (archived: boolean) => Promise<unknown>;
}

/** Archives a record after a question; brings an archived one back at once. */
export function ArchiveButton({ record: { name, archivedAt }, words, change }: ArchiveButtonProps) {
  if (archivedAt !== null) {
    const unarchive = () =>
      void change(false).then(() => announce(words.unarchivedDone(name)), announceProblem);
    return (
      <Button
        variant="subtle"
        size="compact-sm"
        mih={40}
        aria-label={words.unarchiveLabel(name)}
        onClick={unarchive}
      >
        {words.unarchive}
      </Button>
    );
  }
  return (
    <ConfirmButton
      size="compact-sm"
      mih={40}
      label={words.archive}
      ariaLabel={words.archiveLabel(name)}
      question={words.archiveQuestion(name)}
      text={words.archiveText}
      confirmLabel={words.archive}
      onConfirm={() => change(true).then(() => announce(words.archivedDone(name)))}
    />
  );
}
